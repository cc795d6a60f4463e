import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, queryOf } from '../../api.ts'
import { chainKey } from '../chain/queries.ts'
import type { Due, ReminderRun, RunRow } from './contract.ts'

const key = [...chainKey, 'reminders']

export const dueQuery = (groupCompany?: string) =>
  queryOptions({
    queryKey: [...key, 'due', groupCompany ?? null],
    queryFn: ({ signal }) => api.get<Due>(`/invoices/reminders${queryOf({ groupCompany })}`, signal),
  })

/** A run is asked for again until nothing of it is on its way. */
export const runQuery = (id: string) =>
  queryOptions({
    queryKey: [...key, 'run', id],
    queryFn: ({ signal }) => api.get<ReminderRun>(`/reminder-runs/${id}`, signal),
    refetchInterval: ({ state: { data } }) =>
      data?.items.some(({ state }) => state === 'queued' || state === 'sending') ? 1500 : false,
  })

export const runsQuery = (groupCompany?: string) =>
  infiniteQueryOptions({
    queryKey: [...key, 'runs', groupCompany ?? null],
    queryFn: ({ pageParam, signal }) =>
      api.get<{ items: RunRow[]; next: string | null }>(
        `/reminder-runs${queryOf({ groupCompany, after: pageParam })}`,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
