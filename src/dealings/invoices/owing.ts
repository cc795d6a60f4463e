import { sql } from 'kysely'
import type { Act, Look } from '#ledger'
import type { Day } from '#platform/finnish-calendar'
import type { Cents } from '../money.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { interestTo, type ReferenceRate } from './late-interest.ts'
import type { Instalment } from './payment-terms.ts'
import { nextReminder } from './reminding.ts'

/** An invoice that is late, as far as a reminder needs it. */
export interface Owing {
  id: string
  groupCompany: string
  organisationId: string | null
  personId: string | null
  contactId: string | null
  number: string
  name: string
  status: string
  open: Cents
  dueOn: Day
  hasAddress: boolean
  instalments: Instalment[]
  payments: { on: Day; cents: Cents }[]
  reminded: Day[]
  /** The fees that its reminders have asked for. */
  fees: Cents
  revision: number
}

export interface WhichOwing {
  groupCompany: string
  today: Day
  ids?: readonly string[]
  /** Those that come after this one, an id; the oldest where nothing is said. */
  after?: string | null
  most?: number
}

/** The open invoices of a group company of which something was due before a day, the oldest first; or those of certain ids. */
export function owingOf(
  reach: Look<DealingsReach> | Act<DealingsReach>,
  { groupCompany, today, ids, after, most = 1000 }: WhichOwing,
): Promise<Owing[]> {
  const some = ids ? sql`and id = any(${[...ids]}::uuid[])` : sql``
  const rest = after
    ? sql`and (due_on, id) > (select seen.due_on, seen.id from register.invoice seen where seen.id = ${after}::uuid)`
    : sql``
  return rowsOf<Owing>(
    reach,
    sql<Owing>`
      select id, group_company as "groupCompany", organisation_id as "organisationId", person_id as "personId",
        contact_person_id as "contactId", number, debtor_name as name,
        status, open_cents as open, due_on as "dueOn", instalments, revision, debtor_address is not null as "hasAddress",
        coalesce((select jsonb_agg(jsonb_build_object('on', payment.paid_on, 'cents', part.cents))
          from register.payment_allocation part join register.payment on payment.id = part.payment_id
          where part.invoice_id = invoice.id and part.bears <> 'charge'), '[]')
        -- what was credited was never owed: it bears no interest from the first day
        || coalesce((select jsonb_agg(jsonb_build_object('on', invoice.issued_on, 'cents', -note.amount_cents))
          from register.invoice note where note.credits_invoice_id = invoice.id and note.number is not null), '[]') as payments,
        coalesce((select jsonb_agg(reminded_on order by round) from register.reminder where invoice_id = invoice.id), '[]') as reminded,
        coalesce((select sum(fee_cents) from register.reminder where invoice_id = invoice.id), 0)::integer as fees
      from register.invoice
      where group_company = ${groupCompany} and origin = 'own' and kind = 'invoice' and status = 'open' and open_cents > 0
        and held_at is null and (instalments->0->>'dueOn')::date < ${today}::date ${some} ${rest}
        and (select count(*) from register.reminder where invoice_id = invoice.id) < 2
      order by due_on, id limit ${most}`,
  )
}

export interface Asking {
  reminderFee: Cents
  lateInterest: number | null
  rates: readonly ReferenceRate[]
}

/** What a reminder of this invoice would ask for on a day, or null where none may be sent yet. Interest is null while its rate is unknown. */
export function reminderFor(today: Day, owing: Owing, { reminderFee, lateInterest, rates }: Asking) {
  const consumer = owing.organisationId === null // a sole trader buys for a business
  const next = nextReminder(today, { ...owing, consumer }, reminderFee)
  if (!next) return null
  const interest = interestTo(today, { ...owing, consumer, agreed: lateInterest, rates })
  return { ...next, interest, consumer }
}
