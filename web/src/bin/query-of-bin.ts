import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { api, queryOf } from '../api.ts'
import type { BinFilter, BinPage } from './contract.ts'

export const queryOfBin = (asked: BinFilter) =>
  infiniteQueryOptions({
    queryKey: ['bin', asked],
    queryFn: ({ pageParam, signal }) =>
      api.get<BinPage>(`/bin${queryOf({ ...asked, after: pageParam || undefined })}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
