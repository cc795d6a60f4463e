import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import {
  type InForce,
  partyOfDeal,
  type RegisterTables,
  refuseUnlessSees,
  refuseUnlessWriter,
  textOfDeal,
} from '#register'
import { dayOf } from '../days.ts'
import { refuseUnseenContact } from '../deal-parts.ts'
import type { Line } from '../lines.ts'
import type { DealingsReach } from '../reach.ts'
import { aboveOrdered, type Gone } from './delivery.ts'
import { deliveryAddressOf } from './delivery-address.ts'
import { comingOfOrder, lockOrder } from './order-lock.ts'

export interface NewDelivery {
  orderId: string
  lines: readonly Gone[]
  plannedOn?: string
  contact?: string
  address?: unknown
  note?: string
  /** Why more goes out than was ordered. */
  reason?: string
}

/** S5.10: plans a delivery of an order, or of a part of it. More than was ordered needs a reason. Answers its id. */
export async function planDelivery(act: Act<DealingsReach>, inForce: InForce, wish: NewDelivery): Promise<string> {
  refuseUnlessWriter(inForce, act, 'com.delivery')
  refuseUnlessSees(inForce, act, ['com.orders'])
  const order = await lockOrder(act, wish.orderId)
  const asked = order.organisation_id ? { organisationId: order.organisation_id } : { personId: order.person_id ?? '' }
  const party = await partyOfDeal(act as unknown as Act<RegisterTables>, inForce, { field: 'com.delivery', ...asked })
  await refuseUnseenContact(act, wish.contact)
  const lines = goneOf(order.lines, wish.lines)
  const reason = textOfDeal('com.delivery', wish.reason, 2000)
  await refuseAbove(act, order, { lines, reason })

  const id = newId(act.at.getTime())
  const address = deliveryAddressOf(wish.address, 'address') ?? order.delivery_address
  await act.db
    .insertInto('register.delivery')
    .values({
      ...{ id, group_company: order.group_company, order_id: order.id, number: null, state: 'planned' },
      ...{ organisation_id: party.organisationId, person_id: party.personId },
      ...{ contact_person_id: wish.contact ?? order.contact_person_id, delivered_on: null, reason },
      ...{ planned_on: dayOf('plannedOn', wish.plannedOn ?? dayInHelsinki(act.at)), lines: JSON.stringify(lines) },
      ...{ address: address ? JSON.stringify(address) : null, note: textOfDeal('com.delivery', wish.note, 2000) },
      ...{ entered_by: act.by, entered_at: act.at, held_at: null },
    })
    .execute()
  await act.record({ what: 'delivery.planned', about: id, detail: { order: order.id, person: party.personId } })
  return id
}

/** Refuses more than was ordered without a reason, what other deliveries have taken out counted. */
export async function refuseAbove(
  act: Act<DealingsReach>,
  order: { id: string; lines: readonly Line[] },
  { lines, reason }: { lines: readonly Gone[]; reason: string | null },
) {
  const above = aboveOrdered(await comingOfOrder(act, order), lines)
  if (above.length > 0 && !reason)
    throw new Refusal('MORE_THAN_ORDERED', 422, { field: 'reason', clause: 'S5.10', lines: above })
}

function goneOf(ordered: readonly Line[], typed: readonly Gone[]): Gone[] {
  const known = new Set(ordered.map(({ id }) => id))
  const seen = new Set<string>()
  for (const [n, { line, quantity }] of typed.entries()) {
    if (!known.has(line) || seen.has(line)) throw new Refusal('VALUE_NOT_VALID', 422, { field: `lines.${n}.line` })
    if (!Number.isSafeInteger(quantity) || quantity > 1_000_000_000)
      throw new Refusal('VALUE_NOT_VALID', 422, { field: `lines.${n}.quantity` })
    if (quantity < 0) throw new Refusal('NEGATIVE_QUANTITY', 422, { field: `lines.${n}.quantity` })
    seen.add(line)
  }
  const lines = typed.filter(({ quantity }) => quantity > 0).map(({ line, quantity }) => ({ line, quantity }))
  if (lines.length === 0) throw new Refusal('VALUE_REQUIRED', 422, { field: 'lines', clause: 'S5.10' })
  return lines
}
