import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { meQuery } from '../access/queries.ts'
import { api } from '../api.ts'
import { itemsOf } from '../items.ts'
import { to } from '../to.ts'
import type { FoundRecord } from './contract.ts'
import { addressOf } from './kinds.ts'

export interface OpenableRecord extends FoundRecord {
  path: string
}

/**
 * Records of every kind by their number, title, subject or text: three letters, or what looks like a number. Words are asked when the
 * typing rests: between the letters of a quick typist they would be asked in vain, and names are there meanwhile.
 */
export function useRecords(asked: string) {
  const isDesk = (useQuery(meQuery).data?.reads.length ?? 0) > 0
  const [rested] = useDebouncedValue(asked, 130)
  const isNumber = /\d/.test(asked)
  const isAsked = isDesk && (asked.length >= 3 || isNumber) && !asked.includes('@')
  const isResting = isNumber || rested === asked
  const { data = [], isFetching } = useQuery({
    queryKey: ['work', 'records', asked],
    queryFn: async ({ signal }) => itemsOf<FoundRecord>(await api.read('/records-found', { q: asked }, signal)),
    enabled: isAsked && isResting,
  })
  return { records: isAsked ? data.map(withPath) : [], isFetching: isFetching || (isAsked && !isResting) }
}

/** The cards and records that one opened last. */
export function useLately(): OpenableRecord[] {
  const me = useQuery(meQuery).data
  const opensCards = me?.reads.some((field) => field === 'person.name' || field === 'org.name') ?? false
  const { data = [] } = useQuery({
    queryKey: ['seen-lately'],
    queryFn: async ({ signal }) => itemsOf<FoundRecord>(await api.get('/seen-lately', signal)),
    enabled: opensCards,
    staleTime: 5_000,
    retry: false,
  })
  return data.map(withPath)
}

function withPath(record: FoundRecord): OpenableRecord {
  return { ...record, path: addressOf(record.kind, record.id) ?? onCard(record) }
}

// What has no screen of its own is opened on the card of whom it is about.
function onCard({ kind, id, company, person }: FoundRecord) {
  const card = company ? to.company(company) : to.person(person ?? '')
  return kind === 'document' ? `${card}?tab=documents` : `${card}?tab=timeline&${kind}=${id}`
}
