import { fileURLToPath } from 'node:url'
import type { Kysely } from 'kysely'
import { type MigrateOptions, migrate } from '#platform/migrate'
import { openPools, type PoolSettings, type Pools } from '#platform/pools'
import {
  activeVersion,
  applyGrants,
  type Running,
  rolesFor,
  running,
  type StatementTables,
  tamperings,
} from '#statement'
import type { Database } from './database.ts'
import { ground } from './ground.ts'

export const migrations = fileURLToPath(new URL('../migrations', import.meta.url))

/** Brings a database up to date, applies the grants of the statement in force, and answers the register at work. */
export async function openRegister(
  settings: PoolSettings,
  now: () => Date = () => new Date(),
  beforeMigrating?: MigrateOptions['before'],
): Promise<Running<Database>> {
  await migrate(settings.url, migrations, { before: beforeMigrating })
  const db = openPools<Database>(settings)
  await grantAgain(db)
  return running(db, ground, now)
}

// In one transaction, so that a server which is running beside this one never meets a moment without rights. Where the version in
// force was altered in storage, the rights stay what its publishing made them: an alteration opens nothing.
async function grantAgain(db: Pools<Database>) {
  const owner = db.owner() as unknown as Kysely<StatementTables>
  const version = await activeVersion(owner)
  const altered = await tamperings(owner)
  if (version && altered.some((fault) => fault.version === version.version)) return rolesFor(db, ground, null)

  const policy = version?.policy ?? null
  await rolesFor(db, ground, policy)
  await db
    .owner()
    .transaction()
    .execute((transaction) => applyGrants(db, transaction, ground, policy))
}
