import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, queryOf } from '../api.ts'
import type { Language, Page } from '../contract.ts'
import { itemsOf } from '../items.ts'
import type {
  AudienceNow,
  Campaign,
  CampaignRow,
  PostingNow,
  Preview,
  Recipient,
  RecipientState,
  Rules,
  Segment,
  Undeliverable,
} from './contract.ts'

export const campaignsQuery = queryOptions({
  queryKey: ['campaigns'],
  queryFn: async ({ signal }) => itemsOf<CampaignRow>(await api.get('/campaigns', signal)),
})

/** While something is on its way, the numbers are asked for again and again. */
export const campaignQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaigns', id],
    queryFn: ({ signal }) => api.get<Campaign>(`/campaigns/${id}`, signal),
    refetchInterval: ({ state: { data } }) =>
      data && data.channel === 'email' && ['queued', 'sending'].includes(data.state) ? 1500 : false,
  })

export const rulesQuery = queryOptions({
  queryKey: ['marketing-rules'],
  queryFn: ({ signal }) => api.get<Rules>('/marketing-rules', signal),
  staleTime: 60_000,
})

export const segmentsQuery = queryOptions({
  queryKey: ['segments'],
  queryFn: async ({ signal }) => itemsOf<Segment>(await api.get('/segments', signal)),
})

export const audienceQuery = (id: string, revision: number) =>
  queryOptions({
    queryKey: ['campaigns', id, 'audience', revision],
    queryFn: ({ signal }) => api.get<AudienceNow>(`/campaigns/${id}/audience`, signal),
    staleTime: 0,
  })

export const previewQuery = (id: string, revision: number, language: Language) =>
  queryOptions({
    queryKey: ['campaigns', id, 'preview', revision, language],
    queryFn: ({ signal }) => api.get<Preview>(`/campaigns/${id}/preview${queryOf({ language })}`, signal),
  })

/** `at`: how many are where, so that the list follows the numbers. */
export const recipientsQuery = (id: string, state: RecipientState | undefined, at: string) =>
  infiniteQueryOptions({
    queryKey: ['campaigns', id, 'recipients', state ?? '', at],
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Recipient>>(
        `/campaigns/${id}/recipients${queryOf({ state, limit: 50, after: pageParam || undefined })}`,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

export const postingQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaigns', id, 'posting'],
    queryFn: ({ signal }) => api.get<PostingNow>(`/campaigns/${id}/posting`, signal),
  })

export const undeliverablesQuery = queryOptions({
  queryKey: ['undeliverables'],
  queryFn: async ({ signal }) => itemsOf<Undeliverable>(await api.get('/undeliverables', signal)),
})
