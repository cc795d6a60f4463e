import { Refusal } from '#platform/refusal'
import type { Policy } from '#statement'
import { plainId } from './source.ts'

/** The group company of a relationship: the one asked for, else the first that the statement names. */
export function groupCompanyOf({ groupCompanies }: Policy, asked?: string | null): string {
  // A controller without a group is its own only company.
  if (!asked) return groupCompanies[0]?.id ?? 'controller'
  if (groupCompanies.some(({ id }) => id === asked) || (groupCompanies.length === 0 && asked === 'controller'))
    return asked
  throw new Refusal('GROUP_COMPANY_NOT_DECLARED', 422, {
    clause: 'S8.1',
    field: 'groupCompany',
    company: plainId(asked),
  })
}
