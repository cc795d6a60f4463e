import { sql, type Transaction } from 'kysely'
import type { LedgerTables } from './tables.ts'

export interface SeqLeaf {
  hash: Buffer
  seq: number
  /** Microseconds since 1970. */
  at: number
}

/**
 * Leaves read by seq beside places read by index. The two orders are nearly the same, so reading both in their own
 * order and matching them here costs 1 s for a million leaves; looking each leaf up by its hash cost 4.
 */
export function leavesBySeq(db: Transaction<LedgerTables>) {
  const passed = new Map<string, SeqLeaf>() // read already, not met yet: unsealed, or sealed late
  let [last, hasMore] = [-1, true]

  const read = async () => {
    const leaves = await pageAfter(db, last)
    for (const leaf of leaves) passed.set(leaf.hash.toString('latin1'), leaf)
    last = leaves.at(-1)?.seq ?? last
    hasMore = leaves.length > 0
  }

  return {
    /** Reads on until every one of these places has met its leaf, or there are no more leaves. */
    async meet(places: readonly { hash: Buffer }[]) {
      for (const { hash } of places) {
        while (hasMore && !passed.has(hash.toString('latin1'))) await read()
      }
    },
    /** The leaf with this hash; each is taken once. */
    take(hash: Buffer): SeqLeaf | { seq: null; at: null } {
      const key = hash.toString('latin1')
      const leaf = passed.get(key)
      passed.delete(key)
      return leaf ?? { seq: null, at: null }
    },
    /** The leaves that no place asked for. */
    async *rest(): AsyncGenerator<SeqLeaf[]> {
      do {
        const leaves = [...passed.values()]
        passed.clear()
        if (leaves.length > 0) yield leaves
        if (hasMore) await read()
      } while (hasMore || passed.size > 0)
    },
  }
}

const page = 100_000

async function pageAfter(db: Transaction<LedgerTables>, seq: number): Promise<SeqLeaf[]> {
  const { rows } = await sql<{ hashes: Buffer; seqs: number[]; times: number[] }>`
    select string_agg(leaf.hash, ''::bytea order by leaf.seq) as hashes,
      json_agg(leaf.seq order by leaf.seq) as seqs,
      json_agg((extract(epoch from leaf.at) * 1000000)::bigint order by leaf.seq) as times
    from (select * from register.ledger_leaf where seq > ${seq}::bigint order by seq limit ${page}) leaf
    having count(*) > 0`.execute(db)
  const [columns] = rows
  return (columns?.seqs ?? []).map((at, i) => ({
    hash: columns?.hashes.subarray(i * 32, i * 32 + 32) ?? Buffer.alloc(0),
    seq: at,
    at: columns?.times[i] ?? 0,
  }))
}
