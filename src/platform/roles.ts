import { createHash } from 'node:crypto'
import pg from 'pg'
import type { Pools } from './pools.ts'

const lockOfRoles = 0x5e105e

/** Makes the login roles that are missing on the server, and renews secrets that changed. */
export async function ensureRoles<T>(db: Pools<T>, roles: readonly string[]) {
  // Roles are server-wide and advisory locks per database: made inside parallel publishes, 80 of 120 failed;
  // made and committed first under a lock held in database `postgres`, none did.
  const server = new pg.Client({ connectionString: inDatabase(db.url, 'postgres') })
  await server.connect()
  try {
    await server.query('select pg_advisory_lock($1)', [lockOfRoles])
    const { rows } = await server.query<{ login: string; mark: string | null }>(
      `select rolname as login, shobj_description(oid, 'pg_authid') as mark from pg_roles where rolname = any($1)`,
      [roles.map(db.loginOf)],
    )
    const marks = new Map(rows.map(({ login, mark }) => [login, mark]))

    for (const role of roles) {
      const login = db.loginOf(role)
      const mark = fingerprint(db.secretOf(role))
      if (marks.get(login) === mark) continue
      const verb = marks.has(login) ? 'alter' : 'create'
      const secret = pg.escapeLiteral(db.secretOf(role))
      await server.query(`${verb} role ${pg.escapeIdentifier(login)} login noinherit password ${secret}`)
      await server.query(`comment on role ${pg.escapeIdentifier(login)} is ${pg.escapeLiteral(mark)}`)
    }
  } finally {
    await server.end()
  }
}

function inDatabase(url: string, name: string) {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

function fingerprint(secret: string) {
  return `role ${createHash('sha256').update(`mark ${secret}`).digest('hex').slice(0, 16)}`
}
