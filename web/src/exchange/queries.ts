import { queryOptions } from '@tanstack/react-query'
import { api } from '../api.ts'
import { itemsOf } from '../items.ts'
import type { Fate, FileColumns, ImportNow, ImportRun, LineShown } from './contract.ts'

export const isUnderWay = (state: string) => state === 'reading' || state === 'running' || state === 'undoing'

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: async ({ signal }) => itemsOf<ImportRun>(await api.get('/imports', signal)),
})

/** What this duty may bring by file. */
export const kindsQuery = queryOptions({
  queryKey: ['imports', 'kinds'],
  queryFn: async ({ signal }) => itemsOf<{ id: string }>(await api.get('/imports/kinds', signal)),
  staleTime: Number.POSITIVE_INFINITY,
})

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => api.get<ImportNow>(`/imports/${id}`, signal),
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data.state) ? 1500 : false),
  })

export const columnsQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id, 'columns'],
    queryFn: ({ signal }) => api.get<FileColumns>(`/imports/${id}/columns`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const linesQuery = (id: string, fate: Fate, state: string) =>
  queryOptions({
    queryKey: ['imports', id, 'lines', fate, state],
    queryFn: async ({ signal }) => itemsOf<LineShown>(await api.get(`/imports/${id}/lines?fate=${fate}`, signal)),
  })
