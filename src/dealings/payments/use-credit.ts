import { sql } from 'kysely'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessWriter } from '#register'
import type { Cents } from '../money.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { allocate, lockedPayables, releasedBy } from './allocating.ts'

/**
 * What was paid too much on one invoice pays another of the same customer: its payments are moved, the newest first, as far as both
 * allow. Refuses an invoice that has nothing too much (`NOTHING_TO_MOVE`) and another's invoice (`NOT_FOUND`).
 */
export async function useCredit(act: Act<DealingsReach>, inForce: InForce, wish: { from: string; to: string }) {
  refuseUnlessWriter(inForce, act, 'com.invoicing')
  await lockedPayments(act, wish.from)
  const payables = await lockedPayables(act, [wish.from, wish.to])
  const [from, to] = [wish.from, wish.to].map((id) => payables.find((one) => one.id === id))
  if (!from) throw new Refusal('NOT_FOUND', 404)
  const isTheirs =
    to &&
    from.groupCompany === to.groupCompany &&
    (from.organisationId ?? from.personId) === (to.organisationId ?? to.personId)
  if (!to || !isTheirs || from.id === to.id) throw new Refusal('NOT_FOUND', 404, { field: 'to' })
  let left = Math.min(-from.open, Math.max(to.open, 0), from.paid)
  if (left <= 0) throw new Refusal('NOTHING_TO_MOVE', 409, { field: 'to' })
  const moved = left

  for (const { payment, cents } of await paidTo(act, from.id)) {
    const part = Math.min(left, cents)
    if (part <= 0) continue
    await allocate(act, payment, from.id, [{ bears: 'payment', cents: -part }])
    await allocate(act, payment, to.id, [{ bears: 'payment', cents: part }])
    await act.record({ what: 'payment.moved', about: payment, detail: { from: from.id, to: to.id } })
    left -= part
  }
  return { movedCents: moved - left, released: await releasedBy(act, [from.id, to.id]) }
}

// A payment before its invoices, as whoever allocates one does: two at once wait for each other.
function lockedPayments(act: Act<DealingsReach>, invoice: string) {
  return rowsOf(
    act,
    sql`select id from register.payment where id in (select payment_id from register.payment_allocation where invoice_id = ${invoice}::uuid)
      order by id for update`,
  )
}

function paidTo(act: Act<DealingsReach>, invoice: string) {
  return rowsOf<{ payment: string; cents: Cents }>(
    act,
    sql<{ payment: string; cents: Cents }>`
      select part.payment_id as payment, sum(part.cents)::bigint as cents
      from register.payment_allocation part join register.payment on payment.id = part.payment_id
      where part.invoice_id = ${invoice}::uuid and part.bears = 'payment' and payment.amount_cents > 0
      group by part.payment_id, payment.paid_on having sum(part.cents) > 0 order by payment.paid_on desc, part.payment_id`,
  )
}
