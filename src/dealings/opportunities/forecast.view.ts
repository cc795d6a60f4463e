import { sql } from 'kysely'
import type { Look } from '#ledger'
import { addMonths, dayInHelsinki } from '#platform/finnish-calendar'
import { type InForce, refuseUnlessSees } from '#register'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'

export interface ForecastMonth {
  /** `2026-03`; `late` for what should have closed before this month, `none` where nobody has said when. */
  month: string
  count: number
  valueCents: number
  weightedCents: number
  /** Already won in that month. */
  wonCents: number
}

export interface ForecastWish {
  pipeline?: string
  owner?: string
  groupCompany?: string
  /** How many months from this one on; twelve where nothing is said. */
  months?: number
}

/** What is expected to be sold by month: whole and weighted by probability, in cents, beside what is won already. Nobody is shown. */
export async function forecastOf(
  look: Look<DealingsReach>,
  inForce: InForce,
  wish: ForecastWish,
): Promise<ForecastMonth[]> {
  refuseUnlessSees(inForce, look, ['com.quotes'])
  look.saw([], [])
  const first = `${dayInHelsinki(look.at).slice(0, 7)}-01`
  const months = Array.from({ length: wish.months ?? 12 }, (_, at) => addMonths(first, at).slice(0, 7))
  const after = addMonths(first, months.length)
  const theirs = sql.join(
    [
      sql`opportunity.binned_at is null`,
      ...(wish.pipeline ? [sql`opportunity.pipeline_id = ${wish.pipeline}::uuid`] : []),
      ...(wish.owner ? [sql`opportunity.owner = ${wish.owner === 'me' ? look.by : wish.owner}`] : []),
      ...(wish.groupCompany ? [sql`opportunity.group_company = ${wish.groupCompany}`] : []),
    ],
    sql` and `,
  )
  const found = await rowsOf<ForecastMonth>(
    look,
    sql`select month, sum(count)::integer as count, sum(value)::float8 as "valueCents", sum(weighted)::float8 as "weightedCents",
        sum(won)::float8 as "wonCents"
      from (
        select case when expected_close is null then 'none' when expected_close < ${first}::date then 'late'
            else to_char(expected_close, 'YYYY-MM') end as month,
          1 as count, coalesce(value_cents, 0) as value,
          coalesce(floor((value_cents * coalesce(opportunity.probability, stage.probability) + 50) / 100), 0) as weighted, 0 as won
        from register.opportunity join register.pipeline_stage stage on stage.id = opportunity.stage_id
        where opportunity.state = 'open' and (expected_close is null or expected_close < ${after}::date) and ${theirs}
        union all
        select to_char(closed_on, 'YYYY-MM'), 0, 0, 0, coalesce(value_cents, 0) from register.opportunity
        where opportunity.state = 'won' and closed_on >= ${first}::date and closed_on < ${after}::date and ${theirs}) one
      group by month`,
  )
  const nothing = { count: 0, valueCents: 0, weightedCents: 0, wonCents: 0 }
  return ['late', ...months, 'none'].map((month) => found.find((one) => one.month === month) ?? { month, ...nothing })
}
