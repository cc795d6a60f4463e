import { type QueryExecutorProvider, sql } from 'kysely'
import type { Act } from '#ledger'
import type { Pools } from '#platform/pools'
import { ensureRoles } from '#platform/roles'
import { declaredMaps, indexesFor } from './declared.ts'
import type { Statement } from './format.ts'
import { grantAnew } from './grant-anew.ts'
import { grantsOf, grantsOfEvery } from './grants.ts'
import type { Policy } from './policy.ts'
import type { TableMap } from './table-map.ts'

/** One version takes the place of another. */
export interface Publication {
  before: Statement
  next: Statement
  material: boolean
}

/** What the modules tell of their tables, and the rights that do not follow from the statement. */
export interface Ground {
  maps: readonly TableMap[]
  /** Machine duties: roles that exist whatever the statement says. */
  machines: readonly string[]
  /** Further grants, such as the ledger's own. */
  grants: (loginOf: (role: string) => string, dutyLogins: readonly string[], policy: Policy | null) => string[]
  /** What follows from a publication, in its own transaction and with the owner's rights: whom to tell. */
  published?: (act: Act<unknown>, publication: Publication) => Promise<void>
}

/** Makes the roles that a policy needs; committed before any transaction that grants to them. */
export async function rolesFor<T>(db: Pools<T>, ground: Ground, policy: Policy | null) {
  await ensureRoles(db, [...ground.machines, ...(policy?.duties.keys() ?? [])])
}

/** Makes the indexes of added fields, takes every right away and gives those of the policy, idempotently, inside the caller's transaction. */
export async function applyGrants<T>(
  db: Pools<T>,
  transaction: QueryExecutorProvider,
  ground: Ground,
  policy: Policy | null,
) {
  await sql`set local lock_timeout = '4s'`.execute(transaction)
  const maps = [...ground.maps, ...declaredMaps(policy, ground.maps)]
  const duties = [...(policy?.duties.keys() ?? [])].map(db.loginOf)
  for (const index of indexesFor(policy, ground.maps)) await sql.raw(index).execute(transaction)
  await grantAnew(transaction, await loginsOf(db, transaction), [
    ...grantsOf(policy, maps, db.loginOf),
    ...ground.machines.flatMap((machine) => grantsOfEvery(db.loginOf(machine))),
    ...ground.grants(db.loginOf, duties, policy),
  ])
}

async function loginsOf<T>(db: Pools<T>, transaction: QueryExecutorProvider): Promise<string[]> {
  const prefix = `${db.loginOf('')}%`.replaceAll('_', '\\_')
  const { rows } = await sql<{ login: string }>`
    select rolname as login from pg_roles where rolname like ${prefix} order by rolname
  `.execute(transaction)
  return rows.map(({ login }) => login)
}
