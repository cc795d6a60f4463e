import { type ControlledTransaction, type Kysely, sql, type Transaction } from 'kysely'
import type { Pools } from '#platform/pools'
import { allDays, type LogDay } from './access-log-days.ts'
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
  /** Null where the leaf itself is gone and only its place is left. */
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
    yield* sealedLeaves(moment)
    yield* unsealedLeaves(moment)
    yield* strayOpenings(moment)
    yield (await allDays<LedgerTables>(moment)).map((day) => ({ kind: 'day', ...day }))
  } finally {
    await moment.rollback().execute()
  }
}

const page = 20_000

// A page is 20 000 probes by key, never a hash join over the whole ledger, which the planner would take 50 times;
// and the next page is asked for while this one is being verified.
async function* sealedLeaves(db: Transaction<LedgerTables>): AsyncGenerator<LeafRecord[]> {
  await sql`select set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`.execute(db)
  let next = pageFrom(db, 0)
  for (let from = 0; ; from += page) {
    const rows = await next
    const isLast = rows.length === 0
    if (isLast) break
    next = pageFrom(db, from + page)
    next.catch(() => undefined) // awaited in the next round, unless the reader left before
    yield rows
  }
  await sql`select set_config('enable_hashjoin', 'on', true), set_config('enable_mergejoin', 'on', true)`.execute(db)
}

async function pageFrom(db: Transaction<LedgerTables>, from: number) {
  const { rows } = await sql<LeafRecord>`
    select 'leaf' as kind, place.leaf_index as index, place.hash, leaf.seq,
      (extract(epoch from leaf.at) * 1000000)::bigint as at, opening.salt, opening.payload as opening
    from register.ledger_index place
    left join register.ledger_leaf leaf on leaf.hash = place.hash
    left join register.ledger_opening opening on opening.hash = place.hash
    where place.leaf_index >= ${from} and place.leaf_index < ${from + page}
    order by place.leaf_index`.execute(db)
  return rows
}

async function* unsealedLeaves(db: Transaction<LedgerTables>): AsyncGenerator<LeafRecord[]> {
  for (let after = -1; ; ) {
    const { rows } = await sql<LeafRecord>`
      select 'leaf' as kind, null as index, leaf.hash, leaf.seq,
        (extract(epoch from leaf.at) * 1000000)::bigint as at, opening.salt, opening.payload as opening
      from register.ledger_leaf leaf
      left join register.ledger_opening opening on opening.hash = leaf.hash
      where leaf.seq > ${after}::bigint
        and not exists (select from register.ledger_index known where known.hash = leaf.hash)
      order by leaf.seq limit ${page}`.execute(db)
    if (rows.length === 0) return
    yield rows
    after = rows.at(-1)?.seq ?? after
  }
}

// A leaf and its opening stand and fall together; one that lost its leaf is told as a leaf without seq and place.
async function* strayOpenings(db: Transaction<LedgerTables>): AsyncGenerator<LeafRecord[]> {
  const { rows } = await sql<LeafRecord>`
    select 'leaf' as kind, null as index, opening.hash, null as seq, null as at, opening.salt, opening.payload as opening
    from register.ledger_opening opening
    where not exists (select from register.ledger_leaf leaf where leaf.hash = opening.hash)
      and not exists (select from register.ledger_index place where place.hash = opening.hash)
    order by opening.hash limit ${page}`.execute(db)
  yield rows
}
