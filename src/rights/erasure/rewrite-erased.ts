import { sql } from 'kysely'
import { type LedgerTables, type Occasion, perform } from '#ledger'
import { addDays, dayInHelsinki } from '#platform/finnish-calendar'
import type { Erasure, Holding } from '#register'
import { keptUntil, type Running, retentionRule, type Statement } from '#statement'
import { rowsOf } from '../rows.ts'
import type { ErasureTables } from './tables.ts'

type Tables = ErasureTables & LedgerTables

// After a `delete` the values are still in the heap, in the planner's statistics and in the write-ahead log (measured).
/** Rewrites the tables of which something was erased, so that no byte of it is left; answers how many erasures that finished. */
export async function rewriteErased<T extends Tables>(
  register: Pick<Running<T>, 'db'>,
  occasion: Occasion,
  { holdings, statement }: { holdings: readonly Holding<T>[]; statement: Statement },
): Promise<number> {
  const db = register.db as unknown as Running<Tables>['db'] // its tables are among T's
  const owner = { db: db.owner() }
  const waiting = await rowsOf<{ id: string; person: string; outcomes: Erasure[] }>(
    owner,
    sql`select id, person_id as person, outcomes from register.erasure where bytes_left_at is null order by asked_at`,
  )
  if (waiting.length > 0) {
    const touched = new Set(waiting.flatMap(({ outcomes }) => outcomes.map(({ holding }) => holding)))
    // A holding takes children along with what it counts, so all of its tables are written anew.
    const tables = holdings.filter(({ name }) => touched.has(name)).flatMap(({ tables }) => tables)
    for (const table of await whole(owner, tables)) {
      await clearStatistics(owner, table)
      await sql`vacuum (full, analyze) ${sql.table(table)}`.execute(owner.db)
    }
    // The most common values and the bounds of histograms are copies of what people's records said.
    await sql.raw('vacuum full pg_catalog.pg_statistic').execute(owner.db)
    const position = await closeLog(owner)
    for (const { id, person } of waiting) {
      await perform(db, { ...occasion, duty: 'rights' }, async (act) => {
        await act.db
          .updateTable('register.erasure')
          .set({ bytes_left_at: act.at, wal_position: position, backups_left_on: lastBackup(statement, act.at) })
          .where('id', '=', id)
          .execute()
        await act.record({ what: 'erasure.rewritten', about: person })
      })
    }
  }
  await noteLogsGone(db, occasion)
  return waiting.length
}

/** Of these, those that are not divided by month: the access log is never erased from, its months are dropped. */
async function whole(owner: { db: unknown }, tables: readonly string[]): Promise<string[]> {
  const rows = await rowsOf<{ place: string }>(
    owner,
    sql`select distinct place from unnest(${tables}::text[]) place join pg_class known on known.oid = place::regclass and known.relkind = 'r'
      order by place`,
  )
  return rows.map(({ place }) => place)
}

// An empty table is not analysed anew: its statistics would go on saying whose names it had.
async function clearStatistics(owner: { db: unknown }, table: string) {
  await rowsOf(
    owner,
    sql`select pg_clear_attribute_stats(space.nspname, part.relname, own.attname, false)
      from pg_class part join pg_namespace space on space.oid = part.relnamespace
      join pg_attribute own on own.attrelid = part.oid and own.attnum > 0 and not own.attisdropped
      where part.oid = ${table}::regclass or part.oid in (select indexrelid from pg_index where indrelid = ${table}::regclass and indexprs is not null)`,
  )
}

/** Begins a new file of the log and lets the old ones go; a login that may not is told of by `wal_left_at` staying open. */
async function closeLog(owner: { db: unknown }): Promise<string | null> {
  const [at] = await rowsOf<{ position: string }>(owner, sql`select pg_switch_wal()::text as position`).catch(() => [])
  await rowsOf(owner, sql`checkpoint`).catch(() => [])
  return at?.position ?? null
}

// A file of the log that is used again keeps its old bytes until they are overwritten: only where files are not, absence is proof.
async function noteLogsGone(db: Running<Tables>['db'], occasion: Occasion) {
  const owner = { db: db.owner() }
  const [log] = await rowsOf<{ oldest: string; recycles: boolean }>(
    owner,
    sql`select min(name) as oldest, current_setting('wal_recycle')::boolean as recycles from pg_ls_waldir() where name ~ '^[0-9A-F]{24}$'`,
  ).catch(() => [])
  if (!log || log.recycles) return
  const gone = await rowsOf<{ id: string; person: string }>(
    owner,
    sql`select id, person_id as person from register.erasure
      where wal_position is not null and wal_left_at is null and pg_walfile_name(wal_position::pg_lsn) < ${log.oldest}`,
  )
  for (const { id, person } of gone)
    await perform(db, { ...occasion, duty: 'rights' }, async (act) => {
      await act.db.updateTable('register.erasure').set({ wal_left_at: act.at }).where('id', '=', id).execute()
      await act.record({ what: 'erasure.rewritten', about: person, detail: { log: true } })
    })
}

function lastBackup(statement: Statement, at: Date) {
  const rule = retentionRule(statement, 'backup')
  return rule ? keptUntil(rule, addDays(dayInHelsinki(at), 1)) : null
}
