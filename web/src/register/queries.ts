import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, Problem, queryOf } from '../api.ts'
import type { Page } from '../contract.ts'
import { itemsOf } from '../items.ts'
import type {
  Company,
  ContactOfRegister,
  Enquiry,
  Field,
  FieldSubject,
  Found,
  Person,
  Relationship,
  Source,
  WaitingNotice,
} from './contract.ts'
import type { OpenOfKind } from './OpenWork.tsx'

export type Asked = Record<string, string | boolean | undefined>

const pageSize = 50

function pages<Item>(path: string, asked: Asked) {
  return infiniteQueryOptions({
    queryKey: [path, asked],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Item>>(`/${path}${queryOf({ ...asked, limit: pageSize, after: pageParam || undefined })}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
}

export const peopleQuery = (asked: Asked) => pages<Person>('people', asked)
export const enquiriesQuery = (asked: Asked) => pages<Enquiry>('enquiries', asked)

export const companyQuery = (id: string) =>
  queryOptions({ queryKey: ['companies', id], queryFn: ({ signal }) => api.get<Company>(`/companies/${id}`, signal) })

export const personQuery = (id: string) =>
  queryOptions({ queryKey: ['people', id], queryFn: ({ signal }) => api.get<Person>(`/people/${id}`, signal) })

export const mostNotices = 200

/** Notices that are late or fall due within so many days; -1 for the late ones only. */
export const noticesQuery = (within: number) =>
  queryOptions({
    queryKey: ['people', 'notices', within],
    queryFn: async ({ signal }) =>
      itemsOf<WaitingNotice>(await api.get(`/notices${queryOf({ within, limit: mostNotices })}`, signal)),
  })

export const relationshipsQuery = (id: string) =>
  queryOptions({
    queryKey: ['companies', id, 'relationships'],
    queryFn: async ({ signal }) => itemsOf<Relationship>(await api.get(`/companies/${id}/relationships`, signal)),
  })

export const relationshipQuery = (id: string) =>
  queryOptions({
    queryKey: ['relationships', id],
    queryFn: ({ signal }) => api.get<Relationship>(`/relationships/${id}`, signal),
  })

export const openWorkQuery = (id: string) =>
  queryOptions({
    queryKey: ['relationships', id, 'open'],
    queryFn: async ({ signal }) => itemsOf<OpenOfKind>(await api.get(`/relationships/${id}/open`, signal)),
    staleTime: 0,
  })

export const enquiryQuery = (id: string) =>
  queryOptions({ queryKey: ['enquiries', id], queryFn: ({ signal }) => api.get<Enquiry>(`/enquiries/${id}`, signal) })

export const fieldsQuery = (subject: FieldSubject) =>
  queryOptions({
    queryKey: ['fields', subject],
    queryFn: async ({ signal }) => itemsOf<Field>(await api.get(`/fields?subject=${subject}`, signal)),
    staleTime: 300_000,
  })

export const sourcesQuery = queryOptions({
  queryKey: ['sources'],
  queryFn: async ({ signal }) => itemsOf<Source>(await api.get('/sources', signal)),
  staleTime: 300_000,
})

export const searchQuery = (asked: string) =>
  queryOptions({
    queryKey: ['search', asked],
    queryFn: async ({ signal }) => itemsOf<Found>(await api.read('/search', { q: asked }, signal)),
    enabled: asked.length >= 2,
    placeholderData: keepPreviousData,
  })

export const contactQuery = queryOptions({
  queryKey: ['contact-of-register'],
  queryFn: async ({ signal }) => {
    try {
      return await api.get<ContactOfRegister | null>('/contact-of-register', signal)
    } catch (fault) {
      if (fault instanceof Problem && fault.status === 404) return null
      throw fault
    }
  },
})
