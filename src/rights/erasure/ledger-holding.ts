import { type RawBuilder, sql } from 'kysely'
import type { LedgerTables } from '#ledger'
import type { Said } from '#platform/language'
import type { Fate, Holding } from '#register'
import { rowsOf } from '../rows.ts'

const [name, aClass] = ['ledger', 'access-log']
const opaque: Said = {
  fi: 'vain merkityksetön tunniste, joka ei enää viittaa kehenkään; poistuu lokin säilytysajan mukana',
  sv: 'bara en intetsägande identifierare som inte längre pekar på någon; försvinner med loggens lagringstid',
  en: 'an opaque id only, which no longer leads to anybody; it goes as the log’s own time ends',
}

/**
 * What the ledger and the access log say about a person. Openings (what a leaf stands for) go, but for the erasure's own; leaves are
 * hashes and stay, and the ledger verifies. The access log is sealed by day: its lists of opaque ids stay until section 11 drops the month.
 */
export const ledgerHolding: Holding<LedgerTables> = {
  name,
  tables: ['register.ledger_opening', 'register.access_log'],
  has: async (look, personId) => {
    const [row] = await rowsOf(
      look,
      sql`select 1 from register.access_log where people @> array[${personId}]::uuid[] limit 1`,
    )
    return row !== undefined
  },
  // Art. 15: who looked is told from the access log by the rights desk; the openings repeat what the records themselves say.
  disclose: async (look, personId) => {
    const rows = await rowsOf(
      look,
      sql`select at, duty, purpose, fields from register.access_log where people @> array[${personId}]::uuid[] order by at desc limit 5000`,
    )
    return { holding: name, kept: rows.length > 0 ? [{ table: 'register.access_log', rows }] : [] }
  },
  plan: async (look, personId) => {
    const openings = await count(look, sql`register.ledger_opening where ${isAbout(await idsOf(look, personId))}`)
    const looks = await count(look, sql`register.access_log where people @> array[${personId}]::uuid[]`)
    const fates: Fate[] = [
      { holding: name, class: aClass, table: 'register.ledger_opening', rows: openings, fate: 'erase' },
      {
        holding: name,
        class: aClass,
        table: 'register.access_log',
        rows: looks,
        fate: 'keep-minimal',
        ground: opaque,
        until: null,
      },
    ]
    return fates.filter(({ rows }) => rows > 0)
  },
  erase: async (act, personId) => {
    const gone = await rowsOf(
      act,
      sql`delete from register.ledger_opening where ${isAbout(await idsOf(act, personId))} returning 1`,
    )
    if (gone.length === 0) return []
    return [{ holding: name, class: aClass, table: 'register.ledger_opening', rows: gone.length, outcome: 'erased' }]
  },
  // A leaf says what was done then: the record of the merge leads from one id to the other.
  merge: async () => {},
}

const kept = ['person.erased', 'erasure.resumed', 'erasure.rewritten']

function isAbout(ids: readonly string[]) {
  return sql`payload ->> 'about' = any(${ids}::text[]) and payload ->> 'what' <> all(${kept}::text[])`
}

/** The opaque ids of the person and of every record of theirs, so this holding comes before those that erase the records. */
async function idsOf(door: { db: unknown }, personId: string): Promise<string[]> {
  const tables = await rowsOf<{ place: string }>(
    door,
    sql`select format('%I.%I', space.nspname, place.relname) as place
      from pg_class place join pg_namespace space on space.oid = place.relnamespace
      join pg_attribute whose on whose.attrelid = place.oid and whose.attname = 'person_id'
      join pg_attribute key on key.attrelid = place.oid and key.attname = 'id' and key.atttypid = 'uuid'::regtype
      where space.nspname = 'register' and place.relkind in ('r', 'p')
        and has_column_privilege(place.oid, whose.attnum, 'select') and has_column_privilege(place.oid, key.attnum, 'select')`,
  )
  const parts = tables.map(
    ({ place }) => sql`select id::text as id from ${sql.raw(place)} where person_id = ${personId}::uuid`,
  )
  if (parts.length === 0) return [personId]
  const rows = await rowsOf<{ id: string }>(door, sql`${sql.join(parts, sql` union all `)}`)
  return [personId, ...rows.map(({ id }) => id)]
}

async function count(door: { db: unknown }, what: RawBuilder<unknown>): Promise<number> {
  const [row] = await rowsOf<{ rows: number }>(door, sql`select count(*)::int as rows from ${what}`)
  return row?.rows ?? 0
}
