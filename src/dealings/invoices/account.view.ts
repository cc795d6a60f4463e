import { sql } from 'kysely'
import type { Look } from '#ledger'
import { type Day, dayInHelsinki } from '#platform/finnish-calendar'
import { groupCompanyOf, type InForce, refuseUnlessSees } from '#register'
import { may } from '#statement'
import { type Cents, sumOf } from '../money.ts'
import { chargesLeft } from '../payments/allocating.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { type Instalment, openInstalments } from './payment-terms.ts'

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
  const rows = await rowsOf<Omit<OpenItem, 'late'> & { instalments: Instalment[] }>(
    look,
    sql<
      Omit<OpenItem, 'late'> & { instalments: Instalment[] }
    >`select id, number, debtor_name as name, status, issued_on as "issuedOn", due_on as "dueOn", amount_cents as "amountCents",
        open_cents as "openCents", ${chargesLeft} as "chargesCents", instalments
      from register.invoice where ${theirs} and group_company = ${company} and kind = 'invoice' and number is not null
        and (status in ('open', 'collection') or open_cents <> 0) order by due_on, id limit 500`,
  )
  const lateOf = (dueOn: Day) => Math.round((Date.parse(today) - Date.parse(dueOn)) / 86_400_000)
  const partsOf = ({ instalments, openCents, dueOn }: (typeof rows)[number]) =>
    openCents > 0 && instalments.length > 1 ? openInstalments(instalments, openCents) : [{ dueOn, cents: openCents }]
  // Of instalments, an item is as late as the first that is open.
  const items = rows.map((row): OpenItem => {
    const { instalments: _, ...item } = row
    const dueOn = partsOf(row)[0]?.dueOn ?? row.dueOn
    return { ...item, dueOn, chargesCents: Number(row.chargesCents), late: lateOf(dueOn) }
  })
  const parts = rows.filter(({ openCents }) => openCents > 0).flatMap(partsOf)
  const ageOf = (over: number, atMost: number) =>
    sumOf(parts.filter(({ dueOn }) => lateOf(dueOn) > over && lateOf(dueOn) <= atMost).map(({ cents }) => cents))
  const payments = await rowsOf<LeftPayment>(
    look,
    sql<LeftPayment>`select id, paid_on as "paidOn", payer_name as "payerName", left_cents as "leftCents"
      from register.payment where ${theirs} and group_company = ${company} and left_cents <> 0 order by paid_on, id limit 200`,
  )
  look.saw(personId ? [personId] : [], personId ? ['com.invoicing'] : [])
  const owed = items.filter(({ openCents }) => openCents > 0)
  const charges = sumOf(items.map(({ chargesCents }) => chargesCents))
  const credit = sumOf(items.filter(({ openCents }) => openCents < 0).map(({ openCents }) => -openCents))
  const left = sumOf(payments.map(({ leftCents }) => leftCents))
  return {
    ...{
      today,
      groupCompany: company,
      items,
      payments,
    },
    ages: [...edges.map((from, n) => ageOf(n === 0 ? -Infinity : (edges[n - 1] as number), from)), ageOf(90, Infinity)],
    ...{ openCents: sumOf(owed.map(({ openCents }) => openCents)), chargesCents: charges, creditCents: credit + left },
    mayWrite: may(inForce.policy, look.duty, look.purpose, 'com.invoicing', 'write').allowed,
  }
}
