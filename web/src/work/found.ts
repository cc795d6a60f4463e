import { useQuery } from '@tanstack/react-query'
import { meQuery } from '../access/queries.ts'
import { api, queryOf } from '../api.ts'
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

/** Quotes, orders, invoices and the like by their number: asked only for what looks like one. */
export function useRecords(number: string) {
  const { data = [] } = useQuery({
    queryKey: ['work', 'records', number],
    queryFn: async ({ signal }) => itemsOf<FoundRecord>(await api.get(`/records-found${queryOf({ number })}`, signal)),
    enabled: /\d/.test(number) && !/[\s@]/.test(number),
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
