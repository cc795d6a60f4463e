import { sql } from 'kysely'
import type { Look } from '#ledger'
import { addMonths, type Day } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import { groupCompanyOf, type InForce, refuseUnlessSees } from '#register'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { type Accounts, usualAccounts } from './accounts.ts'
import type { Event } from './voucher.ts'

type Row = Event & { personId: string | null; byVat: unknown }

/** What was invoiced and paid in a month (`2026-03`), in the order of the books; everybody in it is in the access log. */
export async function eventsOfMonth(
  look: Look<DealingsReach>,
  inForce: InForce,
  { groupCompany: asked, month }: { groupCompany?: string; month: string },
): Promise<Event[]> {
  refuseUnlessSees(inForce, look, ['com.invoicing'])
  const from = monthOf(month)
  const until = addMonths(from, 1)
  const groupCompany = groupCompanyOf(inForce.policy, asked)
  const rows = await rowsOf<Row>(
    look,
    sql`
      select kind, number, issued_on as day, due_on as "dueOn", reference, debtor_name as name, by_vat as "byVat",
        amount_cents as total, person_id as "personId"
      from register.invoice
      where group_company = ${groupCompany} and number is not null and issued_on >= ${from}::date and issued_on < ${until}::date
      union all
      select 'payment', coalesce(archive_code, right(id::text, 12)), paid_on, null, reference,
        coalesce(payer_name, (select invoice.debtor_name from register.payment_allocation part
          join register.invoice on invoice.id = part.invoice_id where part.payment_id = payment.id limit 1), ''),
        '[]'::jsonb, amount_cents, person_id
      from register.payment
      where group_company = ${groupCompany} and way <> 'credit' and paid_on >= ${from}::date and paid_on < ${until}::date
      order by day, kind, number`,
  )
  look.saw(
    rows.flatMap(({ personId }) => personId ?? []),
    ['com.invoicing'],
  )
  return rows.map(({ personId: _, ...event }) => event)
}

/** The accounts of a group company; the usual ones where nobody has said others. */
export async function accountsHeld(look: Pick<Look<DealingsReach>, 'db'>, groupCompany: string) {
  const row = await look.db
    .selectFrom('register.bookkeeping_setting')
    .select(['accounts', 'revision'])
    .where('group_company', '=', groupCompany)
    .executeTakeFirst()
  const accounts: Accounts = row?.accounts ?? usualAccounts
  return { accounts, revision: row?.revision ?? 0 }
}

function monthOf(typed: string): Day {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(typed)) throw new Refusal('VALUE_NOT_VALID', 422, { field: 'month' })
  return `${typed}-01`
}
