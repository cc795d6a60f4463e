import { type Kysely, sql } from 'kysely'
import type { Pools } from '#platform/pools'
import { readCheckpointFile } from './checkpoint-file.ts'
import { recordsSince } from './records-since.ts'
import type { VerifierKey } from './signed-note.ts'
import { liveLedger, type Verification, type Verified, verifyFrom } from './verify.ts'

interface Place {
  keys: readonly VerifierKey[]
  checkpointFile: string
}

const known = new WeakMap<object, { verified: Verified; marks: Mark[] }>()

/**
 * Verifies the ledger of a running database. What this process has verified whole before is not read again, as long as PostgreSQL
 * counted no update, delete or rewrite of it since: seals, the file outside, and all that is younger are. Bytes changed in the
 * database's own files, past PostgreSQL, are found by `verify`, which reads all.
 */
export async function verifyOn<T>(db: Pools<T>, place: Place): Promise<Verification> {
  const marks = await marksOf(db)
  const held = known.get(db)
  if (held && isUntouched(held.marks, marks)) {
    const found = await sinceThen(db, place, held.verified)
    if (found.verification.ok) return remembered(db, found, marks)
  }
  return remembered(db, await verifyFrom(await liveLedger(db, place)), marks)
}

function remembered(db: object, verified: Verified, marks: Mark[]): Verification {
  if (verified.verification.ok) known.set(db, { verified, marks })
  else known.delete(db)
  return verified.verification
}

async function sinceThen<T>(db: Pools<T>, { keys, checkpointFile }: Place, { walked, days }: Verified) {
  const outside = await readCheckpointFile(checkpointFile)
  // A day whose digest the ledger has not yet may have grown: it is read again.
  const sealed = new Map([...days].filter(([day]) => walked.found.days.some((one) => one.day === day)))
  const day = [...sealed.keys()].sort().at(-1) ?? '0001-01-01'
  const records = recordsSince(db, { size: walked.found.size, seq: walked.seq, day })
  return verifyFrom({ records, keys, outside }, { walked, days: sealed })
}

interface Mark {
  table: string
  name: string
  file: string
  written: number
  changed: string
}

// By table and file: a table that was swapped or rewritten, or whose counts were reset, is read whole again.
async function marksOf<T>(db: Pools<T>): Promise<Mark[]> {
  const { rows } = await sql<Mark>`
    select place.oid::text as table, place.relname::text as name, place.relfilenode::text as file, counted.n_tup_ins as written,
      counted.n_tup_upd || '/' || counted.n_tup_del as changed
    from pg_catalog.pg_class place
    join pg_catalog.pg_namespace home on home.oid = place.relnamespace and home.nspname = 'register'
    join pg_catalog.pg_stat_all_tables counted on counted.relid = place.oid
    where place.relkind = 'r' and place.relname ~ '^(ledger_(leaf|opening|index|checkpoint)|access_log)'
    order by place.oid`.execute(db.as('sealer') as Kysely<unknown>)
  return rows
}

// Counts that say of no leaf ever written are new or were reset: they are no proof.
function isUntouched(before: readonly Mark[], now: readonly Mark[]) {
  if (!now.some(({ name, written }) => name === 'ledger_leaf' && written > 0)) return false
  return before.every(({ table, file, written, changed }) =>
    now.some((one) => one.table === table && one.file === file && one.changed === changed && one.written >= written),
  )
}
