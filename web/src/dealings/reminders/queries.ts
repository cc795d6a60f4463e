import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, queryOf } from '../../api.ts'
import { chainKey } from '../chain/queries.ts'
import type { Due, ReminderRun, RunRow, SendingState } from './contract.ts'

const key = [...chainKey, 'reminders']

export const dueQuery = (groupCompany?: string) =>
  queryOptions({
    queryKey: [...key, 'due', groupCompany ?? null],
    queryFn: ({ signal }) => allDue(groupCompany, signal),
  })

// A round is looked at whole before any of it is written: its pages are fetched one after another.
async function allDue(groupCompany: string | undefined, signal: AbortSignal): Promise<Due> {
  const page = (after: string | null) => api.get<Due>(`/invoices/reminders${queryOf({ groupCompany, after })}`, signal)
  let due = await page(null)
  while (due.next) {
    const more = await page(due.next)
    due = {
      ...{ ...more, items: [...due.items, ...more.items], waiting: due.waiting + more.waiting },
      missingRate: due.missingRate ?? more.missingRate,
    }
  }
  return due
}

/** A run is asked for again until nothing of it is on its way. */
export const runQuery = (id: string) =>
  queryOptions({
    queryKey: [...key, 'run', id],
    queryFn: ({ signal }) => api.get<ReminderRun>(`/reminder-runs/${id}`, signal),
    refetchInterval: ({ state: { data } }) => {
      const has = (...states: SendingState[]) => data?.items.some(({ state }) => states.includes(state)) ?? false
      if (has('queued', 'sending')) return (data?.items.length ?? 0) > 200 ? 8000 : 1500
      return has('held') ? 60_000 : false
    },
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
