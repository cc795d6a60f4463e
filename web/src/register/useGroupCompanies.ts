import { useQuery } from '@tanstack/react-query'
import type { Named } from '../contract.ts'
import { statementQuery } from '../statement/queries.ts'

const none: Named[] = []

/** The companies that share the register, as the statement in force names them. */
export function useGroupCompanies(): Named[] {
  return useQuery(statementQuery).data?.statement.group?.members ?? none
}
