import type { Statement } from './format.ts'
import { rulesOfAddedFields } from './lint/added-fields.ts'
import { rulesOfContents } from './lint/contents.ts'
import { rulesOfContradictions } from './lint/contradictions.ts'
import { rulesOfCookies } from './lint/cookies.ts'
import { type Finding, findingsOf, type Rule } from './lint/finding.ts'
import { rulesOfLimits } from './lint/limits.ts'
import { rulesOfParties } from './lint/parties.ts'
import { rulesOfPublishing } from './lint/publishing.ts'
import { rulesOfPurposes } from './lint/purposes.ts'
import { rulesOfRequests } from './lint/requests.ts'
import { rulesOfRetention } from './lint/retention.ts'
import { rulesOfRights } from './lint/rights.ts'
import { rulesOfSharing } from './lint/sharing.ts'
import { rulesOfSources } from './lint/sources.ts'
import { rulesOfTransfers } from './lint/transfers.ts'
import { rulesOfWebsite } from './lint/website.ts'

export type { Finding, Level } from './lint/finding.ts'

/** Every rule of the lint, in the order of the statement's sections. */
export const rules: readonly Rule[] = [
  ...rulesOfParties,
  ...rulesOfPurposes,
  ...rulesOfContents,
  ...rulesOfAddedFields,
  ...rulesOfSources,
  ...rulesOfWebsite,
  ...rulesOfCookies,
  ...rulesOfSharing,
  ...rulesOfTransfers,
  ...rulesOfRetention,
  ...rulesOfRights,
  ...rulesOfRequests,
  ...rulesOfLimits,
  ...rulesOfContradictions,
  ...rulesOfPublishing,
]

const weights = { error: 0, warning: 1, note: 2 } as const

/** What the statement gets wrong or leaves unsaid: errors first, each group in the order of its clauses. */
export function lint(statement: Statement): Finding[] {
  return rules.flatMap((rule) => findingsOf(rule, statement)).sort(byWeightThenClause)
}

/** What stands between the statement and being published: its errors, and what the register needs to know to run by it. */
export function publishable(statement: Statement): Finding[] {
  const needed = rulesOfPublishing.flatMap((rule) => findingsOf(rule, statement))
  const errors = lint(statement).filter(({ level }) => level === 'error')
  return [...errors, ...needed.map((finding): Finding => ({ ...finding, level: 'error' }))].sort(byWeightThenClause)
}

function byWeightThenClause(a: Finding, b: Finding): number {
  return weights[a.level] - weights[b.level] || clauseNumber(a.clause) - clauseNumber(b.clause)
}

function clauseNumber(clause: string): number {
  const [section = '0', item = '0'] = clause.slice(1).split('.')
  return Number(section) * 1000 + Number(item)
}
