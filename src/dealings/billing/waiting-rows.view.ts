import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import { billingPeriod, periodsBegun } from '../contracts/contract.ts'
import { linesOfPart, type PartPeriods, partOf } from '../contracts/part-period.ts'
import { partyColumns } from '../deal-seen.ts'
import type { Gone } from '../deliveries/delivery.ts'
import { type Line, totalsOf } from '../lines.ts'
import { leftToBill } from '../orders/left-to-bill.ts'
import type { BilledBefore, BilledFrom } from '../orders/order.ts'
import { rowsOf } from '../rows.ts'
import { type Billing, creditedAmong, type LeftUnbilled } from './left-unbilled.ts'
import type { Reading, ToBill } from './rows-to-bill.view.ts'

type Sees = (field: string) => boolean

interface OrderRow extends ToBill {
  ordered: Line[]
  gone: Gone[][]
  billed: Billing[]
  before: BilledBefore
  unbilled: LeftUnbilled[]
  billedFrom: BilledFrom
}

/** What waits of these orders, with the lines themselves. Art. 18 GDPR: what is held after an erasure waits for nobody. */
export async function ordersToBill(look: Reading, ids: readonly string[], sees: Sees) {
  if (ids.length === 0) return []
  const all = (what: RawBuilder<unknown>, of: RawBuilder<unknown>) =>
    sql`coalesce((select jsonb_agg(${what}) from ${of}), '[]')`
  const rows = await rowsOf<OrderRow>(
    look,
    sql<OrderRow>`select 'order' as kind, sales_order.id, sales_order.number, sales_order.title, sales_order.waits_since as since, null::date as until,
        sales_order.billed_from as "billedFrom", 1 as periods, sales_order.lines as ordered, sales_order.billed_before as before,
        sales_order.left_unbilled as unbilled, ${partyColumns(sees, 'sales_order')},
        ${all(sql`made.lines`, sql`register.delivery made where made.order_id = sales_order.id and made.state = 'delivered'`)} as gone,
        ${all(
          sql`jsonb_build_object('id', invoice.id, 'number', invoice.number, 'lines', invoice.lines)
            order by invoice.entered_at, length(invoice.number), invoice.number`,
          sql`register.invoice where invoice.order_id = sales_order.id and invoice.complaint_id is null`,
        )} as billed
      from register.sales_order where id = any(${[...ids]}::uuid[]) and waits_since is not null and held_at is null`,
  )
  return rows.map(({ ordered, gone, billed, before, unbilled, ...row }) => {
    const isWhole = gone.length === 0 || row.billedFrom === 'order'
    const done = [...billed.map(({ lines }) => lines), before, ...unbilled.map(({ lines }) => lines ?? [])]
    const left = leftToBill({ lines: ordered, gone: isWhole ? null : gone, all: gone, billed: done })
    const history = [...billed, ...unbilled.map(({ id, lines = [] }) => ({ id, number: null, lines }))]
    return { ...row, ...sumsOf(left), left, credited: creditedAmong(left, history) }
  })
}

/** The oldest period that waits of these contracts. */
export async function contractsToBill(
  look: Reading,
  ids: readonly string[],
  { sees, today }: { sees: Sees; today: Day },
): Promise<ToBill[]> {
  if (ids.length === 0) return []
  type Row = ToBill & {
    until: Day
    startsOn: Day
    months: number
    last: Day | null
    billed: Day[]
    said: Line[]
    parts: PartPeriods
    language: Language
  }
  const rows = await rowsOf<Row & { notes: (ToBill['credited'][number] & { since: Day | null; until: Day })[] }>(
    look,
    sql`select 'contract' as kind, contract.id, contract.number, contract.title, contract.starts_on as "startsOn", contract.bills_next as since,
        contract.bills_until as until, contract.billing_months as months, contract.part_periods as parts, contract.language, contract.lines as said,
        case when state = 'ended' then ended_on when state = 'noticed' or renewal = 'fixed' then ends_on end as last,
        coalesce((select jsonb_agg(distinct billed.until) from (
          select invoice.period_until as until from register.invoice where invoice.contract_id = contract.id and invoice.kind = 'invoice'
            and invoice.binned_at is null and not exists (select from register.invoice note where note.credits_invoice_id = invoice.id
              having sum(-note.amount_cents) >= invoice.amount_cents and bool_or(note.complaint_id is null))
          union all select (one->>'until')::date from jsonb_array_elements(contract.left_unbilled) one) billed
          where billed.until > contract.bills_next), '[]') as billed,
        coalesce((select jsonb_agg(jsonb_build_object('id', note.id, 'number', note.number,
            'since', invoice.period_since, 'until', invoice.period_until)
            order by length(note.number), note.number)
          from register.invoice join register.invoice note on note.credits_invoice_id = invoice.id
          where invoice.contract_id = contract.id and invoice.period_until >= contract.bills_next and note.complaint_id is null), '[]') as notes,
        null as "billedFrom", ${partyColumns(sees, 'contract')}
      from register.contract where id = any(${[...ids]}::uuid[]) and bills_next is not null and held_at is null`,
  )
  return rows.map(({ startsOn, months, last, billed, said, notes, parts, language, ...row }) => {
    const period = { startsOn, months, parts }
    const part = partOf(period, row)
    const begun = periodsBegun(period, part.from, last && last < today ? last : today)
    const others = new Set(
      billed.filter((day) => day > part.to).map((day) => billingPeriod(startsOn, months, day).from),
    )
    const credited = notes
      .filter(({ since, until }) => (since ?? part.from) <= part.until && until <= part.to)
      .map(({ id, number }) => ({ id, number }))
    return { ...row, periods: begun - others.size, ...sumsOf(linesOfPart(said, part, { parts, language })), credited }
  })
}

function sumsOf(lines: readonly Line[]) {
  const { net, total } = totalsOf(lines)
  return { lines: lines.length, netCents: net, totalCents: total }
}
