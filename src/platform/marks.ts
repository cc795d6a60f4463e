import pg from 'pg'

/** Whether a database carries this mark: what was to be put into it is whole. */
export async function isMarked(serverUrl: string, name: string, said: string): Promise<boolean> {
  return asked(serverUrl, async (server) => {
    const { rowCount } = await server.query(
      `select from pg_database where datname = $1 and shobj_description(oid, 'pg_database') = $2`,
      [name, said],
    )
    return rowCount === 1
  })
}

export async function mark(serverUrl: string, name: string, said: string) {
  await asked(serverUrl, (server) =>
    server.query(`comment on database ${pg.escapeIdentifier(name)} is ${pg.escapeLiteral(said)}`),
  )
}

async function asked<R>(serverUrl: string, deed: (server: pg.Client) => Promise<R>): Promise<R> {
  const server = new pg.Client({ connectionString: serverUrl })
  await server.connect()
  try {
    return await deed(server)
  } finally {
    await server.end()
  }
}
