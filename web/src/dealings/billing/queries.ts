import { queryOptions } from '@tanstack/react-query'
import { api, queryOf } from '../../api.ts'
import { chainKey } from '../chain/queries.ts'
import type { Waiting } from './contract.ts'

export const toBillQuery = (groupCompany?: string) =>
  queryOptions({
    queryKey: [...chainKey, 'to-bill', groupCompany ?? null],
    queryFn: ({ signal }) => api.get<Waiting>(`/to-bill${queryOf({ groupCompany })}`, signal),
  })
