import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import type { Circumstances } from '#recipients'
import { type InForce, refuseUnlessWriter } from '#register'
import { enterPayment } from '../payments/enter-payment.ts'
import type { DealingsReach } from '../reach.ts'
import { afterInvoice, type InvoiceEvent, isOwed } from './invoice.ts'
import { noteCollection } from './note-collection.ts'
import { refuseUnlessCollectable } from './remind.ts'

export type Settlement = { id: string } & (
  | { event: Exclude<InvoiceEvent, 'collection'> }
  | { event: 'collection'; about: Circumstances }
)

/**
 * Moves an invoice on: paid, credited, to collection or back. Answers whose erasure may go on, where it held one (S12.15). Collection is a
 * disclosure: it needs `about`, a collector whom the statement names, and is noted for the debtor's right of access.
 */
export async function settleInvoice(
  act: Act<DealingsReach>,
  inForce: InForce,
  { id, ...how }: Settlement,
): Promise<string | null> {
  refuseUnlessWriter(inForce, act, 'com.invoicing')
  const { event } = how
  const held = await act.db
    .selectFrom('register.invoice')
    .select(['status', 'revision', 'held_at', 'person_id', 'group_company', 'origin', 'kind', 'open_cents'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  const status = afterInvoice(event, held.status)
  if (!status || held.kind === 'credit-note')
    throw new Refusal('INVOICE_STATUS', 409, { clause: 'S5.11', status: held.status })
  const isOwn = held.origin === 'own'
  if (isOwn && event === 'credit') throw new Refusal('CREDIT_NOTE_NEEDED', 409, { clause: 'S5.11' })
  if (isOwn && event === 'payment') {
    const paid = await enterPayment(act, inForce, { invoice: id, amountCents: held.open_cents })
    return paid.released[0] ?? null
  }
  if (isOwn && event === 'collection') await refuseUnlessCollectable(act, id, held)
  if (how.event === 'collection')
    await noteCollection(act, how.about, { id, personId: held.person_id, groupCompany: held.group_company })

  const today = dayInHelsinki(act.at)
  await act.db
    .updateTable('register.invoice')
    .set({
      ...{ status, settled_on: isOwed(status) ? null : today, revision: held.revision + 1 },
      collection_on: status === 'collection' ? today : null,
    })
    .where('id', '=', id)
    .execute()
  await act.record({ what: 'invoice.settled', about: id, detail: { from: held.status, to: status } })
  return held.held_at && !isOwed(status) ? held.person_id : null
}
