import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, queryOf } from '../../api.ts'
import { chainKey } from '../chain/queries.ts'
import type { ToCredit, Waiting, WaitingSum, Whose } from './contract.ts'

export const toBillKey = [...chainKey, 'to-bill']

export const toBillQuery = (whose: Whose) =>
  infiniteQueryOptions({
    queryKey: [...toBillKey, whose],
    queryFn: ({ pageParam, signal }) => api.get<Waiting>(`/to-bill${queryOf({ ...whose, after: pageParam })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

export const toBillSumQuery = (whose: Whose & { most?: number }) =>
  queryOptions({
    queryKey: [...toBillKey, 'sum', whose],
    queryFn: ({ signal }) => api.get<WaitingSum>(`/to-bill/sum${queryOf({ ...whose })}`, signal),
  })

export interface AskedToCredit extends Whose {
  contract?: string
}

export const toCreditQuery = (asked: AskedToCredit) =>
  queryOptions({
    queryKey: [...toBillKey, 'credit', asked],
    queryFn: ({ signal }) =>
      api.get<{ items: ToCredit[]; more: boolean }>(`/to-credit${queryOf({ ...asked })}`, signal),
  })
