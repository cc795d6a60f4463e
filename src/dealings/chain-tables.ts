import type { Generated, JSONColumnType } from 'kysely'
import type { Day } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import type { AssignmentState } from './assignments/assignment.ts'
import type { LeftUnbilled } from './billing/left-unbilled.ts'
import type { ContractState, Renewal } from './contracts/contract.ts'
import type { DeliveryState, Gone } from './deliveries/delivery.ts'
import type { DeliveryAddress } from './deliveries/delivery-address.ts'
import type { Line } from './lines.ts'
import type { BilledBefore, BilledFrom, OrderState } from './orders/order.ts'
import type { QuoteState, VersionState } from './quotes/quote.ts'
import type { QuoteContent } from './quotes/quote-content.ts'

type Json<T extends object> = JSONColumnType<T, string, string>
type MaybeJson<T extends object> = JSONColumnType<T | null, string | null, string | null>

interface OfParty {
  id: string
  group_company: string
  organisation_id: string | null
  person_id: string | null
  entered_by: string
  entered_at: Date
  held_at: Date | null
  revision: Generated<number>
}

interface Priced {
  lines: Json<Line[]>
  net_cents: number
  vat_cents: number
  total_cents: number
}

interface FromSource {
  source: string
  source_note: string | null
}

export interface ChainTables {
  'register.quote': OfParty &
    Priced &
    FromSource & {
      contact_person_id: string | null
      enquiry_id: string | null
      opportunity_id: string | null
      quote_request_id: Generated<string | null>
      order_id: string | null
      owner: string | null
      number: string | null
      /** How many versions were sent. */
      version: number
      state: QuoteState
      title: string | null
      language: Language
      valid_until: Day
      payment_days: number
      opening: string | null
      terms: string | null
      changed_at: Date
      binned_at: Generated<Date | null>
      binned_by: Generated<string | null>
    }
  'register.quote_version': {
    id: string
    quote_id: string
    group_company: string
    organisation_id: string | null
    person_id: string | null
    version: number
    state: VersionState
    content: Json<QuoteContent>
    hash: string
    valid_until: Day
    total_cents: number
    sent_at: Date
    sent_by: string
    answered_at: Date | null
    answered_via: 'page' | 'desk' | null
    answered_by: string | null
    answered_name: string | null
    reason: string | null
    held_at: Date | null
  }
  'register.sales_order': OfParty &
    Priced &
    FromSource & {
      contact_person_id: string | null
      opportunity_id: string | null
      quote_id: string | null
      quote_version: number | null
      owner: string | null
      number: string
      state: OrderState
      title: string | null
      language: Language
      ordered_on: Day
      wanted_on: Day | null
      settled_on: Day | null
      buyer_name: string
      buyer_reference: string | null
      delivery_address: MaybeJson<DeliveryAddress>
      payment_days: number
      terms: string | null
      reason: string | null
      billed_from: Generated<BilledFrom>
      /** Kept by the database as issued invoices of it go. */
      billed_before: Generated<BilledBefore>
      /** Counted by the database; null: nothing of it waits to be billed. */
      waits_since: Generated<Day | null>
      /** Kept by `seloste.leave_unbilled`. */
      left_unbilled: Generated<LeftUnbilled[]>
    }
  'register.delivery': OfParty & {
    contact_person_id: string | null
    order_id: string
    number: string | null
    state: DeliveryState
    planned_on: Day
    delivered_on: Day | null
    address: MaybeJson<DeliveryAddress>
    lines: Json<Gone[]>
    reason: string | null
    note: string | null
  }
  'register.contract': OfParty &
    Priced &
    FromSource & {
      contact_person_id: string | null
      order_id: string | null
      owner: string | null
      number: string | null
      state: ContractState
      title: string
      text: string | null
      /** In which its customer is billed. */
      language: Generated<Language>
      signed_on: Day | null
      starts_on: Day
      ends_on: Day | null
      renewal: Renewal
      renewal_months: number | null
      notice_months: number
      noticed_on: Day | null
      /** The end before notice was given, while a notice stands. */
      agreed_until: Generated<Day | null>
      ended_on: Day | null
      end_reason: string | null
      asked_for: Day | null
      end_proposed_on: Day | null
      billing_months: number | null
      part_periods: Generated<'days' | 'whole'>
      billed_until: Generated<Day | null>
      /** Counted by the database: the first and the last day of the oldest period, or part of one, that was not billed. */
      bills_next: Generated<Day | null>
      bills_until: Generated<Day | null>
      /** Counted by the database: the last day billed beyond its end that waits to be credited. */
      billed_beyond: Generated<Day | null>
      /** Kept by `seloste.leave_unbilled`. */
      left_unbilled: Generated<LeftUnbilled[]>
      payment_days: number
      binned_at: Generated<Date | null>
      binned_by: Generated<string | null>
    }
  'register.assignment': OfParty &
    FromSource & {
      contract_id: string | null
      order_id: string | null
      owner: string | null
      number: string
      state: AssignmentState
      title: string
      text: string | null
      starts_on: Day
      ends_on: Day | null
      settled_on: Day | null
      outcome: string | null
    }
  'register.assignment_contact': {
    id: string
    assignment_id: string
    staff_id: string | null
    person_id: string | null
    task: string | null
    added_by: string
    added_at: Date
  }
}
