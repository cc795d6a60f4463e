import { sql } from 'kysely'
import { type Act, type LedgerTables, type Look, type Occasion, perform } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { Erasure, Fate } from '#register'
import type { Running } from '#statement'
import { rowsOf } from '../rows.ts'
import { resumesOn } from './held-together.ts'
import { type ErasurePlan, type ErasureWish, planErasure } from './plan-erasure.ts'
import type { ErasureTables } from './tables.ts'

export interface Erased {
  /** Of the row in `register.erasure`. */
  id: string
  state: 'held' | 'done'
  outcomes: Erasure[]
  held: Fate[]
}

type Tables = ErasureTables & LedgerTables

interface Asked {
  /** The person's own wish, a case of theirs. */
  request?: string
  /** It was done before, and a restored backup brought them back. */
  again?: boolean
}

/** Somebody was to be erased who is due no more: nothing was done. */
export class NotDueAnyMore extends Error {}

// C4: partial erasure executes now; what is held goes later without a new request. One transaction: nobody is half erased.
/**
 * Erases a person in every holding, but for what the data say is held. Asked again, it goes on where a hold has ended. Who is chosen by a rule
 * is asked about once more in the same transaction, by `isDue`; throws `NotDueAnyMore`. Refuses as `PERSON_RESTRICTED` whose data are restricted, unless they asked for it later themselves.
 */
export async function erasePerson<T extends Tables>(
  register: Pick<Running<T>, 'db'>,
  occasion: Occasion,
  wish: ErasureWish<T> & Asked & { isDue?: (act: Act<Tables>) => Promise<boolean> },
): Promise<Erased> {
  const db = register.db as unknown as Running<Tables>['db'] // its tables are among T's
  return perform(db, { ...occasion, duty: 'rights' }, async (act) => {
    if (wish.isDue && !(await wish.isDue(act))) throw new NotDueAnyMore()
    return execute(act, wish as unknown as ErasureWish<Tables> & Asked)
  })
}

async function execute(act: Act<Tables>, wish: ErasureWish<Tables> & Asked): Promise<Erased> {
  const { holdings, personId, request } = wish
  await rowsOf(act, sql`select pg_advisory_xact_lock(hashtext(${`erasure of ${personId}`}))`)
  const before = await act.db
    .selectFrom('register.erasure')
    .select(['id', 'outcomes', 'request_id', 'asked_at'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!wish.again) await refuseRestricted(act, personId, request ? act.at : before?.request_id ? before.asked_at : null)
  const plan = await planErasure(asLook(act), wish)
  if (!before && !plan.fates.some(({ fate, rows }) => rows > 0 && fate !== 'keep-minimal'))
    throw new Refusal('NOT_FOUND', 404)

  const outcomes: Erasure[] = []
  for (const holding of holdings) outcomes.push(...(await holding.erase(act, personId, plan.fates)))
  const id = await keepEvidence(act, { plan, outcomes, before, request })
  await act.record({
    what: before ? 'erasure.resumed' : 'person.erased',
    about: personId,
    detail: {
      held: plan.fates.filter(({ fate }) => fate === 'hold').length,
      erased: outcomes.filter(({ outcome }) => outcome === 'erased').reduce((sum, { rows }) => sum + rows, 0),
    },
    replay: { kind: 'erasure', person: personId },
  })
  return { id, state: plan.isHeld ? 'held' : 'done', outcomes, held: plan.fates.filter(({ fate }) => fate === 'hold') }
}

// Art. 18(2) GDPR: of whoever restricted the use of their data, nothing goes but at their own later wish; docs/decisions/0011.
async function refuseRestricted(act: Act<Tables>, personId: string, askedAt: Date | null) {
  const kept = await rowsOf(
    act,
    sql`select from register.restriction where person_id = ${personId}::uuid and lifted_at is null
      and (${askedAt}::timestamptz is null or since > ${askedAt}::timestamptz) limit 1`,
  )
  if (kept.length > 0) throw new Refusal('PERSON_RESTRICTED', 409, { clause: 'S12.19' })
}

interface Evidence {
  plan: ErasurePlan
  outcomes: Erasure[]
  before: { id: string; outcomes: unknown } | undefined
  request?: string
}

// S12.11: the proof of an erasure is counts by table and class, and no value.
async function keepEvidence(act: Act<Tables>, { plan, outcomes, before, request }: Evidence): Promise<string> {
  const held = plan.fates.filter(({ fate }) => fate === 'hold')
  const done = outcomes.filter(({ outcome }) => outcome !== 'held')
  const now = {
    state: plan.isHeld ? ('held' as const) : ('done' as const),
    done_at: plan.isHeld ? null : act.at,
    resumes_on: resumesOn(plan.fates),
    held: JSON.stringify(held.map(withoutIds)),
    ...(done.length > 0 || !before ? { bytes_left_at: null, wal_position: null, wal_left_at: null } : {}),
  }
  if (before) {
    const all = [...(before.outcomes as Erasure[]).filter(({ outcome }) => outcome !== 'held'), ...outcomes]
    await act.db
      .updateTable('register.erasure')
      .set({ ...now, outcomes: JSON.stringify(all) })
      .where('id', '=', before.id)
      .execute()
    return before.id
  }
  const { id } = await act.db
    .insertInto('register.erasure')
    .values({
      ...{ person_id: plan.personId, request_id: request ?? null, asked_at: act.at, asked_by: act.by },
      ...{ statement_version: Number(act.under), planned: JSON.stringify(plan.fates.map(withoutIds)) },
      ...{ outcomes: JSON.stringify(outcomes), backups_left_on: null, ...now },
      ...{ bytes_left_at: null, wal_position: null, wal_left_at: null },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

function withoutIds({ ids: _, ...fate }: Fate) {
  return fate
}

// The plan that is executed is made in the same transaction; it shows nobody to anybody, so the access log has no entry.
function asLook(act: Act<Tables>): Look<Tables> {
  return { ...act, saw: () => undefined } as unknown as Look<Tables>
}
