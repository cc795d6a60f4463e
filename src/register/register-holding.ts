import { type RawBuilder, sql } from 'kysely'
import type { Look } from '#ledger'
import { addedJson } from './added-values.ts'
import { eraseRows } from './erase-rows.ts'
import type { Disclosure, Fate, Holding } from './holding.ts'
import type { InForce } from './in-force.ts'
import { rowsOf } from './pieces.ts'
import { rowsAbout } from './rows-about.ts'
import type { RegisterTables } from './tables.ts'

/** The register's own answer to a request for access or erasure, under the machine duty `rights`. */
export const registerHolding = (inForce: () => InForce): Holding<RegisterTables> => ({
  name: 'register',
  tables: [...rowsAbout.map(([table]) => table), 'declared.person', 'declared.organisation'],
  has: async (look, personId) => {
    const rows = await rowsOf(look.db, sql`select id from register.person where id = ${personId}`)
    return rows.length > 0
  },
  disclose: async (look, personId) => ({
    holding: 'register',
    kept: [...(await keptOf(look, personId)), ...(await addedOf(look, inForce(), personId))],
  }),
  plan: fatesOf,
  erase: eraseRows,
  // Art. 18: the mark is a row of the choices, which the row policies ask; here nothing is marked twice.
  merge: async (act, from, into) => {
    await sql`select seloste.merge_people(${from}, ${into}, ${act.at})`.execute(
      act.db as unknown as Parameters<RawBuilder<unknown>['execute']>[0],
    )
  },
})

async function fatesOf(look: Look<RegisterTables>, personId: string): Promise<Fate[]> {
  const person = sql`${personId}::uuid`
  const [kept] = await rowsOf<{ class: string }>(
    look.db,
    sql`select case when exists (
        select from register.relationship tie where tie.state not in ('prospect', 'rejected') and (tie.person_id = ${person}
          or tie.organisation_id in (select id from register.organisation where person_id = ${person})
          or tie.organisation_id in (select organisation_id from register.affiliation where person_id = ${person})))
      then 'contact' else 'lead' end as class`,
  )
  const counted = [
    ...rowsAbout.map(([table, isAbout]) => [table, isAbout(person)] as const),
    ['declared.person', sql`person_id = ${person}`] as const,
    [
      'declared.organisation',
      sql`organisation_id in (select id from register.organisation where person_id = ${person})`,
    ] as const,
  ]
  const fates: Fate[] = []
  for (const [table, isAbout] of counted) {
    const [{ rows } = { rows: 0 }] = await rowsOf<{ rows: number }>(
      look.db,
      sql`select count(*)::int as rows from ${sql.table(table)} where ${isAbout}`,
    )
    if (rows > 0) fates.push({ holding: 'register', class: kept?.class ?? 'contact', table, rows, fate: 'erase' })
  }
  return fates
}

async function keptOf(look: Look<RegisterTables>, personId: string): Promise<Disclosure['kept']> {
  const kept: Disclosure['kept'] = []
  for (const [table, isAbout] of rowsAbout) {
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
