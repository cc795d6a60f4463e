import { sql } from 'kysely'
import { type LedgerTables, look, type Occasion } from '#ledger'
import type { Holding } from '#register'
import type { Running, Statement } from '#statement'
import { rowsOf } from '../rows.ts'
import { type Erased, erasePerson } from './erase-person.ts'
import { planErasure } from './plan-erasure.ts'
import type { ErasureTables } from './tables.ts'

type Tables = ErasureTables & LedgerTables

interface Wish<T> {
  holdings: readonly Holding<T>[]
  statement: Statement
  /** Only this person's, where a record of theirs has just changed. */
  personId?: string
}

// C4, trap: a blocker that ends and nobody who erases. What was held goes by itself, without a new request.
/** Goes on with every erasure of which a hold has ended; answers the people of whom something went. */
export async function resumeErasures<T extends Tables>(
  register: Pick<Running<T>, 'db'>,
  occasion: Occasion,
  wish: Wish<T>,
): Promise<string[]> {
  const machine = { ...occasion, duty: 'rights' }
  const only = wish.personId ? sql`and person_id = ${wish.personId}::uuid` : sql``
  const waiting = await look(register.db, machine, async (view) => {
    view.saw([], [])
    return rowsOf<{ id: string; held: unknown[] }>(
      view,
      sql`select person_id as id, held from register.erasure where state = 'held' ${only}
        and not exists (select from register.restriction kept where kept.person_id = erasure.person_id and kept.lifted_at is null
          and (erasure.request_id is null or kept.since > erasure.asked_at))
        order by asked_at`,
    )
  })

  const gone: string[] = []
  for (const { id, held } of waiting) {
    const plan = await look(register.db, machine, (view) => planErasure(view, { ...wish, personId: id }))
    const holds = plan.fates.filter(({ fate }) => fate === 'hold').map(({ ids: _, ...fate }) => fate)
    const hasMore = plan.fates.some(({ fate, rows, holding }) => fate === 'erase' && rows > 0 && holding !== 'ledger')
    if (!hasMore && sameHolds(holds, held)) continue
    const erased: Erased = await erasePerson(register, machine, { ...wish, personId: id })
    if (erased.outcomes.some(({ outcome }) => outcome !== 'held') || erased.state === 'done') gone.push(id)
  }
  return gone
}

function sameHolds(now: readonly object[], before: readonly unknown[]): boolean {
  const said = (list: readonly unknown[]) =>
    list
      .map((one) => canonical(one))
      .sort()
      .join('\n')
  return said(now) === said(before)
}

function canonical(one: unknown) {
  const fate = one as Record<string, unknown>
  return [fate.holding, fate.table, fate.rows, fate.blocker ?? '', fate.until ?? ''].join(' ')
}
