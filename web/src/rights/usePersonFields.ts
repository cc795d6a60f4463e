import { useQuery } from '@tanstack/react-query'
import { fieldsQuery } from '../register/queries.ts'
import { capital, useSay } from '../texts/index.tsx'

/** The fields of a person that the statement declares, for a choice. */
export function usePersonFields(): { value: string; label: string }[] {
  const say = useSay()
  const fields = useQuery(fieldsQuery('person')).data ?? []
  return fields.map(({ id, label }) => ({ value: id, label: capital(say(label)) }))
}
