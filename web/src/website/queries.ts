import { queryOptions } from '@tanstack/react-query'
import { api } from '../api.ts'
import type { Cookies } from './contract.ts'

export const cookiesQuery = queryOptions({
  queryKey: ['cookies'],
  queryFn: ({ signal }) => api.get<Cookies>('/cookies', signal),
})
