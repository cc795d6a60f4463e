import { sql } from 'kysely'
import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessSees, refuseUnlessWriter } from '#register'
import type { Gone } from '../deliveries/delivery.ts'
import { draftInvoice } from '../invoices/draft-invoice.ts'
import { type Line, ratedOn } from '../lines.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { leftToBill } from './left-to-bill.ts'

/**
 * S5.11: begins the invoice of what has gone out of an order, or of one delivery of it, and has not been invoiced yet; of all that was
 * ordered where nothing goes out, such as work, or where the order itself is billed (`billed_from`). Refuses where nothing is left (`ORDER_NOTHING_TO_BILL`). Answers the draft's id.
 */
export async function billOrder(
  act: Act<DealingsReach>,
  inForce: InForce,
  { orderId, deliveryId }: { orderId: string; deliveryId?: string },
): Promise<{ id: string }> {
  refuseUnlessWriter(inForce, act, 'com.invoicing')
  refuseUnlessSees(inForce, act, ['com.orders'])
  // Two presses at once make one invoice.
  await rowsOf(act, sql`select pg_advisory_xact_lock(hashtextextended(${`bill ${orderId}`}, 0))`)
  const order = await act.db
    .selectFrom('register.sales_order')
    .select(['id', 'group_company', 'organisation_id', 'person_id', 'contact_person_id', 'quote_id', 'opportunity_id'])
    .select([
      'state',
      'lines',
      'payment_days',
      'language',
      'buyer_reference',
      'number',
      'billed_from',
      'billed_before',
      'left_unbilled',
    ])
    .where('id', '=', orderId)
    .executeTakeFirst()
  if (!order) throw new Refusal('NOT_FOUND', 404, { field: 'order' })
  if (order.state === 'cancelled') throw new Refusal('ORDER_STATE', 409, { clause: 'S6.3', state: order.state })

  const made = await deliveriesOf(act, orderId)
  const delivered = deliveryId ? made.filter(({ id }) => id === deliveryId) : made
  if (deliveryId && delivered.length === 0) throw new Refusal('DELIVERY_STATE', 409, { clause: 'S5.10' })
  const unbilled = order.left_unbilled.map(({ lines }) => lines ?? [])
  const billed = [...(await billedOf(act, orderId)), order.billed_before, ...unbilled]
  const isWhole = made.length === 0 || (order.billed_from === 'order' && !deliveryId)
  const parts = isWhole ? [null] : partedByRates(order.lines, delivered)
  const part = parts
    .map((gone, n) => ({
      gone: gone ?? [],
      lines: leftToBill({
        ...{ lines: order.lines, billed },
        // What went out first was invoiced first.
        all: (deliveryId || isWhole ? made : parts.slice(0, n + 1).flatMap((one) => one ?? [])).map((one) => one.lines),
        gone: gone ? gone.map((one) => one.lines) : null,
      }),
    }))
    .find(({ lines }) => lines.length > 0)
  if (!part) throw new Refusal('ORDER_NOTHING_TO_BILL', 409, { clause: 'S5.11' })
  const deliveredOn = part.gone.at(-1)?.delivered_on ?? dayInHelsinki(act.at)
  return draftInvoice(act, inForce, {
    ...(order.organisation_id ? { organisationId: order.organisation_id } : { personId: order.person_id ?? '' }),
    ...{ groupCompany: order.group_company, contact: order.contact_person_id, language: order.language },
    lines: ratedOn(part.lines, deliveredOn),
    ...{ terms: [{ share: 10_000, days: order.payment_days }], yourReference: order.buyer_reference },
    deliveredOn,
    from: {
      ...{ orderId, quoteId: order.quote_id, opportunityId: order.opportunity_id },
      deliveryId: deliveryId ?? (part.gone.length === 1 ? (part.gone[0]?.id ?? null) : null),
    },
  })
}

interface Delivered {
  id: string
  lines: Gone[]
  delivered_on: string
}

// AVL 1501/1993 § 15: what went out before a rate changed and what went out after it are invoices of their own, the earlier one first.
function partedByRates(lines: readonly Line[], delivered: readonly Delivered[]): Delivered[][] {
  const rates = ({ delivered_on }: Delivered) => ratedOn(lines, delivered_on).map(({ vatRate }) => vatRate)
  return [...Map.groupBy(delivered, (one) => rates(one).join()).values()]
}

function deliveriesOf(act: Act<DealingsReach>, orderId: string) {
  return rowsOf<Delivered>(
    act,
    sql`select id, lines, delivered_on from register.delivery where order_id = ${orderId}::uuid and state = 'delivered' order by delivered_on, id`,
  )
}

// What a credit note took back may be invoiced again, but for what a complaint was settled with.
async function billedOf(act: Act<DealingsReach>, orderId: string): Promise<Line[][]> {
  const rows = await rowsOf<{ lines: Line[] }>(
    act,
    sql`select lines from register.invoice invoice where complaint_id is null and (order_id = ${orderId}::uuid
        or credits_invoice_id in (select id from register.invoice where order_id = ${orderId}::uuid))`,
  )
  return rows.map(({ lines }) => lines)
}
