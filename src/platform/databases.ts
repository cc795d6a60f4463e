import pg from 'pg'

/** Makes a database on a server where it is missing; from a template when one is named. Answers its URL. */
export async function ensureDatabase(
  serverUrl: string,
  name: string,
  template?: string,
): Promise<{ url: string; made: boolean }> {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const server = new pg.Client({ connectionString: serverUrl })
  await server.connect()
  try {
    await server.query("select pg_advisory_lock(hashtext('make a database'))")
    const { rowCount } = await server.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) {
      const from = template ? ` template ${pg.escapeIdentifier(template)}` : ''
      await server.query(`create database ${pg.escapeIdentifier(name)}${from}`)
    }
    return { url: url.href, made: rowCount === 0 }
  } finally {
    await server.end()
  }
}

export async function dropDatabase(serverUrl: string, name: string) {
  const server = new pg.Client({ connectionString: serverUrl })
  await server.connect()
  try {
    await server.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`)
  } finally {
    await server.end()
  }
}
