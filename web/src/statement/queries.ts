import { queryOptions } from '@tanstack/react-query'
import { api, Problem } from '../api.ts'
import { itemsOf } from '../items.ts'
import type {
  BinnedDraft,
  Difference,
  Draft,
  FieldForm,
  InForce,
  OpenDraft,
  Plan,
  Question,
  Version,
} from './contract.ts'
import { remembering } from './open-draft.ts'

/** The statement in force, or null before the first is published. */
export const statementQuery = queryOptions({
  queryKey: ['statement'],
  queryFn: async ({ signal }) => {
    try {
      return await api.get<InForce | null>('/statement', signal)
    } catch (fault) {
      if (fault instanceof Problem && ['NO_ACTIVE_STATEMENT', 'NOT_FOUND'].includes(fault.code)) return null
      throw fault
    }
  },
  staleTime: 60_000,
})

export const versionsQuery = queryOptions({
  queryKey: ['statement', 'versions'],
  queryFn: async ({ signal }) => itemsOf<Version>(await api.get('/statement/versions', signal)),
})

export const differenceQuery = (a: string, b: string) =>
  queryOptions({
    queryKey: ['statement', 'difference', a, b],
    queryFn: ({ signal }) => api.get<Difference>(`/statement/versions/${a}/difference/${b}`, signal),
  })

export const draftsQuery = queryOptions({
  queryKey: ['statement', 'drafts'],
  queryFn: async ({ signal }) => itemsOf<Draft>(await api.get('/statement/drafts', signal)),
})

export const draftBinQuery = queryOptions({
  queryKey: ['statement', 'draft-bin'],
  queryFn: async ({ signal }) => itemsOf<BinnedDraft>(await api.get('/statement/draft-bin', signal)),
})

export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['statement', 'drafts', id],
    queryFn: async ({ client, queryKey, signal }) => {
      const answer = await api.get<OpenDraft>(`/statement/drafts/${id}`, signal)
      return remembering(client.getQueryData<OpenDraft>(queryKey), answer)
    },
  })

export const fieldFormQuery = (id: string) =>
  queryOptions({
    queryKey: ['statement', 'drafts', id, 'field-form'],
    queryFn: ({ signal }) => api.get<FieldForm>(`/statement/drafts/${id}/field-form`, signal),
    staleTime: 0,
  })

export const planQuery = (id: string) =>
  queryOptions({
    queryKey: ['statement', 'drafts', id, 'plan'],
    queryFn: ({ signal }) => api.get<Plan>(`/statement/drafts/${id}/plan`, signal),
  })

export const wizardQuery = queryOptions({
  queryKey: ['statement', 'wizard'],
  queryFn: async ({ signal }) => {
    const answer = await api.get<{ questions?: Question[] }>('/statement/wizard', signal)
    return answer.questions ?? itemsOf<Question>(answer)
  },
})
