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
 * order and matching them here costs PostgreSQL 0.8 s for a million leaves; looking each up by its hash cost 3.
 */
export function leavesBySeq(db: Transaction<LedgerTables>) {
  const passed = new Map<string, SeqLeaf>() // read already, not met yet: unsealed, or sealed late
  let read: LeafPage = { hashes: Buffer.alloc(0), seqs: [], times: [] }
  let [next, last, hasMore] = [0, -1, true]

  const readOn = async () => {
    read = await pageAfter(db, last)
    next = 0
    last = read.seqs.at(-1) ?? last
    hasMore = read.seqs.length > 0
    return hasMore
  }
  const leafAt = (i: number): SeqLeaf => ({
    hash: read.hashes.subarray(i * 32, i * 32 + 32),
    seq: read.seqs[i] ?? 0,
    at: read.times[i] ?? 0,
  })
  const isNext = (hash: Buffer) => read.hashes.compare(hash, 0, 32, next * 32, next * 32 + 32) === 0

  return {
    /** The leaf with this hash, or undefined when there is none; each is taken once. */
    async take(hash: Buffer): Promise<SeqLeaf | undefined> {
      const late = passed.size > 0 ? passed.get(keyOf(hash)) : undefined
      if (late) passed.delete(keyOf(hash))
      if (late) return late
      while (next < read.seqs.length || (hasMore && (await readOn()))) {
        if (isNext(hash)) return leafAt(next++)
        const leaf = leafAt(next++)
        passed.set(keyOf(leaf.hash), leaf)
      }
      return undefined
    },
    /** The next leaf in the order of seq when it has this hash: what nearly always is so, without waiting. */
    takeNext(hash: Buffer): SeqLeaf | undefined {
      return passed.size === 0 && next < read.seqs.length && isNext(hash) ? leafAt(next++) : undefined
    },
    /** The leaves that no place asked for. */
    async *rest(): AsyncGenerator<SeqLeaf[]> {
      if (passed.size > 0) yield [...passed.values()]
      do {
        const leaves = read.seqs.slice(next).map((_, i) => leafAt(next + i))
        if (leaves.length > 0) yield leaves
      } while (hasMore && (await readOn()))
    },
  }
}

const page = 100_000

interface LeafPage {
  hashes: Buffer
  seqs: number[]
  times: number[]
}

async function pageAfter(db: Transaction<LedgerTables>, seq: number): Promise<LeafPage> {
  const { rows } = await sql<LeafPage>`
    select string_agg(leaf.hash, ''::bytea order by leaf.seq) as hashes,
      json_agg(leaf.seq order by leaf.seq) as seqs,
      json_agg((extract(epoch from leaf.at) * 1000000)::bigint order by leaf.seq) as times
    from (select * from register.ledger_leaf where seq > ${seq}::bigint order by seq limit ${page}) leaf
    having count(*) > 0`.execute(db)
  return rows[0] ?? { hashes: Buffer.alloc(0), seqs: [], times: [] }
}

function keyOf(hash: Buffer) {
  return hash.toString('latin1')
}
