import { queryOptions } from '@tanstack/react-query'
import { api } from '../api.ts'
import type { Choices, OrganisationChoices } from './contract.ts'

export const choicesQuery = (person: string) =>
  queryOptions({
    queryKey: ['people', person, 'choices'],
    queryFn: ({ signal }) => api.get<Choices>(`/people/${person}/choices`, signal),
  })

export const organisationChoicesQuery = (company: string) =>
  queryOptions({
    queryKey: ['companies', company, 'choices'],
    queryFn: ({ signal }) => api.get<OrganisationChoices>(`/companies/${company}/choices`, signal),
  })
