import { type RawBuilder, sql } from 'kysely'
import type { Look } from '#ledger'
import { addedJson } from './added-values.ts'
import type { Disclosure, Holding } from './holding.ts'
import type { InForce } from './in-force.ts'
import { rowsOf } from './pieces.ts'
import type { RegisterTables } from './tables.ts'

type Table = keyof RegisterTables & string

/** Which rows of each table are about a person. A sole trader's company is the person (S5.2). */
const about: readonly [Table, (person: RawBuilder<unknown>) => RawBuilder<unknown>][] = [
  ['register.person', (person) => sql`id = ${person}`],
  ['register.person_email', (person) => sql`person_id = ${person}`],
  ['register.person_phone', (person) => sql`person_id = ${person}`],
  ['register.person_address', (person) => sql`person_id = ${person}`],
  ['register.person_source', (person) => sql`person_id = ${person}`],
  ['register.affiliation', (person) => sql`person_id = ${person}`],
  [
    'register.relationship',
    (person) =>
      sql`person_id = ${person} or organisation_id in (select id from register.organisation where person_id = ${person})`,
  ],
  ['register.organisation', (person) => sql`person_id = ${person}`],
  [
    'register.organisation_address',
    (person) => sql`organisation_id in (select id from register.organisation where person_id = ${person})`,
  ],
  [
    'register.organisation_source',
    (person) => sql`organisation_id in (select id from register.organisation where person_id = ${person})`,
  ],
  ['register.enquiry', (person) => sql`person_id = ${person}`],
  ['register.notice', (person) => sql`person_id = ${person}`],
  ['register.notice_delivery', (person) => sql`person_id = ${person}`],
]

/** The register's own answer to a request for access, under the machine duty `rights`. */
export const registerHolding = (
  inForce: () => InForce,
): Pick<Holding<RegisterTables>, 'name' | 'tables' | 'has' | 'disclose'> => ({
  name: 'register',
  tables: [...about.map(([table]) => table), 'declared.person', 'declared.organisation'],
  has: async (look, personId) => {
    const rows = await rowsOf(look.db, sql`select id from register.person where id = ${personId}`)
    return rows.length > 0
  },
  disclose: async (look, personId) => ({
    holding: 'register',
    kept: [...(await keptOf(look, personId)), ...(await addedOf(look, inForce(), personId))],
  }),
})

async function keptOf(look: Look<RegisterTables>, personId: string): Promise<Disclosure['kept']> {
  const kept: Disclosure['kept'] = []
  for (const [table, isAbout] of about) {
    const rows = await rowsOf<Record<string, unknown>>(
      look.db,
      sql<Record<string, unknown>>`select * from ${sql.table(table)} where ${isAbout(sql`${personId}::uuid`)}`,
    )
    if (rows.length > 0) kept.push({ table, rows })
  }
  return kept
}

/** What the statement added about the person, and about the company of a sole trader. */
async function addedOf(look: Look<RegisterTables>, inForce: InForce, personId: string): Promise<Disclosure['kept']> {
  const everything = () => true
  const person = addedJson(inForce, everything, 'person', sql`${personId}::uuid`)
  const company = addedJson(inForce, everything, 'organisation', sql`organisation.id`)
  const told = async (table: string, query: RawBuilder<{ added: Record<string, unknown> | null }>) => {
    const rows = (await rowsOf(look.db, query)).flatMap(({ added }) =>
      added && Object.keys(added).length > 0 ? [added] : [],
    )
    return rows.length > 0 ? [{ table, rows }] : []
  }
  return [
    ...(await told('declared.person', sql`select ${person} as added`)),
    ...(await told(
      'declared.organisation',
      sql`select ${company} as added from register.organisation where organisation.person_id = ${personId}`,
    )),
  ]
}
