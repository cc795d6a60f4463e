import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../api.ts'
import { itemsOf } from '../items.ts'
import type {
  Colleague,
  Instruction,
  Matrix,
  Me,
  OpenWork,
  ReviewOfAccess,
  Session,
  StaffMember,
  Token,
} from './contract.ts'

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => api.get<Me>('/me', signal),
  staleTime: 60_000,
})

export const staffQuery = queryOptions({
  queryKey: ['staff'],
  queryFn: async ({ signal }) => itemsOf<StaffMember>(await api.get('/staff', signal)),
})

export const openWorkQuery = (staff: string, to: string | null) =>
  queryOptions({
    queryKey: ['staff', staff, 'work', to],
    queryFn: ({ signal }) => api.get<OpenWork>(`/staff/${staff}/work${to ? `?to=${to}` : ''}`, signal),
    placeholderData: keepPreviousData,
  })

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: async ({ signal }) => itemsOf<Session>(await api.get('/sessions', signal)),
})

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: async ({ signal }) => itemsOf<Token>(await api.get('/tokens', signal)),
})

export const instructionQuery = queryOptions({
  queryKey: ['instruction'],
  queryFn: ({ signal }) => api.get<Instruction | null>('/instruction', signal),
})

export const reviewQuery = queryOptions({
  queryKey: ['access-review'],
  queryFn: ({ signal }) => api.get<ReviewOfAccess>('/access/review', signal),
})

export const matrixQuery = queryOptions({
  queryKey: ['matrix'],
  queryFn: ({ signal }) => api.get<Matrix>('/access/matrix', signal),
})

/** Whose account is closed: what they looked after is still found. */
export const colleaguesWhoLeftQuery = queryOptions({
  queryKey: ['colleagues', 'left'],
  queryFn: async ({ signal }) => itemsOf<Colleague>(await api.get('/colleagues/left', signal)),
  staleTime: 300_000,
})

export const colleaguesQuery = queryOptions({
  queryKey: ['colleagues'],
  queryFn: async ({ signal }) => itemsOf<Colleague>(await api.get('/colleagues', signal)),
  staleTime: 300_000,
})
