import { fileURLToPath } from 'node:url'
import { migrate } from '#platform/migrate'
import { openPools, type PoolSettings } from '#platform/pools'
import { applyGrants, type Running, rolesFor, running } from '#statement'
import type { Database } from './database.ts'
import { ground } from './ground.ts'

const migrations = fileURLToPath(new URL('../migrations', import.meta.url))

/** Brings a database up to date, applies the grants of the statement in force, and answers the register at work. */
export async function openRegister(
  settings: PoolSettings,
  now: () => Date = () => new Date(),
): Promise<Running<Database>> {
  await migrate(settings.url, migrations)
  const db = openPools<Database>(settings)
  await rolesFor(db, ground, null)
  // The reader's own grant first: the version in force says which other rights there are.
  await db
    .owner()
    .transaction()
    .execute((transaction) => applyGrants(db, transaction, ground, null))
  const register = await running(db, ground, now)
  await grantAgain(register)
  return register
}

async function grantAgain({ db, current }: Running<Database>) {
  const policy = current()?.policy ?? null
  if (!policy) return
  await rolesFor(db, ground, policy)
  await db
    .owner()
    .transaction()
    .execute((transaction) => applyGrants(db, transaction, ground, policy))
}
