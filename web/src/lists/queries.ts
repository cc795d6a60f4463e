import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, queryOf } from '../api.ts'
import type { Count, List, Report, ReportWish, RowsPage, SavedView, Wish } from './contract.ts'

const pageSize = 60

export const listQuery = (name: string) =>
  queryOptions({
    queryKey: ['lists', name],
    queryFn: ({ signal }) => api.get<List>(`/lists/${name}`, signal),
    staleTime: 60_000,
  })

/** What the server is asked: how wide a column stands is the desk's own matter. */
export function askedOf({ widths: _, ...wish }: Wish): Omit<Wish, 'widths'> {
  return wish
}

export const rowsQuery = (name: string, wish: Wish) =>
  infiniteQueryOptions({
    queryKey: ['lists', name, 'rows', askedOf(wish)],
    queryFn: ({ pageParam }) =>
      api.post<RowsPage>(`/lists/${name}/rows`, {
        ...askedOf(wish),
        limit: pageSize,
        ...(pageParam ? { after: pageParam } : {}),
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })

/** Only when somebody asks. */
export const countQuery = (name: string, { filter, q }: Wish, exact: boolean) =>
  queryOptions({
    queryKey: ['lists', name, 'count', { filter, q }, exact],
    queryFn: async () => {
      const asked = { ...(filter ? { filter } : {}), ...(q ? { q } : {}) }
      const page = await api.post<RowsPage & { count: Count }>(`/lists/${name}/rows`, {
        ...asked,
        limit: 1,
        count: exact ? 'exact' : 'capped',
      })
      return page.count
    },
  })

export const reportQuery = (name: string, wish: ReportWish) =>
  queryOptions({
    queryKey: ['lists', name, 'report', wish],
    queryFn: () => api.post<Report>(`/lists/${name}/report`, wish),
  })

export const viewsQuery = <Kept = Wish>(asked: { list?: string; kind: 'view' | 'report'; place?: string }) =>
  queryOptions({
    queryKey: ['views', asked],
    queryFn: async ({ signal }) =>
      (await api.get<{ items: SavedView<Kept>[] }>(`/views${queryOf(asked)}`, signal)).items,
    staleTime: 30_000,
  })

export const listsQuery = queryOptions({
  queryKey: ['lists'],
  queryFn: async ({ signal }) => (await api.get<{ items: { name: string; title: string }[] }>('/lists', signal)).items,
  staleTime: 60_000,
})

/** Whom the statement names as a recipient: a file may be for one of them. */
export const exportRecipientsQuery = queryOptions({
  queryKey: ['export-recipients'],
  queryFn: ({ signal }) =>
    api.get<{ items: { id: string; label: string; mayGo: boolean }[] }>('/export-recipients', signal),
})
