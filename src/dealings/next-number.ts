import { sql } from 'kysely'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { DealingsReach } from './reach.ts'
import { rowsOf } from './rows.ts'

export const numberedKinds = ['quote', 'order', 'contract', 'assignment', 'delivery', 'invoice'] as const
export type NumberedKind = (typeof numberedKinds)[number]

// The first letters of tarjous, myyntitilaus, sopimus, keikka and lähete; an invoice's number is digits only.
const prefixes: Readonly<Record<NumberedKind, string>> = {
  quote: 'T',
  order: 'M',
  contract: 'S',
  assignment: 'K',
  delivery: 'L',
  invoice: '',
}
const first = 1001

/**
 * The next number of a series, such as `T1001` or `1001`, taken by a lock that lasts until this deed's transaction ends: a deed that is
 * refused gives its number back, and two that issue at once get two numbers in a row (AVL 1501/1993 § 209 e, 2 k).
 */
export async function nextNumber(act: Act<DealingsReach>, groupCompany: string, kind: NumberedKind): Promise<string> {
  await rowsOf(
    act,
    sql`insert into register.number_series (group_company, kind, prefix, first, next)
      values (${groupCompany}, ${kind}, ${prefixes[kind]}, ${first}, ${first}) on conflict do nothing`,
  )
  const [taken] = await rowsOf<{ number: string }>(
    act,
    sql`update register.number_series set next = next + 1 where group_company = ${groupCompany} and kind = ${kind}
      returning prefix || (next - 1) as number`,
  )
  if (!taken) throw new Error(`no series of ${kind}`)
  return taken.number
}

/** Begins a series at another number or with another prefix, before it has given any: a register that goes on from an earlier one. */
export async function beginSeries(
  act: Act<DealingsReach>,
  series: { groupCompany: string; kind: NumberedKind; first: number; prefix?: string },
) {
  const { groupCompany, kind, prefix = prefixes[kind] } = series
  if (!Number.isSafeInteger(series.first) || series.first < 1 || series.first > 1_000_000_000_000)
    throw new Refusal('VALUE_NOT_VALID', 422, { field: 'first' })
  if (!/^[A-Z0-9-]{0,8}$/.test(prefix) || (kind === 'invoice' && prefix))
    throw new Refusal('VALUE_NOT_VALID', 422, { field: 'prefix' })
  const begun = await rowsOf(
    act,
    sql`insert into register.number_series as held (group_company, kind, prefix, first, next)
      values (${groupCompany}, ${kind}, ${prefix}, ${series.first}, ${series.first})
      on conflict (group_company, kind) do update set prefix = excluded.prefix, first = excluded.first, next = excluded.next
        where held.next = held.first
      returning first`,
  )
  if (begun.length === 0) throw new Refusal('SERIES_BEGUN', 409, { field: 'first' })
  await act.record({ what: 'numbering.begun', about: groupCompany, detail: { kind, first: series.first } })
}
