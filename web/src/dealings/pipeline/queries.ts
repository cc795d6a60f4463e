import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, queryOf } from '../../api.ts'
import type { Board, Card, ForecastMonth, Opportunity, Pipeline } from './contract.ts'

export interface Whose {
  pipeline?: string | undefined
  owner?: string | undefined
  groupCompany?: string | undefined
}

export const boardQuery = (whose: Whose) =>
  queryOptions({
    queryKey: ['pipeline', 'board', whose],
    queryFn: ({ signal }) => api.get<Board>(`/board${queryOf({ ...whose })}`, signal),
    placeholderData: keepPreviousData,
    // Others move cards too: a board that lies open follows them.
    refetchInterval: 30_000,
  })

export const forecastQuery = (whose: Whose) =>
  queryOptions({
    queryKey: ['pipeline', 'forecast', whose],
    queryFn: async ({ signal }): Promise<ForecastMonth[]> =>
      (await api.get<{ items: ForecastMonth[] }>(`/forecast${queryOf({ ...whose })}`, signal)).items,
  })

export const opportunityQuery = (id: string) =>
  queryOptions({
    queryKey: ['pipeline', 'one', id],
    queryFn: ({ signal }) => api.get<Opportunity>(`/opportunities/${id}`, signal),
  })

export const pipelinesQuery = () =>
  queryOptions({
    queryKey: ['pipeline', 'pipelines'],
    queryFn: ({ signal }) => api.get<{ items: Pipeline[] }>('/pipelines', signal).then(({ items }) => items),
  })

export const opportunitiesQuery = ({ company, person }: { company?: string; person?: string }) =>
  queryOptions({
    queryKey: ['pipeline', 'of', company ?? person],
    queryFn: ({ signal }) =>
      api.get<{
        items: (Card & { stageNames: { fi: string; sv: string | null; en: string | null } })[] | null
        mayAdd: boolean
      }>(company ? `/companies/${company}/opportunities` : `/people/${person}/opportunities`, signal),
  })
