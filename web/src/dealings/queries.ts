import { queryOptions } from '@tanstack/react-query'
import { api } from '../api.ts'
import type { Dealings, Party } from './contract.ts'

export const dealingsQuery = ({ company, person }: Party) =>
  queryOptions({
    queryKey: ['dealings', company ?? person],
    queryFn: ({ signal }) =>
      api.get<Dealings>(company ? `/companies/${company}/dealings` : `/people/${person}/dealings`, signal),
  })
