import { sql } from 'kysely'
import type { Act, Look } from '#ledger'
import type { InForce } from '#register'
import { allowedOf } from '../deal-seen.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'

/** How a reminder of an invoice may go, and why somebody may want to leave it alone. */
export interface ReminderWay {
  id: string
  /** The best address for it, as `recipientsOf` a paper chooses; null: it goes as a letter. */
  address: string | null
  /** An open complaint about this invoice or its order, or another one of the same customer. */
  complaint: 'this' | 'customer' | null
}

const nothing = sql`null::text`

/** How reminders of these invoices would go; what this duty does not read is not said. */
export async function reminderWays(
  reach: Look<DealingsReach> | Act<DealingsReach>,
  inForce: InForce,
  invoices: readonly string[],
): Promise<Map<string, ReminderWay>> {
  const sees = allowedOf(inForce, reach)
  const mailOf = (person: string) => sql`(select mail.address from register.person_email mail
    join register.person who on who.id = mail.person_id where mail.person_id = ${sql.ref(person)}
      and (mail.is_proven or (mail.has_answered and mail.given_with @> array[invoice.order_id]))
    order by mail.is_proven desc, mail.is_primary desc limit 1)`
  const people = sees('person.email') && sees('person.name')
  const address = sql`coalesce(
    ${people ? mailOf('invoice.contact_person_id') : nothing}, ${people ? mailOf('invoice.person_id') : nothing},
    ${sees('org.email') ? sql`(select firm.email from register.organisation firm where firm.id = invoice.organisation_id)` : nothing})`
  const complaint = sees('com.complaints')
    ? sql`(select case when bool_or(said.invoice_id = invoice.id or said.order_id = invoice.order_id) then 'this'
        when count(*) > 0 then 'customer' end
      from register.complaint said where said.closed_on is null
        and (said.organisation_id = invoice.organisation_id or said.person_id = invoice.person_id))`
    : nothing
  const rows = await rowsOf<ReminderWay>(
    reach,
    sql<ReminderWay>`select id, ${address} as address, ${complaint} as complaint
      from register.invoice where id = any(${[...invoices]}::uuid[])`,
  )
  return new Map(rows.map((row) => [row.id, row]))
}
