import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import { Refusal } from '#platform/refusal'
import {
  type Given,
  groupCompanyOf,
  type InForce,
  partyOfDeal,
  type RegisterTables,
  type SaidParty,
  textOfDeal,
} from '#register'
import { dayOf } from '../days.ts'
import { refuseUnseenContact, type SaidOfDeal, sourceOfDeal, wholeOf } from '../deal-parts.ts'
import { deliveryAddressOf } from '../deliveries/delivery-address.ts'
import { keepGiven } from '../keep-given.ts'
import { linesOf, refuseRatesOutOfForce } from '../lines.ts'
import type { DealingsReach } from '../reach.ts'
import { usualDays } from '../usual-days.ts'
import type { BilledFrom } from './order.ts'
import { placeOrder } from './place-order.ts'

export interface NewOrder extends SaidParty, SaidOfDeal {
  groupCompany?: string
  contact?: string
  opportunityId?: string
  title?: string
  language?: Language
  lines: unknown
  wantedOn?: string
  buyerReference?: string
  deliveryAddress?: unknown
  paymentDays?: number
  terms?: string
  billedFrom?: BilledFrom
  given?: Given
}

export interface Entered {
  id: string
  groupCompany: string
  personId: string | null
}

/** S6.3: enters an order that came without a quote, by phone, by mail or over the counter. */
export async function enterOrder(act: Act<DealingsReach>, inForce: InForce, wish: NewOrder): Promise<Entered> {
  const party = await partyOfDeal(act as unknown as Act<RegisterTables>, inForce, { field: 'com.orders', ...wish })
  await refuseUnseenContact(act, wish.contact)
  const lines = linesOf(wish.lines)
  if (lines.length === 0) throw new Refusal('VALUE_REQUIRED', 422, { field: 'lines', clause: 'S6.3' })
  const today = dayInHelsinki(act.at)
  refuseRatesOutOfForce(lines, today)
  const wantedOn = wish.wantedOn ? dayOf('wantedOn', wish.wantedOn) : null
  if (wantedOn && wantedOn < today) throw new Refusal('DATES_NOT_IN_ORDER', 422, { field: 'wantedOn' })
  const groupCompany = groupCompanyOf(inForce.policy, wish.groupCompany)
  const usual = await usualDays(act, inForce, { ...party, groupCompany })

  const from = sourceOfDeal(inForce, act, wish, 'order')
  const id = await placeOrder(act, {
    ...{ groupCompany, organisationId: party.organisationId, personId: party.personId, buyerName: party.name },
    ...{ contact: wish.contact ?? null, opportunityId: wish.opportunityId ?? null, owner: act.by, lines, wantedOn },
    ...{ title: textOfDeal('com.orders', wish.title, 200), language: wish.language ?? 'fi' },
    buyerReference: textOfDeal('com.orders', wish.buyerReference, 100),
    deliveryAddress: deliveryAddressOf(wish.deliveryAddress),
    paymentDays: wholeOf('paymentDays', wish.paymentDays ?? usual.days, [0, 365]),
    terms: textOfDeal('com.orders', wish.terms),
    ...(wish.billedFrom ? { billedFrom: wish.billedFrom } : {}),
    from,
  })
  const { given, contact = null } = wish
  if (given) await keepGiven(act, inForce, { party, contact, given, from, document: { kind: 'order', id } })
  return { id, groupCompany, personId: party.personId }
}
