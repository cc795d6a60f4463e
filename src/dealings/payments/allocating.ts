import { sql } from 'kysely'
import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import type { Cents } from '../money.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import type { Part } from './spread.ts'

/** An invoice as far as a payment concerns it. */
export interface Payable {
  id: string
  groupCompany: string
  organisationId: string | null
  personId: string | null
  status: string
  open: Cents
  paid: Cents
  /** Fees and interest of its reminders that are not paid yet. */
  charges: Cents
  isHeld: boolean
}

/** The invoices under a lock, in one order for everybody, so that two who allocate at once wait for each other. */
export function lockedPayables(act: Act<DealingsReach>, ids: readonly string[]): Promise<Payable[]> {
  return rowsOf<Payable>(
    act,
    sql<Payable>`
      select id, group_company as "groupCompany", organisation_id as "organisationId", person_id as "personId", status,
        open_cents as open, paid_cents as paid, held_at is not null as "isHeld", ${chargesLeft} as charges
      from register.invoice where id = any(${[...ids]}::uuid[]) and kind = 'invoice' and status <> 'draft' order by id for update`,
  )
}

// Each reminder's interest is counted from the due day, so the last one's holds; fees add up. Of what was credited whole nothing is asked.
export const chargesLeft = sql<Cents>`(case when invoice.status = 'credited' then 0 else
  coalesce((select sum(fee_cents) from register.reminder where invoice_id = invoice.id), 0)
  + coalesce((select interest_cents from register.reminder where invoice_id = invoice.id order by round desc limit 1), 0)
  - coalesce((select sum(cents) from register.payment_allocation where invoice_id = invoice.id and bears = 'charge'), 0) end)`

/** Writes the parts of a payment that an invoice takes; what is left and open is counted by the database. */
export async function allocate(
  act: Act<DealingsReach>,
  payment: string,
  invoice: string,
  parts: readonly (Part | Credited)[],
) {
  for (const { bears, cents } of parts)
    await act.db
      .insertInto('register.payment_allocation')
      .values({
        ...{ id: newId(act.at.getTime()), payment_id: payment, invoice_id: invoice, bears, cents },
        ...{ allocated_by: act.by, allocated_at: act.at },
      })
      .execute()
}

interface Credited {
  bears: 'credit'
  cents: Cents
}

/** Those whose erasure an invoice held up that is owed no more (S12.15). */
export async function releasedBy(act: Act<DealingsReach>, ids: readonly string[]): Promise<string[]> {
  const rows = await rowsOf<{ person: string }>(
    act,
    sql<{ person: string }>`select distinct person_id as person from register.invoice
      where id = any(${[...ids]}::uuid[]) and held_at is not null and person_id is not null and status in ('paid', 'credited')`,
  )
  return rows.map(({ person }) => person)
}
