import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { Pools } from '#platform/pools'
import { allDays } from './access-log-days.ts'
import type { LeafRecord, LedgerRecord } from './records.ts'
import type { LedgerTables } from './tables.ts'

/** Up to where a ledger is known: a sealed size, the highest seq below it, and the last day of the access log. */
interface Since {
  size: number
  seq: number
  day: string
}

/** All checkpoints, and what the ledger says that is younger than this; each page a query by key. */
export async function* recordsSince<T>(db: Pools<T>, { size, seq, day }: Since): AsyncGenerator<LedgerRecord[]> {
  const ledger = db.as('sealer') as unknown as Kysely<LedgerTables>
  const moment = await ledger
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute()
  try {
    const checkpoints = await moment.selectFrom('register.ledger_checkpoint').selectAll().orderBy('size').execute()
    yield checkpoints.map((checkpoint) => ({ kind: 'checkpoint', ...checkpoint }))
    yield* pagesOf(moment, size - 1, ({ index }) => index ?? 0, sealedAfter)
    yield* pagesOf(moment, seq, (leaf) => leaf.seq ?? 0, unsealedAfter)
    yield (await allDays<LedgerTables>(moment, day)).map((one) => ({ kind: 'day', ...one }))
  } finally {
    await moment.rollback().execute()
  }
}

async function* pagesOf(
  db: Transaction<LedgerTables>,
  after: number,
  placeOf: (leaf: LeafRecord) => number,
  pageAfter: (after: number) => RawBuilder<LeafRecord>,
): AsyncGenerator<LeafRecord[]> {
  for (let last = after; ; ) {
    const { rows } = await pageAfter(last).execute(db)
    if (rows.length === 0) return
    yield rows
    last = placeOf(rows.at(-1) as LeafRecord)
  }
}

const page = 20_000
const leafColumns = sql`'leaf' as kind, leaf.seq, (extract(epoch from leaf.at) * 1000000)::bigint as at, opening.salt, opening.payload as opening`

function sealedAfter(index: number) {
  return sql<LeafRecord>`
    select ${leafColumns}, place.leaf_index as index, place.hash
    from register.ledger_index place
    left join register.ledger_leaf leaf on leaf.hash = place.hash
    left join register.ledger_opening opening on opening.hash = place.hash
    where place.leaf_index > ${index} order by place.leaf_index limit ${page}`
}

function unsealedAfter(seq: number) {
  return sql<LeafRecord>`
    select ${leafColumns}, null as index, leaf.hash
    from register.ledger_leaf leaf
    left join register.ledger_opening opening on opening.hash = leaf.hash
    where leaf.seq > ${seq} and not exists (select from register.ledger_index place where place.hash = leaf.hash)
    order by leaf.seq limit ${page}`
}
