import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { dropDatabase, ensureDatabase } from './databases.ts'

// A database that is made beside the one in use and takes its place only when it is whole: the two names change in one
// transaction, so whoever looks sees the old one or the new one, also after a power cut.

/** Makes an empty database beside this one; what earlier attempts left behind goes. */
export async function makeSpare(url: string, kind: string): Promise<string> {
  const own = nameIn(url)
  await onServer(url, async (server) => {
    const { rows } = await server.query<{ name: string }>(
      `select datname as name from pg_database own
       where starts_with(datname, $1) and not exists (select from pg_stat_activity using_it where using_it.datname = own.datname)`,
      [`${own}_${kind}_`],
    )
    for (const { name } of rows) await server.query(`drop database if exists ${pg.escapeIdentifier(name)}`)
  })
  const spare = await ensureDatabase(inDatabase(url, 'postgres'), `${own}_${kind}_${randomBytes(4).toString('hex')}`)
  return spare.url
}

export async function dropSpare(url: string) {
  await dropDatabase(inDatabase(url, 'postgres'), nameIn(url))
}

/** How many clients stay connected to this database: one that has just hung up is given two seconds to go. */
export async function usersOf(url: string): Promise<number> {
  return onServer(url, async (server) => {
    for (let asked = 1; ; asked += 1) {
      const { rows } = await server.query<{ count: number }>(
        `select count(*)::integer as count from pg_stat_activity where datname = $1 and backend_type = 'client backend'`,
        [nameIn(url)],
      )
      const count = rows[0]?.count ?? 0
      if (count === 0 || asked === 20) return count
      await setTimeout(100)
    }
  })
}

/** Gives the spare the name of the one in use, whose own name becomes `kept`; both at once or neither. */
export async function takePlace(url: string, spareUrl: string, kept: string, said: string) {
  const [own, spare, old] = [nameIn(url), nameIn(spareUrl), kept].map((name) => pg.escapeIdentifier(name))
  await onServer(url, async (server) => {
    await server.query('begin')
    const { rowCount } = await server.query('select from pg_database where datname = $1', [nameIn(url)])
    if (rowCount === 1) {
      await server.query(`alter database ${own} rename to ${old}`)
      await server.query(`comment on database ${old} is ${pg.escapeLiteral(said)}`)
    }
    await server.query(`alter database ${spare} rename to ${own}`)
    await server.query('commit')
  })
}

/** Databases that gave up their place, with what was said of them then. */
export async function keptBeside(url: string, kind: string): Promise<{ name: string; url: string; said: string }[]> {
  return onServer(url, async (server) => {
    const { rows } = await server.query<{ name: string; said: string | null }>(
      `select datname as name, shobj_description(oid, 'pg_database') as said from pg_database where starts_with(datname, $1)`,
      [`${nameIn(url)}_${kind}_`],
    )
    return rows.map(({ name, said }) => ({ name, url: inDatabase(url, name), said: said ?? '' }))
  })
}

export function nameIn(url: string) {
  return decodeURIComponent(new URL(url).pathname.slice(1))
}

function inDatabase(url: string, name: string) {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

async function onServer<R>(url: string, deed: (server: pg.Client) => Promise<R>): Promise<R> {
  const server = new pg.Client({ connectionString: inDatabase(url, 'postgres') })
  await server.connect()
  try {
    return await deed(server)
  } finally {
    await server.end()
  }
}
