import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, queryOf } from '../api.ts'
import type { Page } from '../contract.ts'
import { itemsOf } from '../items.ts'
import type {
  Activity,
  Documents,
  MyDay,
  Note,
  Notification,
  Party,
  Ref,
  Rules,
  Task,
  TimelinePage,
  WorkWishes,
} from './contract.ts'

/** How work of somebody, or of one deal of theirs, is asked for. */
export const askedOf = ({ subject, ...party }: Party) => ({ ...party, subject: subject?.id })

const pathOf = ({ company, person }: Party) => (company ? `/companies/${company}` : `/people/${person}`)

export const timelineQuery = (party: Party, kinds: string[]) =>
  infiniteQueryOptions({
    queryKey: ['work', 'timeline', party, kinds],
    queryFn: ({ pageParam, signal }) =>
      api.get<TimelinePage>(
        `${pathOf(party)}/timeline${queryOf({ kinds: kinds.join(), subject: party.subject?.id, after: pageParam || undefined })}`,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })

export const tasksQuery = (asked: Record<string, string | undefined>) =>
  infiniteQueryOptions({
    queryKey: ['work', 'tasks', asked],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Task>>(`/tasks${queryOf({ ...asked, after: pageParam || undefined })}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })

export const taskQuery = (id: string) =>
  queryOptions({ queryKey: ['work', 'task', id], queryFn: ({ signal }) => api.get<Task>(`/tasks/${id}`, signal) })

export const noteQuery = (id: string) =>
  queryOptions({ queryKey: ['work', 'note', id], queryFn: ({ signal }) => api.get<Note>(`/notes/${id}`, signal) })

export const activityQuery = (id: string) =>
  queryOptions({
    queryKey: ['work', 'activity', id],
    queryFn: ({ signal }) => api.get<Activity>(`/activities/${id}`, signal),
  })

export const documentsQuery = (party: Party) =>
  queryOptions({
    queryKey: ['work', 'documents', party],
    queryFn: ({ signal }) => api.get<Documents>(`/documents${queryOf(askedOf(party))}`, signal),
  })

/** Colleagues whose duty sees this company or person; without one, those who read tasks at all. */
export const seeingQuery = ({ company, person }: Party) =>
  queryOptions({
    queryKey: ['work', 'seeing', company ?? person ?? ''],
    queryFn: async ({ signal }) =>
      itemsOf<Ref>(await api.get(`/colleagues-who-see${queryOf({ company, person })}`, signal)),
    staleTime: 300_000,
  })

export const myDayQuery = queryOptions({
  queryKey: ['work', 'day'],
  queryFn: ({ signal }) => api.get<MyDay>('/my-day', signal),
})

export const notificationsQuery = queryOptions({
  queryKey: ['work', 'notifications'],
  queryFn: async ({ signal }) => itemsOf<Notification>(await api.get('/notifications', signal)),
})

export const rulesQuery = queryOptions({
  queryKey: ['work', 'rules'],
  queryFn: ({ signal }) => api.get<Rules>('/work-rules', signal),
})

export const workWishesQuery = queryOptions({
  queryKey: ['work', 'wishes'],
  queryFn: ({ signal }) => api.get<WorkWishes>('/work-wishes', signal),
})
