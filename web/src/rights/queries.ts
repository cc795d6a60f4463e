import { queryOptions } from '@tanstack/react-query'
import { api, queryOf } from '../api.ts'
import { itemsOf } from '../items.ts'
import type { ErasurePlan, LetterDraft, PackagePreview, RequestInShort, RightsRequest } from './contract.ts'

export const requestsQuery = (shown: string) =>
  queryOptions({
    queryKey: ['requests', 'list', shown],
    queryFn: async ({ signal }) => itemsOf<RequestInShort>(await api.get(`/requests${queryOf({ shown })}`, signal)),
  })

export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: ['requests', id],
    queryFn: ({ signal }) => api.get<RightsRequest>(`/requests/${id}`, signal),
  })

export const draftQuery = (id: string, kind: string) =>
  queryOptions({
    queryKey: ['requests', id, 'draft', kind],
    queryFn: ({ signal }) => api.get<LetterDraft>(`/requests/${id}/draft${queryOf({ kind })}`, signal),
    staleTime: 0,
    gcTime: 0,
  })

export const packageQuery = (id: string) =>
  queryOptions({
    queryKey: ['requests', id, 'package'],
    queryFn: ({ signal }) => api.get<PackagePreview>(`/requests/${id}/package`, signal),
  })

export const erasurePlanQuery = (personId: string) =>
  queryOptions({
    queryKey: ['requests', 'erasure-plan', personId],
    queryFn: ({ signal }) => api.get<ErasurePlan>(`/people/${personId}/erasure-plan`, signal),
  })
