import { useQuery } from '@tanstack/react-query'
import { meQuery } from '../access/queries.ts'
import { useSay } from '../texts/index.tsx'
import { recipientsQuery } from './queries.ts'
import { useOversightTexts } from './texts.ts'

/** A receiver by the name that the statement gives it; one that it names no more, by its id. */
export function useReceiverName() {
  const say = useSay()
  const said = useOversightTexts()
  const me = useQuery(meQuery).data
  const keeps = me?.duties.some(({ id }) => id === 'privacy' || id === 'admin') ?? false
  const now = useQuery({ ...recipientsQuery, enabled: keeps }).data
  return ({ receiver, receiverName }: { receiver: string; receiverName: string | null }) => {
    if (receiverName) return receiverName
    const processor = now?.processors.find(({ id }) => id === receiver)
    if (processor) return processor.self ? said.own : processor.provider
    const company = now?.recipients.flatMap(({ members }) => members).find(({ id }) => id === receiver)
    return company?.name ?? (say(now?.recipients.find(({ id }) => id === receiver)?.label) || receiver)
  }
}
