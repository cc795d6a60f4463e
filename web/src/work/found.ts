import { useQuery } from '@tanstack/react-query'
import { meQuery } from '../access/queries.ts'
import { api } from '../api.ts'
import { itemsOf } from '../items.ts'
import { to } from '../to.ts'
import type { SeenLately } from './contract.ts'
import { addressOf } from './kinds.ts'

interface FoundRecord {
  kind: string
  id: string
  title: string
  name: string | null
  company: string | null
  person: string | null
}

/** Records of every kind by their number or the words of their title: three letters, or what looks like a number. */
export function useRecords(asked: string) {
  const isDesk = (useQuery(meQuery).data?.reads.length ?? 0) > 0
  const isAsked = (asked.length >= 3 || /\d/.test(asked)) && !asked.includes('@')
  const { data = [] } = useQuery({
    queryKey: ['work', 'records', asked],
    // In the body: what is looked for names people, and an address ends up in logs.
    queryFn: async () => itemsOf<FoundRecord>(await api.post('/records-found', { q: asked })),
    enabled: isDesk && isAsked,
  })
  return data.map(({ company, person, ...record }) => ({
    ...record,
    path: addressOf(record.kind, record.id) ?? (company ? to.company(company) : to.person(person ?? '')),
  }))
}

/** The cards that one opened last, while nothing is typed. */
export function useLately(isAsked: boolean): SeenLately[] {
  const me = useQuery(meQuery).data
  const opensCards = me?.reads.some((field) => field === 'person.name' || field === 'org.name') ?? false
  const { data = [] } = useQuery({
    queryKey: ['seen-lately'],
    queryFn: async ({ signal }) => itemsOf<SeenLately>(await api.get('/seen-lately', signal)),
    enabled: isAsked && opensCards,
    staleTime: 5_000,
    retry: false,
  })
  return isAsked ? data.slice(0, 6) : []
}
