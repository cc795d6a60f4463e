import { type Kysely, type QueryExecutorProvider, sql } from 'kysely'
import type { Act, Occasion } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { Plan } from './plan.ts'
import type { StatementTables } from './tables.ts'

export interface Approval {
  by: string
  approvedAt: Date
}

const dayInMs = 24 * 60 * 60 * 1000

/** Who has approved this exact text. */
export async function approvalsOf(db: Kysely<StatementTables>, hash: string): Promise<Approval[]> {
  return db
    .selectFrom('register.statement_approval')
    .select(['by', 'approved_at as approvedAt'])
    .where('hash', '=', hash)
    .orderBy('approved_at')
    .execute()
}

/** How many administrators the house has: with one, a day's wait stands in for the second person. */
export async function administratorsOf(db: QueryExecutorProvider, at: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`select seloste.administrators(${at}) as count`.execute(db)
  return rows[0]?.count ?? 0
}

export interface Approved {
  approvals: readonly Approval[]
  administrators: number
}

/** S0.2, C6: a material version needs a second person; where there is one administrator, a day's wait after the first approval. */
export function mayPublish(
  plan: Pick<Plan, 'approvals'>,
  { approvals, administrators }: Approved,
  { by, at }: Pick<Occasion, 'by' | 'at'>,
) {
  if (plan.approvals === 1) return
  const others = approvals.filter((approval) => approval.by !== by)
  const waited = approvals.some(({ approvedAt }) => at.getTime() - approvedAt.getTime() >= dayInMs)
  if (others.length > 0 || (administrators <= 1 && waited)) return
  throw new Refusal('SECOND_APPROVAL_NEEDED', 409, { clause: 'S0.2', approvals: approvals.length })
}

/** Approves one exact text; the second person's approval opens publishing at once. */
export async function approveStatement(act: Act<StatementTables>, hash: string) {
  await act.db
    .insertInto('register.statement_approval')
    .values({ hash, by: act.by, approved_at: act.at })
    .onConflict((conflict) => conflict.columns(['hash', 'by']).doNothing())
    .execute()
  await act.record({ what: 'statement.approved', about: `draft-${hash.slice(0, 16)}`, detail: { hash } })
}
