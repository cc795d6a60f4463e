import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import { newId } from '#platform/new-id'
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
import { pricedColumns, refuseUnseenContact, type SaidOfDeal, sourceOfDeal, wholeOf } from '../deal-parts.ts'
import { keepGiven } from '../keep-given.ts'
import { linesOf } from '../lines.ts'
import type { DealingsReach } from '../reach.ts'
import { usualDays } from '../usual-days.ts'
import { usualLanguage, type Whose } from '../usual-language.ts'
import type { Renewal } from './contract.ts'
import type { PartPeriods } from './part-period.ts'

export interface SaidInContract {
  contact?: string | null
  title?: string
  text?: string
  startsOn?: string
  /** Null: until further notice. */
  endsOn?: string | null
  renewal?: Renewal
  renewalMonths?: number | null
  noticeMonths?: number
  /** In which its customer is billed. */
  language?: Language
  /** What is billed by the contract, every so many months. */
  lines?: unknown
  billingMonths?: number | null
  /** How a period that it begins or ends in the middle of is billed; by days where nothing is said. */
  partPeriods?: PartPeriods
  /** The last day that was billed elsewhere, before the contract came here. */
  billedUntil?: string | null
  paymentDays?: number
}

export interface NewContract extends SaidParty, SaidInContract, SaidOfDeal {
  groupCompany?: string
  orderId?: string
  given?: Given
}

/** S6.4: begins a contract. It is a draft without a number until it is signed. Answers its id. */
export async function enterContract(act: Act<DealingsReach>, inForce: InForce, wish: NewContract): Promise<string> {
  const party = await partyOfDeal(act as unknown as Act<RegisterTables>, inForce, { field: 'com.contracts', ...wish })
  await refuseUnseenContact(act, wish.contact)
  const id = newId(act.at.getTime())
  const starts_on = dayInHelsinki(act.at)
  const groupCompany = groupCompanyOf(inForce.policy, wish.groupCompany)
  const { days } = await usualDays(act, inForce, { ...party, groupCompany })
  const row = {
    ...{ starts_on, ends_on: null, renewal: 'fixed' as Renewal, renewal_months: null, notice_months: 1, title: null },
    ...{ text: null, contact_person_id: null, lines: '[]', net_cents: 0, vat_cents: 0, total_cents: 0 },
    ...{ billing_months: null, billed_until: null, payment_days: days },
    language: wish.language ?? (await languageOf(act, inForce, { ...wish, ...party })),
    ...contractColumns(wish),
  }
  const { title } = row
  if (!title) throw new Refusal('VALUE_REQUIRED', 422, { field: 'title', clause: 'S6.4' })
  refuseTermOutOfOrder(row)
  const from = sourceOfDeal(inForce, act, wish, 'contract')
  await act.db
    .insertInto('register.contract')
    .values({
      ...{ id, group_company: groupCompany, state: 'draft', number: null },
      ...{ organisation_id: party.organisationId, person_id: party.personId, order_id: wish.orderId ?? null },
      ...{ ...row, title, signed_on: null, noticed_on: null, ended_on: null, end_reason: null, asked_for: null },
      ...from,
      ...{ owner: act.by, entered_by: act.by, entered_at: act.at, held_at: null },
    })
    .execute()
  await act.record({ what: 'contract.drafted', about: id, detail: { person: party.personId } })
  const { given, contact = null } = wish
  if (given) await keepGiven(act, inForce, { party, contact, given, from, document: { kind: 'contract', id } })
  return id
}

// Of an order it is the order's.
async function languageOf(
  act: Act<DealingsReach>,
  inForce: InForce,
  { orderId, ...whose }: Whose & { orderId?: string },
) {
  const order = orderId
    ? await act.db.selectFrom('register.sales_order').select('language').where('id', '=', orderId).executeTakeFirst()
    : undefined
  return order?.language ?? usualLanguage(act, inForce, whose)
}

/** The columns of what was said; what was not said is left out. */
export function contractColumns(said: SaidInContract) {
  const { contact, title, text, startsOn, endsOn, renewal, renewalMonths, noticeMonths, lines, paymentDays } = said
  const { billingMonths, billedUntil, partPeriods, language } = said
  return {
    ...(contact === undefined ? {} : { contact_person_id: contact }),
    ...(title === undefined ? {} : { title: textOfDeal('com.contracts', title, 200) }),
    ...(text === undefined ? {} : { text: textOfDeal('com.contracts', text, 8000) }),
    ...(startsOn === undefined ? {} : { starts_on: dayOf('startsOn', startsOn) }),
    ...(endsOn === undefined ? {} : { ends_on: endsOn === null ? null : dayOf('endsOn', endsOn) }),
    ...(renewal === undefined ? {} : { renewal }),
    ...(renewalMonths === undefined
      ? {}
      : { renewal_months: renewalMonths && wholeOf('renewalMonths', renewalMonths, [1, 120]) }),
    ...(noticeMonths === undefined ? {} : { notice_months: wholeOf('noticeMonths', noticeMonths, [0, 36]) }),
    ...(lines === undefined ? {} : pricedColumns(linesOf(lines))),
    ...(billingMonths === undefined ? {} : { billing_months: periodOf(billingMonths) }),
    ...(partPeriods === undefined ? {} : { part_periods: partPeriods }),
    ...(language === undefined ? {} : { language }),
    ...(billedUntil === undefined ? {} : { billed_until: billedUntil && dayOf('billedUntil', billedUntil) }),
    ...(paymentDays === undefined ? {} : { payment_days: wholeOf('paymentDays', paymentDays, [0, 365]) }),
  }
}

/** Refuses a contract that would end before it began, or renew itself without saying for how long. */
export function refuseTermOutOfOrder(row: {
  starts_on: string
  ends_on: string | null
  renewal: Renewal
  renewal_months: number | null
  billed_until: string | null
}) {
  if (row.billed_until && row.billed_until < row.starts_on)
    throw new Refusal('BILLED_BEFORE_BEGUN', 422, { field: 'billedUntil', day: row.starts_on })
  if (row.ends_on && row.ends_on < row.starts_on) throw new Refusal('DATES_NOT_IN_ORDER', 422, { field: 'endsOn' })
  if (row.renewal === 'fixed') return
  if (!row.ends_on) throw new Refusal('VALUE_REQUIRED', 422, { field: 'endsOn', clause: 'S6.4' })
  if (!row.renewal_months) throw new Refusal('VALUE_REQUIRED', 422, { field: 'renewalMonths', clause: 'S6.4' })
}

function periodOf(typed: number | null): number | null {
  if (typed === null || [1, 2, 3, 4, 6, 12].includes(typed)) return typed
  throw new Refusal('VALUE_NOT_VALID', 422, { field: 'billingMonths' })
}
