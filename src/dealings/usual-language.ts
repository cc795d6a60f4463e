import { sql } from 'kysely'
import type { Act } from '#ledger'
import type { Language } from '#platform/language'
import { type InForce, preferredLanguageOf } from '#register'
import { allowedOf } from './deal-seen.ts'
import type { DealingsReach } from './reach.ts'
import { rowsOf } from './rows.ts'

export interface Whose {
  organisationId?: string | null
  personId?: string | null
  contact?: string | null | undefined
}

const papers = [
  ['com.quotes', sql`register.quote where binned_at is null and`],
  ['com.orders', sql`register.sales_order where`],
  ['com.contracts', sql`register.contract where binned_at is null and`],
  ['com.invoicing', sql`register.invoice where origin = 'own' and binned_at is null and`],
] as const

/**
 * The language in which a customer is written to: what the person behind it prefers, else that of the newest paper they have, as far as this
 * duty reads them; Finnish where nothing is known.
 */
export async function usualLanguage(
  act: Act<DealingsReach>,
  inForce: InForce,
  { organisationId, personId, contact }: Whose,
): Promise<Language> {
  const sees = allowedOf(inForce, act)
  const theirs = organisationId
    ? sql`organisation_id = ${organisationId}::uuid`
    : sql`person_id = ${personId ?? null}::uuid`
  const newest = papers
    .filter(([field]) => sees(field))
    .map(([, of]) => sql`(select language, entered_at from ${of} ${theirs} order by entered_at desc limit 1)`)
  const person = contact ?? (organisationId ? null : personId) ?? null
  const [known] = await rowsOf<{ language: Language }>(
    act,
    sql<{
      language: Language
    }>`select coalesce(${preferredLanguageOf(inForce, act, sql`${person}::uuid`)}, (select language from (
        ${newest.length > 0 ? sql.join(newest, sql` union all `) : sql`select null::text as language, null::timestamptz as entered_at`}
      ) papers order by entered_at desc nulls last limit 1), 'fi') as language`,
  )
  return known?.language ?? 'fi'
}
