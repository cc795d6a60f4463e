import { type RawBuilder, sql } from 'kysely'
import type { Look } from '#ledger'
import { type Day, dayInHelsinki } from '#platform/finnish-calendar'
import { groupCompanyOf, type InForce, refuseUnlessWriter } from '#register'
import { periodToBill } from '../contracts/contract.ts'
import { allowedOf, type PartySeen, partyColumns, sawParties } from '../deal-seen.ts'
import type { Gone } from '../deliveries/delivery.ts'
import { type Line, totalsOf } from '../lines.ts'
import { leftToBill } from '../orders/left-to-bill.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'

/** What waits to be billed: an order of which something went out or that was finished, or a period of a contract. */
export interface ToBill extends PartySeen {
  kind: 'order' | 'contract'
  id: string
  number: string | null
  title: string | null
  /** The day of the last delivery, of the order's end, or on which the period of a contract began. */
  since: Day
  /** The last day of a contract's period. */
  until: Day | null
  lines: number
  netCents: number
  totalCents: number
}

const most = 200

/** What a group company may bill today, the oldest first; `more` where some are left for after these. */
export async function toBill(
  look: Look<DealingsReach>,
  inForce: InForce,
  { groupCompany: asked }: { groupCompany?: string },
) {
  refuseUnlessWriter(inForce, look, 'com.invoicing')
  const sees = allowedOf(inForce, look)
  const groupCompany = groupCompanyOf(inForce.policy, asked)
  const today = dayInHelsinki(look.at)
  const orders = sees('com.orders') && sees('com.delivery') ? await ordersToBill(look, sees, groupCompany) : []
  const contracts = sees('com.contracts') ? await contractsToBill(look, sees, { groupCompany, today }) : []
  const found = [...orders.slice(0, most), ...contracts.slice(0, most)]
  sawParties(look, found, ['com.orders', 'com.contracts'])
  const items = found.filter(({ lines }) => lines > 0).sort((a, b) => a.since.localeCompare(b.since))
  return { today, groupCompany, items, more: orders.length > most || contracts.length > most }
}

type Sees = ReturnType<typeof allowedOf>

// Delivered goods wait by their quantities, as `leftToBill` counts them: an order whose invoices cover what went out is not listed, whenever
// they were made; what a credit note for a complaint took back is not billed again.
async function ordersToBill(look: Look<DealingsReach>, sees: Sees, groupCompany: string): Promise<ToBill[]> {
  const unbilled: RawBuilder<unknown> = sql`
    select made.order_id as id, max(made.delivered_on) as since from register.delivery made
      join register.sales_order of_made on of_made.id = made.order_id
    where made.state = 'delivered' and made.group_company = ${groupCompany} and exists (
      select from jsonb_array_elements(of_made.lines) line where (select coalesce(sum((gone->>'quantity')::bigint), 0)
          from register.delivery went cross join jsonb_array_elements(went.lines) gone
          where went.order_id = of_made.id and went.state = 'delivered' and gone->>'line' = line->>'id')
        > greatest((select coalesce(sum((billed->>'quantity')::bigint), 0)
          from register.invoice cross join jsonb_array_elements(invoice.lines) billed
          where invoice.order_id = of_made.id and invoice.complaint_id is null and billed->>'id' = line->>'id'), 0))
    group by made.order_id
    union all select done.id, coalesce(done.settled_on, done.ordered_on) from register.sales_order done
    where done.state = 'closed' and done.group_company = ${groupCompany}
      and not exists (select from register.delivery any_of where any_of.order_id = done.id and any_of.state = 'delivered')
      and not exists (select from register.invoice of where of.order_id = done.id)
      and not exists (select from register.contract by where by.order_id = done.id and by.billing_months is not null)`
  const rows = await rowsOf<ToBill & { ordered: Line[]; gone: Gone[][]; billed: Line[][] }>(
    look,
    sql`select 'order' as kind, sales_order.id, sales_order.number, sales_order.title, due.since, null::date as until,
        sales_order.lines as ordered, ${partyColumns(sees, 'sales_order')},
        coalesce((select jsonb_agg(made.lines) from register.delivery made
          where made.order_id = sales_order.id and made.state = 'delivered'), '[]') as gone,
        coalesce((select jsonb_agg(invoice.lines) from register.invoice
          where invoice.order_id = sales_order.id and invoice.complaint_id is null), '[]') as billed
      from (${unbilled}) due join register.sales_order on sales_order.id = due.id
      where sales_order.state <> 'cancelled' and sales_order.held_at is null order by due.since, sales_order.id limit ${most + 1}`,
  )
  return rows.map(({ ordered, gone, billed, ...row }) => {
    const lines = leftToBill({ lines: ordered, gone: gone.length > 0 ? gone : null, all: gone, billed })
    return { ...row, ...sumsOf(lines) }
  })
}

async function contractsToBill(
  look: Look<DealingsReach>,
  sees: Sees,
  { groupCompany, today }: { groupCompany: string; today: Day },
): Promise<ToBill[]> {
  const begun = sql`(contract.starts_on + make_interval(months => contract.billing_months * (((extract(year from elapsed) * 12
    + extract(month from elapsed))::integer) / contract.billing_months)))::date`
  const rows = await rowsOf<ToBill & { startsOn: Day; months: number; billed: Day | null; said: Line[] }>(
    look,
    sql`select 'contract' as kind, contract.id, contract.number, contract.title, contract.starts_on as "startsOn",
        contract.billing_months as months, contract.lines as said, ${partyColumns(sees, 'contract')}, last.billed
      from register.contract cross join lateral (select age(${today}::date, contract.starts_on) as elapsed) known
        cross join lateral (select max(invoice.delivered_on) as billed from register.invoice
          where invoice.contract_id = contract.id and invoice.kind = 'invoice' and invoice.status <> 'credited') last
      where contract.state in ('active', 'noticed') and contract.group_company = ${groupCompany} and contract.billing_months is not null
        and contract.starts_on <= ${today}::date and contract.lines <> '[]' and contract.held_at is null
        and (last.billed is null or last.billed < ${begun})
      order by contract.starts_on, contract.id limit ${most + 1}`,
  )
  return rows.flatMap(({ startsOn, months, billed, said, ...row }) => {
    const period = periodToBill({ startsOn, months, billed }, today)
    return period ? [{ ...row, since: period.from, until: period.to, ...sumsOf(said) }] : []
  })
}

function sumsOf(lines: readonly Line[]) {
  const { net, total } = totalsOf(lines)
  return { lines: lines.length, netCents: net, totalCents: total }
}
