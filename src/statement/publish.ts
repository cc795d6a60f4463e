import { sql } from 'kysely'
import { type Act, type LedgerTables, type Occasion, performAsOwner } from '#ledger'
import { Refusal } from '#platform/refusal'
import { activeVersion, type Published } from './active.ts'
import { applyGrants, rolesFor } from './apply-grants.ts'
import { administratorsOf, approvalsOf, mayPublish } from './approval.ts'
import { canonicalJson, statementHash } from './canonical.ts'
import { compile } from './compile.ts'
import { columnsFor } from './declared.ts'
import { settleTypes } from './declared-types.ts'
import type { Statement } from './format.ts'
import { droppedFields, numbered, type Plan, planOf } from './plan.ts'
import { readStatement } from './read.ts'
import type { Running } from './running.ts'
import type { StatementTables } from './tables.ts'

type Tables = LedgerTables & StatementTables

/** Publishes a statement file: in one transaction its version, columns, grants and record, or nothing of it. */
export async function publish<T extends Tables>(
  running: Running<T>,
  occasion: Occasion,
  source: string,
): Promise<Published> {
  const { statement, problems } = readStatement(source)
  if (!statement)
    throw new Refusal('STATEMENT_UNREADABLE', 422, { problems: problems.map(({ code, line }) => `${line}: ${code}`) })

  const next = numbered(statement, running.current())
  await rolesFor(running.db, running.ground, compile(next))
  await withRetries(() =>
    performAsOwner(running.db, occasion, (act) => publishOnce(act as unknown as Act<Tables>, running, source, next)),
  )
  await running.reload()
  const current = running.current()
  if (!current) throw new Error('published, and yet no version is in force')
  return current
}

async function publishOnce<T extends Tables>(act: Act<Tables>, running: Running<T>, source: string, next: Statement) {
  const db = act.db as unknown as Parameters<typeof activeVersion>[0]
  await sql`set local lock_timeout = '4s'`.execute(db)
  await sql`select pg_advisory_xact_lock(hashtext('publish a statement'))`.execute(db)

  const old = await activeVersion(db)
  if ((old?.version ?? 0) + 1 !== next.metadata.version) throw new Refusal('EDITED_MEANWHILE', 409, { clause: 'S0.2' })

  const plan = await planOf(db, running.ground, next, running.db.loginOf)
  const approvals = await approvalsOf(db, plan.hash)
  const policy = compile(next)
  refuseUnready(plan)
  await settleTypes(db, policy, running.ground.maps)
  mayPublish(plan, { approvals, administrators: await administratorsOf(db, act.at) }, act)

  for (const text of columnsFor(policy, running.ground.maps)) await sql.raw(text).execute(db)
  await keepVersion(act, next, source, plan, [...new Set([...approvals.map(({ by }) => by), act.by])])
  await retireFields(act, old, policy)
  await applyGrants(running.db, db, running.ground, policy)
  if (old) {
    const publication = { before: old.statement, next, material: plan.changeClass === 'material' }
    await running.ground.published?.(act as Act<unknown>, publication)
  }
  await sql`notify statement_published`.execute(db)

  await act.record({
    what: 'statement.published',
    about: `statement-${plan.version}`,
    detail: { hash: plan.hash, class: plan.changeClass, approvals: approvals.length },
  })
}

function refuseUnready({ findings, missing, changes, changeClass }: Plan) {
  const errors = findings.filter(({ level }) => level === 'error')
  const named = (list: typeof errors) => list.map(({ code, clause }) => `${code}@${clause}`)
  if (errors.length > 0) {
    throw new Refusal('STATEMENT_HAS_ERRORS', 422, { clause: errors[0]?.clause, findings: named(errors) })
  }
  if (missing.length > 0) {
    throw new Refusal('STATEMENT_NOT_READY', 422, { clause: missing[0]?.clause, findings: named(missing) })
  }
  // C6: the text of a clause that is linked to policy changes only together with what the register does.
  const drifted = changes.find(({ code }) => code === 'PROSE_WITHOUT_POLICY')
  if (drifted) throw new Refusal('PROSE_WITHOUT_POLICY', 422, { clause: drifted.clause })
  if (changeClass === 'none') throw new Refusal('STATEMENT_UNCHANGED', 409, { clause: 'S0.2' })
}

async function keepVersion(act: Act<Tables>, next: Statement, source: string, plan: Plan, approvedBy: string[]) {
  await act.db
    .insertInto('register.statement_version')
    .values({
      version: plan.version,
      hash: statementHash(next),
      canonical: canonicalJson(next),
      source,
      change_class: plan.changeClass === 'none' ? 'editorial' : plan.changeClass,
      summary: JSON.stringify({ changes: plan.changes.length, effects: plan.effects }),
      approved_by: approvedBy,
      published_at: act.at,
      effective_from: act.at,
      supersedes: typeof next.metadata.supersedes === 'number' ? next.metadata.supersedes : null,
    })
    .execute()
}

// Hidden at once with its grants, undoable for seven days by declaring the field again, then erased.
async function retireFields(act: Act<Tables>, old: Published | null, policy: ReturnType<typeof compile>) {
  const days = 7
  const eraseAt = new Date(act.at.getTime() + days * 24 * 60 * 60 * 1000)

  await act.db
    .deleteFrom('register.retired_field')
    .where('erased_at', 'is', null)
    .where('field', 'in', [...policy.fields.keys(), ''])
    .execute()
  for (const field of old ? droppedFields(old.policy, policy) : []) {
    await act.db
      .insertInto('register.retired_field')
      .values({ field, hidden_at: act.at, erase_at: eraseAt, erased_at: null, version: policy.version })
      .execute()
  }
}

// DDL waits for locks at most four seconds and tries again: a long report must not hold up the whole desk.
async function withRetries<R>(attempt: () => Promise<R>, left = 3): Promise<R> {
  try {
    return await attempt()
  } catch (fault) {
    const code = (fault as { code?: string }).code
    if (left === 0 || !(code === '55P03' || code === '40P01')) throw fault
    return withRetries(attempt, left - 1)
  }
}
