import { queryOptions } from '@tanstack/react-query'
import { api, queryOf } from '../api.ts'
import { itemsOf } from '../items.ts'
import type { AuthorityRequest, Disclosure, Paper, RecipientNotice, Recipients } from './contract.ts'

export const recipientsQuery = queryOptions({
  queryKey: ['oversight', 'recipients'],
  queryFn: ({ signal }) => api.get<Recipients>('/recipients', signal),
})

export const disclosuresQuery = (person?: string) =>
  queryOptions({
    queryKey: ['oversight', 'disclosures', person ?? 'all'],
    queryFn: async ({ signal }) =>
      itemsOf<Disclosure>(
        await api.get(`${person ? `/people/${person}` : ''}/disclosures${queryOf({ limit: 100 })}`, signal),
      ),
  })

export const authorityRequestsQuery = queryOptions({
  queryKey: ['oversight', 'authorities'],
  queryFn: async ({ signal }) => itemsOf<AuthorityRequest>(await api.get('/authority-requests', signal)),
})

export const authorityRequestQuery = (id: string) =>
  queryOptions({
    queryKey: ['oversight', 'authorities', id],
    queryFn: ({ signal }) => api.get<AuthorityRequest>(`/authority-requests/${id}`, signal),
  })

export const papersQuery = (destroyed: boolean) =>
  queryOptions({
    queryKey: ['oversight', 'papers', destroyed],
    queryFn: async ({ signal }) => itemsOf<Paper>(await api.get(`/papers${queryOf({ destroyed })}`, signal)),
  })

export const papersOfQuery = (person: string) =>
  queryOptions({
    queryKey: ['oversight', 'papers', 'of', person],
    queryFn: async ({ signal }) => itemsOf<Paper>(await api.get(`/people/${person}/papers`, signal)),
  })

export const receiptsQuery = (settled: boolean) =>
  queryOptions({
    queryKey: ['oversight', 'receipts', settled],
    queryFn: async ({ signal }) =>
      itemsOf<RecipientNotice>(await api.get(`/recipient-notices${queryOf({ settled })}`, signal)),
  })
