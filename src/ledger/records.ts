import { type ControlledTransaction, type Kysely, sql, type Transaction } from 'kysely'
import type { Pools } from '#platform/pools'
import { allDays, type LogDay } from './access-log-days.ts'
import { leavesBySeq } from './leaves-by-seq.ts'
import type { LedgerTables } from './tables.ts'

/** One thing a ledger says, wherever it is read from: a running database, or its export. */
export type LedgerRecord =
  | { kind: 'checkpoint'; size: number; root: Buffer; note: string; at: Date }
  | LeafRecord
  | ({ kind: 'day' } & LogDay)
  | { kind: 'unreadable'; line: number }

export interface LeafRecord {
  kind: 'leaf'
  /** Its place in the tree; null while it is not sealed. */
  index: number | null
  hash: Buffer
  /** Null where the leaf itself is gone and only its place or its opening is left. */
  seq: number | null
  /** Microseconds since 1970. */
  at: number | null
  /** Null when the opening has been erased. */
  salt: Buffer | null
  opening: unknown
}

/** Everything the ledger says at one moment: checkpoints first, then leaves in their order, then the days of the access log. */
export async function* recordsOf<T>(db: Pools<T>): AsyncGenerator<LedgerRecord[]> {
  const ledger = db.as('sealer') as unknown as Kysely<LedgerTables>
  const moment: ControlledTransaction<LedgerTables> = await ledger
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute()
  try {
    const checkpoints = await moment.selectFrom('register.ledger_checkpoint').selectAll().orderBy('size').execute()
    yield checkpoints.map((checkpoint) => ({ kind: 'checkpoint', ...checkpoint }))
    yield* leavesOf(moment)
    yield* strayOpenings(moment)
    yield (await allDays<LedgerTables>(moment)).map((day) => ({ kind: 'day', ...day }))
  } finally {
    await moment.rollback().execute()
  }
}

const page = 20_000

async function* leavesOf(db: Transaction<LedgerTables>): AsyncGenerator<LeafRecord[]> {
  const leaves = leavesBySeq(db)
  const size = await sizeOf(db)
  await planByKey(db, true)

  // PostgreSQL reads two pages ahead while this one is being verified.
  const ahead: Promise<Columns | undefined>[] = []
  for (let from = 0; from < size; from += page) {
    while (ahead.length < 3) ahead.push(sealedPage(db, from + ahead.length * page))
    for (const coming of ahead) coming.catch(() => undefined) // awaited in its round, unless the reader leaves before
    yield await metBy(leaves, await ahead.shift())
  }
  await Promise.all(ahead)
  await planByKey(db, false)

  for await (const unsealed of leaves.rest()) {
    const openings = await openingsOf(db, unsealed)
    const none = { salt: null, opening: null }
    yield unsealed.map((leaf) => ({ kind: 'leaf', index: null, ...leaf, ...(openings.get(keyOf(leaf.hash)) ?? none) }))
  }
}

async function metBy(leaves: ReturnType<typeof leavesBySeq>, columns: Columns | undefined): Promise<LeafRecord[]> {
  const records: LeafRecord[] = []
  const openings: unknown[] = JSON.parse(columns?.openings ?? '[]')
  for (const [i, index] of (columns?.indexes ?? []).entries()) {
    const hash = bytesAt(columns?.hashes, i, 32)
    const leaf = leaves.takeNext(hash) ?? (await leaves.take(hash))
    const opening = openings[i] ?? null
    const salt = opening === null ? null : bytesAt(columns?.salts, i, 16)
    records.push({ kind: 'leaf', index, hash, seq: leaf?.seq ?? null, at: leaf?.at ?? null, salt, opening })
  }
  return records
}

function bytesAt(bytes: Buffer | undefined, i: number, length: number) {
  return bytes?.subarray(i * length, i * length + length) ?? Buffer.alloc(0)
}

async function sizeOf(db: Transaction<LedgerTables>) {
  const { top } = await db
    .selectFrom('register.ledger_index')
    .select((eb) => eb.fn.max('leaf_index').as('top'))
    .executeTakeFirstOrThrow()
  return top === null ? 0 : top + 1
}

// Openings are looked up by key, never by a hash join over the whole ledger: the planner would take it for each of
// the 50 pages of a million leaves, and for a plan that knows no page numbers.
async function planByKey(db: Transaction<LedgerTables>, isByKey: boolean) {
  const joins = isByKey ? 'off' : 'on'
  const plans = isByKey ? 'force_custom_plan' : 'auto'
  await sql`select set_config('enable_hashjoin', ${joins}, true), set_config('enable_mergejoin', ${joins}, true),
    set_config('plan_cache_mode', ${plans}, true)`.execute(db)
}

interface Columns {
  indexes: number[]
  hashes: Buffer
  salts: Buffer
  openings: string
}

// A page as four values instead of 20 000 rows: 3.1 µs of this process a leaf instead of 4.4.
async function sealedPage(db: Transaction<LedgerTables>, from: number): Promise<Columns | undefined> {
  const { rows } = await sql<Columns>`
    select json_agg(place.leaf_index order by place.leaf_index) as indexes,
      string_agg(place.hash, ''::bytea order by place.leaf_index) as hashes,
      string_agg(coalesce(opening.salt, decode(repeat('00', 16), 'hex')), ''::bytea order by place.leaf_index) as salts,
      '[' || string_agg(coalesce(opening.payload::text, 'null'), ',' order by place.leaf_index) || ']' as openings
    from register.ledger_index place
    left join register.ledger_opening opening on opening.hash = place.hash
    where place.leaf_index >= ${from} and place.leaf_index < ${from + page}
    having count(*) > 0`.execute(db)
  return rows[0]
}

async function openingsOf(db: Transaction<LedgerTables>, leaves: readonly { hash: Buffer }[]) {
  const { rows } = await sql<{ hash: Buffer; salt: Buffer; opening: unknown }>`
    select hash, salt, payload as opening from register.ledger_opening
    where hash = any(${leaves.map(({ hash }) => hash)}::bytea[])`.execute(db)
  return new Map(rows.map(({ hash, salt, opening }) => [keyOf(hash), { salt, opening }]))
}

function keyOf(hash: Buffer) {
  return hash.toString('latin1')
}

// A leaf and its opening stand and fall together; an opening that lost its leaf is told as a leaf without seq and place.
async function* strayOpenings(db: Transaction<LedgerTables>): AsyncGenerator<LeafRecord[]> {
  const { rows } = await sql<LeafRecord>`
    select 'leaf' as kind, null as index, opening.hash, null as seq, null as at, opening.salt, opening.payload as opening
    from register.ledger_opening opening
    where not exists (select from register.ledger_leaf leaf where leaf.hash = opening.hash)
      and not exists (select from register.ledger_index place where place.hash = opening.hash)
    order by opening.hash limit ${page}`.execute(db)
  yield rows
}
