import { type Kysely, sql, type Transaction } from 'kysely'
import type { Pools } from '#platform/pools'
import { leafOf } from './leaf.ts'
import type { Act, Entry, Occasion } from './occasion.ts'
import type { ReplayLine } from './replay.ts'
import { appendReplay } from './replay-log.ts'
import type { LedgerTables } from './tables.ts'

/** Does one thing under a duty: in one transaction, with a record in the ledger, or not at all. */
export function perform<T, R>(db: Pools<T>, occasion: Occasion, deed: (act: Act<T>) => Promise<R>): Promise<R> {
  return performWith(db, db.as(occasion.duty), occasion, deed)
}

/** The same with the owner's rights: for migrating and publishing only. */
export function performAsOwner<T, R>(db: Pools<T>, occasion: Occasion, deed: (act: Act<T>) => Promise<R>): Promise<R> {
  return performWith(db, db.owner(), occasion, deed)
}

function performWith<T, R>(db: Pools<T>, handle: Kysely<T>, occasion: Occasion, deed: (act: Act<T>) => Promise<R>) {
  return handle.transaction().execute(async (transaction) => {
    const entries: Entry[] = []
    await actAs(transaction, occasion)

    const result = await deed({
      ...occasion,
      db: transaction as unknown as Act<T>['db'], // Kysely's Transaction is the Atomic handle; its type says `boolean`
      record: async (entry) => {
        entries.push(entry)
      },
    })

    if (entries.length === 0) throw new Error(`nothing was recorded by ${occasion.duty}: rolled back`)
    const again: ReplayLine[] = []
    for (let at = 0; at < entries.length; at += together) {
      const now = entries.slice(at, at + together)
      const leaves = await append(transaction, occasion, now)
      for (const [n, { replay }] of now.entries())
        if (replay) again.push({ leaf: leaves[n] ?? '', at: occasion.at.toISOString(), replay })
    }
    await appendReplay(db, transaction, again)
    return result
  })
}

/** Row policies ask who is acting, and whether the bin is open; the settings end with the transaction. */
export async function actAs<T>(transaction: Transaction<T>, { by, withBin = false }: Occasion) {
  await sql`select set_config('seloste.by', ${by}, true)${withBin ? sql`, set_config('seloste.bin', 'open', true)` : sql``}`.execute(
    transaction,
  )
}

// An import of a thousand lines leaves thousands of entries: one by one they cost more than the lines themselves.
const together = 500

async function append<T>(transaction: Transaction<T>, occasion: Occasion, entries: readonly Entry[]) {
  const leaves = entries.map((entry) => leafOf(occasion, entry))
  const ledger = transaction as unknown as Transaction<LedgerTables>
  await ledger
    .insertInto('register.ledger_leaf')
    .values(leaves.map(({ hash }) => ({ hash, at: occasion.at })))
    .execute()
  await ledger.insertInto('register.ledger_opening').values(leaves).execute()
  return leaves.map(({ hash }) => hash.toString('base64url'))
}
