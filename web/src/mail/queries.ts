import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, queryOf } from '../api.ts'
import type { Attachables, Mailboxes, MailServices, Templates, Thread, ThreadPage } from './contract.ts'

export const mailboxesQuery = queryOptions({
  queryKey: ['mail', 'mailboxes'],
  queryFn: ({ signal }) => api.get<Mailboxes>('/mailboxes', signal),
})

export const faultsQuery = queryOptions({
  queryKey: ['mail', 'faults'],
  queryFn: ({ signal }) =>
    api.get<{ items: { id: string; name: string; fault: string; since: string }[] }>('/mailbox-faults', signal),
  staleTime: 120_000,
  retry: false,
})

export interface AskedThreads {
  show?: string
  mailbox?: string
  person?: string
  company?: string
  limit?: number
}

export const threadsQuery = (asked: AskedThreads) =>
  infiniteQueryOptions({
    queryKey: ['mail', 'threads', asked],
    queryFn: ({ pageParam, signal }) =>
      api.get<ThreadPage>(`/message-threads${queryOf({ ...asked, after: pageParam })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })

export const threadQuery = (id: string) =>
  queryOptions({
    queryKey: ['mail', 'thread', id],
    queryFn: ({ signal }) => api.get<Thread>(`/message-threads/${id}`, signal),
  })

export const attachablesQuery = (asked: { people: string[]; companies: string[] }) =>
  queryOptions({
    queryKey: ['mail', 'attachables', asked],
    queryFn: ({ signal }) => api.read<Attachables>('/message-attachables', asked, signal),
    enabled: asked.people.length + asked.companies.length > 0,
  })

export const templatesQuery = queryOptions({
  queryKey: ['mail', 'templates'],
  queryFn: ({ signal }) => api.get<Templates>('/mail-templates', signal),
})

export const signatureQuery = queryOptions({
  queryKey: ['mail', 'signature'],
  queryFn: ({ signal }) => api.get<{ text: string }>('/signature', signal),
})

export const copyAddressQuery = queryOptions({
  queryKey: ['mail', 'copy-address'],
  queryFn: ({ signal }) => api.get<{ address: string | null }>('/copy-address', signal),
})

export const servicesQuery = queryOptions({
  queryKey: ['mail', 'services'],
  queryFn: ({ signal }) => api.get<MailServices>('/mail-services', signal),
})
