import { sql } from 'kysely'
import type { Act } from '#ledger'
import { type Day, dayInHelsinki } from '#platform/finnish-calendar'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessSees, refuseUnlessWriter, textOfDeal } from '#register'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import type { LeftUnbilled } from './left-unbilled.ts'
import { contractsToBill, ordersToBill } from './waiting-rows.view.ts'

/** What somebody saw waiting, and why it is not billed. */
export interface Leaving {
  kind: 'order' | 'contract'
  id: string
  since: Day
  netCents: number
  reason: string
}

/**
 * S5.11: leaves unbilled what waits of an order, or a contract's oldest period, with a reason; it waits no more until that is taken back. What
 * goes out or begins later is billed as ever. Refuses where something else waits than was seen (`WAITS_OTHERWISE`), in cents without VAT.
 */
export async function leaveUnbilled(act: Act<DealingsReach>, inForce: InForce, { kind, id, ...seen }: Leaving) {
  refuseUnlessWriter(inForce, act, 'com.invoicing')
  refuseUnlessSees(inForce, act, [kind === 'order' ? 'com.orders' : 'com.contracts'])
  const reason = textOfDeal('com.invoicing', seen.reason, 1000)
  if (!reason) throw new Refusal('VALUE_REQUIRED', 422, { field: 'reason', clause: 'S5.11' })
  await waitForBilling(act, { kind, id })
  const waiting = await waitingNow(act, { kind, id })
  if (!waiting || waiting.since !== seen.since || waiting.netCents !== seen.netCents)
    throw new Refusal('WAITS_OTHERWISE', 409, { clause: 'S5.11' })
  const entry: LeftUnbilled = { id: newId(act.at.getTime()), at: act.at.toISOString(), reason, ...waiting.what }
  const [left] = await rowsOf<{ done: boolean }>(
    act,
    sql`select seloste.leave_unbilled(${id}::uuid, ${JSON.stringify(entry)}::jsonb) as done`,
  )
  if (!left?.done) throw new Refusal('NOT_FOUND', 404)
  await act.record({ what: `${kind}.left-unbilled`, about: id, detail: { entry: entry.id } })
}

/** Takes back that something was left unbilled: it waits again. Refuses what was not left (`NOT_FOUND`). */
export async function billAfterAll(
  act: Act<DealingsReach>,
  inForce: InForce,
  { kind, id, entry }: Pick<Leaving, 'kind' | 'id'> & { entry: string },
) {
  refuseUnlessWriter(inForce, act, 'com.invoicing')
  refuseUnlessSees(inForce, act, [kind === 'order' ? 'com.orders' : 'com.contracts'])
  await waitForBilling(act, { kind, id })
  const table = sql.table(kind === 'order' ? 'register.sales_order' : 'register.contract')
  const [seen] = await rowsOf(act, sql`select id from ${table} where id = ${id}::uuid`)
  const [taken] = seen
    ? await rowsOf<{ back: boolean }>(act, sql`select seloste.bill_after_all(${id}::uuid, ${entry}) as back`)
    : []
  if (!taken?.back) throw new Refusal('NOT_FOUND', 404)
  await act.record({ what: `${kind}.billed-after-all`, about: id, detail: { entry } })
}

async function waitingNow(act: Act<DealingsReach>, { kind, id }: Pick<Leaving, 'kind' | 'id'>) {
  const today = dayInHelsinki(act.at)
  if (kind === 'order') {
    const [row] = await ordersToBill(act, [id], () => false)
    return row && { ...row, what: { lines: row.left.map((line) => ({ id: line.id, quantity: line.quantity })) } }
  }
  const [row] = await contractsToBill(act, [id], { sees: () => false, today })
  return row && row.since <= today ? { ...row, what: { since: row.since, until: row.until ?? row.since } } : undefined
}

// The locks of `billOrder` and `billContract`: what is billed this moment is not left unbilled as well.
function waitForBilling(act: Act<DealingsReach>, { kind, id }: Pick<Leaving, 'kind' | 'id'>) {
  return rowsOf(
    act,
    kind === 'order'
      ? sql`select pg_advisory_xact_lock(hashtextextended(${`bill ${id}`}, 0))`
      : sql`select pg_advisory_xact_lock(hashtextextended(${id}, 106))`,
  )
}
