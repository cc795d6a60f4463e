import { type Kysely, sql, type Transaction } from 'kysely'
import type { Pools } from '#platform/pools'
import { Refusal } from '#platform/refusal'
import { daysToSeal } from './access-log-days.ts'
import { type Checkpoint, secondsOf, signCheckpoint } from './checkpoint.ts'
import { appendToFile, lackingIn, readCheckpointFile } from './checkpoint-file.ts'
import { leafOf } from './leaf.ts'
import { growTree, type Tree } from './merkle.ts'
import type { SigningKey } from './signed-note.ts'
import type { LedgerTables } from './tables.ts'

export interface Sealing {
  at: Date
  /** The first line of every checkpoint: which ledger this is. */
  origin: string
  key: SigningKey
  /** Outside the database: what is written here cannot be taken back by whoever holds the database. */
  checkpointFile: string
  /** Statement version in force, for the digests of the access log. */
  under?: string
  /** Called after each step; a test stops the sealer there. */
  passing?: (step: SealStep) => void
}

export type SealStep =
  | 'locked'
  | 'days recorded'
  | 'indexed'
  | 'hashed'
  | 'checkpoint kept'
  | 'committed'
  | 'file written'

export interface Sealed {
  size: number
  /** Leaves that got their index now; 0 where there was nothing to seal. */
  added: number
  note: string | null
}

/** Seals everything the ledger says so far under a signed checkpoint, in the database first and then in the file. */
export async function seal<T extends LedgerTables>(db: Pools<T>, sealing: Sealing): Promise<Sealed> {
  const ledger = db.as('sealer') as unknown as Kysely<LedgerTables>
  const { passing = () => undefined, checkpointFile } = sealing

  const { sealed, tree } = await alone(ledger, async (transaction) => {
    passing('locked')
    lackingIn(await readCheckpointFile(checkpointFile), await notesOf(transaction), [sealing.key])
    await recordDays(transaction, sealing)
    passing('days recorded')
    return sealLeaves(transaction, sealing, trees.get(db), passing)
  })
  if (tree) trees.set(db, tree)
  passing('committed')

  // A sealer killed before this leaves the file one checkpoint behind; the next one completes it.
  await alone(ledger, async (transaction) => {
    const lacking = lackingIn(await readCheckpointFile(checkpointFile), await notesOf(transaction), [sealing.key])
    await appendToFile(checkpointFile, lacking)
  })
  passing('file written')
  return sealed
}

// Growing from the last tree costs as much as its news; without one (after a start) all leaves are read once.
const trees = new WeakMap<object, Tree>()

// In `read committed` each statement after the lock sees what the sealer before us committed.
function alone<R>(
  ledger: Kysely<LedgerTables>,
  deed: (transaction: Transaction<LedgerTables>) => Promise<R>,
): Promise<R> {
  return ledger
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (transaction) => {
      await sql`select pg_advisory_xact_lock(7313)`.execute(transaction)
      return deed(transaction)
    })
}

async function notesOf(db: Kysely<LedgerTables>) {
  const rows = await db.selectFrom('register.ledger_checkpoint').select('note').orderBy('size').execute()
  return rows.map(({ note }) => note)
}

async function recordDays(db: Kysely<LedgerTables>, { at, under = '0' }: Sealing) {
  for (const { day, rows, sha256 } of await daysToSeal(db, at)) {
    const occasion = { by: 'sealer', duty: 'sealer', purpose: 'accountability', at, under }
    const detail = { day, rows, sha256 }
    const { hash, salt, payload } = leafOf(occasion, { what: 'access-log.sealed', about: `access-log/${day}`, detail })
    await db.insertInto('register.ledger_leaf').values({ hash, at }).execute()
    await db.insertInto('register.ledger_opening').values({ hash, salt, payload }).execute()
  }
}

async function sealLeaves(
  db: Kysely<LedgerTables>,
  sealing: Sealing,
  known: Tree | undefined,
  passing: (step: SealStep) => void,
) {
  const last = await db
    .selectFrom('register.ledger_checkpoint')
    .selectAll()
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
  const before = last ?? { size: 0, root: growTree().root(), note: null }
  if ((await indexesOf(db)) !== before.size) throw new Refusal('LEDGER_DIVERGED', 500)
  const added = await giveIndexes(db)
  passing('indexed')
  if (added === 0) return { sealed: { size: before.size, added, note: before.note }, tree: undefined }

  const size = before.size + added
  const tree = await treeAt(db, before, known)
  await addLeaves(db, tree, size)
  passing('hashed')

  const at = new Date(secondsOf(sealing.at) * 1000)
  const checkpoint: Checkpoint = { origin: sealing.origin, size, root: tree.root(), at }
  const note = signCheckpoint(checkpoint, sealing.key)
  await db.insertInto('register.ledger_checkpoint').values({ size, root: checkpoint.root, note, at }).execute()
  passing('checkpoint kept')
  return { sealed: { size, added, note }, tree }
}

async function indexesOf(db: Kysely<LedgerTables>) {
  const { top } = await db
    .selectFrom('register.ledger_index')
    .select((eb) => eb.fn.max('leaf_index').as('top'))
    .executeTakeFirstOrThrow()
  return top === null ? 0 : top + 1
}

// A deed that took its seq early may commit late, even after higher ones were sealed. So a leaf is unsealed
// when it has no index, never when its seq is above a mark; a late one gets its place in the next seal.
// Measured: 0.5 s for each million leaves sealed already, hourly.
async function giveIndexes(db: Kysely<LedgerTables>) {
  const { numAffectedRows } = await sql`
    insert into register.ledger_index (leaf_index, hash)
    select sealed.size + row_number() over (order by leaf.seq) - 1, leaf.hash
    from register.ledger_leaf leaf, (select coalesce(max(leaf_index) + 1, 0) as size from register.ledger_index) sealed
    where not exists (select from register.ledger_index known where known.hash = leaf.hash)`.execute(db)
  return Number(numAffectedRows ?? 0)
}

// Nothing is ever signed that does not begin with what was signed before.
async function treeAt(db: Kysely<LedgerTables>, before: { size: number; root: Buffer }, known: Tree | undefined) {
  const fits = known?.size === before.size && known.root().equals(before.root)
  if (fits) return growTree(known.size, known.peaks())
  const tree = growTree()
  await addLeaves(db, tree, before.size)
  if (!tree.root().equals(before.root)) throw new Refusal('LEDGER_DIVERGED', 500)
  return tree
}

const page = 65_536

// One row of 65 536 hashes instead of as many rows: a million leaves in 0.7 s instead of 2.9 s.
async function addLeaves(db: Kysely<LedgerTables>, tree: Tree, size: number) {
  while (tree.size < size) {
    const to = Math.min(tree.size + page, size)
    const { rows } = await sql<{ hashes: Buffer | null }>`
      select string_agg(hash, ''::bytea order by leaf_index) as hashes
      from register.ledger_index where leaf_index >= ${tree.size} and leaf_index < ${to}`.execute(db)
    const hashes = rows[0]?.hashes ?? Buffer.alloc(0)
    if (hashes.length !== (to - tree.size) * 32) throw new Refusal('LEDGER_DIVERGED', 500)
    for (let at = 0; at < hashes.length; at += 32) tree.add(hashes.subarray(at, at + 32))
  }
}
