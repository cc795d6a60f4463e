import { queryOptions } from '@tanstack/react-query'
import { api, queryOf } from '../../api.ts'
import type { Bookkeeping } from './contract.ts'

export const bookkeepingQuery = (groupCompany?: string) =>
  queryOptions({
    queryKey: ['bookkeeping', groupCompany ?? null],
    queryFn: ({ signal }) => api.get<Bookkeeping>(`/bookkeeping${queryOf({ groupCompany })}`, signal),
  })
