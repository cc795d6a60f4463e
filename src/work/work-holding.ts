import { type RawBuilder, sql } from 'kysely'
import type { Act, Look } from '#ledger'
import type { Erasure, Fate, Holding } from '#register'
import { rowsOf } from './rows.ts'
import type { WorkTables } from './tables.ts'

type IsAbout = (person: RawBuilder<unknown>) => RawBuilder<unknown>
const own: IsAbout = (person) => sql`person_id = ${person}`
const versionsOf: IsAbout = (person) =>
  sql`document_id in (select id from register.document where person_id = ${person})`
const piecesOf: IsAbout = (person) =>
  sql`version_id in (select version.id from register.document_version version
    join register.document on document.id = version.document_id where document.person_id = ${person})`

/** In the order of erasing: what leans on another goes before it. */
const tables: readonly [string, IsAbout][] = [
  ['register.document_piece', piecesOf],
  ['register.document_version', versionsOf],
  ['register.document', own],
  ['register.task', own],
  ['register.note', own],
  ['register.activity', own],
  ['register.notification', own],
  ['register.work_rule_run', own],
  ['register.seen_lately', own],
]
// What was told and opened is carried by the merge itself (`carry_seen`), of companies as of people.
const moved = [
  ...(['register.task', 'register.note', 'register.activity', 'register.document'] as const),
  'register.work_rule_run' as const,
]

/** What the staff wrote down, planned and filed about a person. Nothing of it outlives the person's own record. */
export const workHolding: Holding<WorkTables> = {
  name: 'work',
  tables: tables.map(([table]) => table),
  has: async (look, personId) => (await counted(look, personId)).length > 0,
  disclose: async (look, personId) => {
    const kept = []
    for (const [table, isAbout] of tables) {
      const rows = await rowsOf<Record<string, unknown>>(look, sql`${chosen(table)} where ${isAbout(uuid(personId))}`)
      if (rows.length > 0) kept.push({ table, rows })
    }
    const others = await rowsOf<Record<string, unknown>>(
      look,
      sql`select id, kind, state, at, minutes from register.activity
        where people @> array[${uuid(personId)}] and person_id is distinct from ${uuid(personId)}`,
    )
    if (others.length > 0) kept.push({ table: 'register.activity', rows: others })
    return { holding: 'work', kept }
  },
  plan: async (look, personId) =>
    (await counted(look, personId)).map(({ table, rows }) => ({
      ...{ holding: 'work', class: 'contact', table, rows, fate: 'erase' },
    })),
  erase,
  merge: async (act, from, into) => {
    for (const table of moved)
      await act.db.updateTable(table).set({ person_id: into }).where('person_id', '=', from).execute()
    await rowsOf(
      act,
      sql`update register.activity set people = array_replace(array_remove(people, ${uuid(into)}), ${uuid(from)}, ${uuid(into)})
        where people @> array[${uuid(from)}]`,
    )
  },
}

// Art. 15: a file is handed over as a file; its bytes are no line of a report.
function chosen(table: string) {
  return table === 'register.document_piece'
    ? sql`select version_id, nth, encode(content, 'base64') as content from register.document_piece`
    : sql`select * from ${sql.table(table)}`
}

async function counted(look: Look<WorkTables>, personId: string): Promise<{ table: string; rows: number }[]> {
  const found = []
  for (const [table, isAbout] of tables) {
    const isNamed = table === 'register.activity' ? sql` or people @> array[${uuid(personId)}]` : sql``
    const [{ rows } = { rows: 0 }] = await rowsOf<{ rows: number }>(
      look,
      sql`select count(*)::int as rows from ${sql.table(table)} where ${isAbout(uuid(personId))}${isNamed}`,
    )
    if (rows > 0) found.push({ table, rows })
  }
  return found
}

async function erase(act: Act<WorkTables>, personId: string, fates: readonly Fate[]): Promise<Erasure[]> {
  await rowsOf(
    act,
    sql`update register.activity set people = array_remove(people, ${uuid(personId)}) where people @> array[${uuid(personId)}]`,
  )
  for (const [table, isAbout] of tables)
    await rowsOf(act, sql`delete from ${sql.table(table)} where ${isAbout(uuid(personId))}`)
  return fates
    .filter(({ holding }) => holding === 'work')
    .map(({ holding, table, class: ofClass, rows }) => ({ holding, table, class: ofClass, rows, outcome: 'erased' }))
}

function uuid(id: string) {
  return sql`${id}::uuid`
}
