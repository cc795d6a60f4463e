import { queryOptions } from '@tanstack/react-query'
import { api, queryOf } from '../../api.ts'
import type { DocumentKind, PaperAtDesk, PaperSetting } from './contract.ts'

export const paperQuery = (document: DocumentKind, id: string) =>
  queryOptions({
    queryKey: ['papers', document, id],
    queryFn: ({ signal }) => api.get<PaperAtDesk>(`/${document}/${id}/paper`, signal),
    // What is just leaving is asked after until it has left.
    refetchInterval: ({ state }) => (state.data?.sent.some((one) => one.state === 'sending') ? 2000 : false),
  })

export const paperSettingQuery = (groupCompany?: string) =>
  queryOptions({
    queryKey: ['paper-settings', groupCompany ?? null],
    queryFn: ({ signal }) => api.get<PaperSetting>(`/paper-settings${queryOf({ groupCompany })}`, signal),
  })
