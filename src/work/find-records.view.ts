import { type RawBuilder, sql } from 'kysely'
import type { Look } from '#ledger'
import type { FinderPart } from '#lists'
import { type InForce, namesOf, type RegisterTables } from '#register'
import { may } from '#statement'
import { rowsOf } from './rows.ts'
import type { WorkReach } from './tables.ts'

interface Row {
  kind: string
  id: string
  title: string
  state: string | null
  person: string | null
  organisation: string | null
}

/** Records of every kind with exactly this number, as far as this duty reads them. */
export async function recordsFound(
  look: Look<WorkReach>,
  inForce: InForce,
  { parts, number }: { parts: readonly FinderPart[]; number: string },
) {
  const { policy } = inForce
  const open = parts.filter(({ field }) => may(policy, look.duty, look.purpose, field, 'read').allowed)
  const groupCompanies = ['controller', ...policy.groupCompanies.map(({ id }) => id)]
  const each = open.map(
    ({ kind, rows }) => sql`select ${kind}::text as kind, part.* from (${rows({ number, groupCompanies })}) part`,
  )
  const query = sql.join(each, sql` union all `) as RawBuilder<Row>
  const found = each.length === 0 ? [] : await rowsOf<Row>(look, query)
  const people = found.flatMap(({ person }) => person ?? [])
  const fields = open.filter(({ kind }) => found.some((row) => row.kind === kind)).map(({ field }) => field)
  look.saw(people, people.length > 0 ? fields : [])
  const names = await namesOf(look as unknown as Look<RegisterTables>, inForce, {
    people,
    companies: found.map(({ organisation }) => organisation),
  })
  return {
    items: found.map(({ person, organisation, ...row }) => ({
      ...row,
      name: names.get(organisation ?? '') ?? names.get(person ?? '') ?? null,
      company: organisation,
      person,
    })),
  }
}
