import { sql } from 'kysely'
import type { Look } from '#ledger'
import { type Day, dayInHelsinki } from '#platform/finnish-calendar'
import { groupCompanyOf, type InForce, refuseUnlessSees } from '#register'
import { may } from '#statement'
import { type Cents, sumOf } from '../money.ts'
import { chargesLeft } from '../payments/allocating.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'

export interface OpenItem {
  id: string
  number: string
  name: string
  status: string
  issuedOn: Day
  dueOn: Day
  amountCents: Cents
  /** Negative: paid or credited too much, and to be used or refunded. */
  openCents: Cents
  /** The fees and interest of its reminders that are not paid. */
  chargesCents: Cents
  /** Days late; below one: not due yet. */
  late: number
}

export interface LeftPayment {
  id: string
  paidOn: Day
  payerName: string | null
  leftCents: Cents
}

interface Whose {
  organisationId?: string
  personId?: string
  groupCompany?: string
}

const edges = [0, 30, 60, 90] as const

/** The account of a customer with a group company: what is open and how late, what is left of their payments, and the balance. */
export async function accountOf(
  look: Look<DealingsReach>,
  inForce: InForce,
  { organisationId, personId, groupCompany }: Whose,
) {
  refuseUnlessSees(inForce, look, ['com.invoicing'])
  const company = groupCompanyOf(inForce.policy, groupCompany)
  const today = dayInHelsinki(look.at)
  const theirs = organisationId ? sql`organisation_id = ${organisationId}::uuid` : sql`person_id = ${personId}::uuid`
  const items = await rowsOf<OpenItem>(
    look,
    sql<OpenItem>`select id, number, debtor_name as name, status, issued_on as "issuedOn", due_on as "dueOn", amount_cents as "amountCents",
        open_cents as "openCents", ${chargesLeft} as "chargesCents", ${today}::date - due_on as late
      from register.invoice where ${theirs} and group_company = ${company} and kind = 'invoice' and number is not null
        and (status in ('open', 'collection') or open_cents <> 0) order by due_on, id limit 500`,
  )
  const payments = await rowsOf<LeftPayment>(
    look,
    sql<LeftPayment>`select id, paid_on as "paidOn", payer_name as "payerName", left_cents as "leftCents"
      from register.payment where ${theirs} and group_company = ${company} and left_cents <> 0 order by paid_on, id limit 200`,
  )
  look.saw(personId ? [personId] : [], personId ? ['com.invoicing'] : [])
  const owed = items.filter(({ openCents }) => openCents > 0)
  const charges = sumOf(items.map(({ chargesCents }) => Number(chargesCents)))
  const credit = sumOf(items.filter(({ openCents }) => openCents < 0).map(({ openCents }) => -openCents))
  const left = sumOf(payments.map(({ leftCents }) => leftCents))
  return {
    ...{
      today,
      groupCompany: company,
      items: items.map((one) => ({ ...one, chargesCents: Number(one.chargesCents) })),
      payments,
    },
    ages: [
      ...edges.map((from, n) => ageOf(owed, n === 0 ? -Infinity : (edges[n - 1] as number), from)),
      ageOf(owed, 90, Infinity),
    ],
    ...{ openCents: sumOf(owed.map(({ openCents }) => openCents)), chargesCents: charges, creditCents: credit + left },
    mayWrite: may(inForce.policy, look.duty, look.purpose, 'com.invoicing', 'write').allowed,
  }
}

// So many days late: more than the one, at most the other.
function ageOf(items: readonly OpenItem[], over: number, atMost: number): Cents {
  return sumOf(items.filter(({ late }) => late > over && late <= atMost).map(({ openCents }) => openCents))
}
