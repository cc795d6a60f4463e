import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { chainKey } from '../chain/queries.ts'
import type { QuoteRequest } from './contract.ts'

export const quoteRequestQuery = (id: string) =>
  queryOptions({
    queryKey: [...chainKey, 'quote-requests', id],
    queryFn: ({ signal }) => api.get<QuoteRequest>(`/quote-requests/${id}`, signal),
  })
