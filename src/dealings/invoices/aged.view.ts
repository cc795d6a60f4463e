import { sql } from 'kysely'
import type { Look } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { groupCompanyOf, type InForce, refuseUnlessSees } from '#register'
import type { Cents } from '../money.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'

export interface AgedRow {
  organisationId: string | null
  personId: string | null
  name: string
  invoices: number
  /** Cents by how many days late: not yet, 1–30, 31–60, 61–90, more. */
  ages: [Cents, Cents, Cents, Cents, Cents]
  open: Cents
}

// As `openInstalments` counts: each instalment is as late as it is, and payments went to the earliest first.
const openParts = sql`(
  select (agreed->>'dueOn')::date as due_on, greatest(0, least((agreed->>'cents')::bigint, invoice.open_cents - coalesce(
      sum((agreed->>'cents')::bigint) over (order by n desc rows between unbounded preceding and 1 preceding), 0)))::bigint as cents
    from jsonb_array_elements(invoice.instalments) with ordinality known (agreed, n)
    where invoice.open_cents > 0 and jsonb_array_length(invoice.instalments) > 1
  union all select invoice.due_on, invoice.open_cents where invoice.open_cents <= 0 or jsonb_array_length(invoice.instalments) < 2)`

/** What is owed, by debtor and by how late it is, the largest first. */
export async function agedBalances(
  look: Look<DealingsReach>,
  inForce: InForce,
  { groupCompany }: { groupCompany?: string },
) {
  refuseUnlessSees(inForce, look, ['com.invoicing'])
  const today = dayInHelsinki(look.at)
  const late = sql`${today}::date - part.due_on`
  const rows = await rowsOf<AgedRow>(
    look,
    sql<AgedRow>`
      select organisation_id as "organisationId", person_id as "personId", max(debtor_name) as name, count(distinct invoice.id)::integer as invoices,
        jsonb_build_array(
          coalesce(sum(part.cents) filter (where ${late} <= 0), 0), coalesce(sum(part.cents) filter (where ${late} between 1 and 30), 0),
          coalesce(sum(part.cents) filter (where ${late} between 31 and 60), 0),
          coalesce(sum(part.cents) filter (where ${late} between 61 and 90), 0),
          coalesce(sum(part.cents) filter (where ${late} > 90), 0)) as ages,
        sum(part.cents)::bigint as open
      from register.invoice cross join lateral ${openParts} part
      where status in ('open', 'collection') and open_cents <> 0 and group_company = ${groupCompanyOf(inForce.policy, groupCompany)}
      group by organisation_id, person_id order by sum(part.cents) desc, max(debtor_name) limit 500`,
  )
  look.saw([...new Set(rows.flatMap(({ personId }) => personId ?? []))], rows.length > 0 ? ['com.invoicing'] : [])
  return { today, items: rows }
}
