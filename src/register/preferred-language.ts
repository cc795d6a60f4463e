import { type RawBuilder, sql } from 'kysely'
import type { Occasion } from '#ledger'
import { declaredColumn } from '#statement'
import type { InForce } from './in-force.ts'

const field = 'person.preferredLanguage'

/** The language that a person has said they prefer, in SQL; null where none is known, the statement has no such field or this duty does not read it. */
export function preferredLanguageOf(
  { policy, added }: InForce,
  { duty }: Pick<Occasion, 'duty'>,
  person: RawBuilder<unknown>,
): RawBuilder<unknown> {
  if (!added.some(({ id }) => id === field) || !policy.duties.get(duty)?.reads.has(field)) return sql`null::text`
  const column = sql.ref(`said.${declaredColumn(field).column}`)
  return sql`(select ${column} from declared.person said where said.person_id = ${person} and ${column} in ('fi', 'sv', 'en'))`
}
