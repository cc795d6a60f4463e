import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

export interface Migrated {
  /** File names that ran now, in order. */
  ran: string[]
}

/** Runs the SQL files of a folder that have not run yet, each in its own transaction, in the order of their names. */
export async function migrate(url: string, folder: string): Promise<Migrated> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(7311)')
    await client.query(`
      create schema if not exists migration;
      create table if not exists migration.file (
        name text primary key, digest text not null, ran_at timestamptz not null default now()
      )`)
    const { rows } = await client.query<{ name: string; digest: string }>('select name, digest from migration.file')
    const known = new Map(rows.map(({ name, digest }) => [name, digest]))
    const ran: string[] = []

    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()) {
      const text = await readFile(join(folder, name), 'utf8')
      const digest = createHash('sha256').update(text).digest('hex')
      if (known.has(name)) continue
      await runFile(client, name, digest, text)
      ran.push(name)
    }
    return { ran }
  } finally {
    await client.end()
  }
}

async function runFile(client: pg.Client, name: string, digest: string, text: string) {
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into migration.file (name, digest) values ($1, $2)', [name, digest])
    await client.query('commit')
  } catch (fault) {
    await client.query('rollback')
    throw new Error(`migration ${name}: ${(fault as Error).message}`, { cause: fault })
  }
}
