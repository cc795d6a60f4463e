import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

export interface Migrated {
  /** File names that ran now, in order. */
  ran: string[]
}

export interface MigrateOptions {
  /** Only these files, where an older state is to be made. */
  only?: readonly string[]
  /** Called before the first file runs on a database that was migrated before; its failure stops the migrating. */
  before?: (pending: readonly string[]) => Promise<void>
}

/** Runs the SQL files of a folder that have not run yet, each in its own transaction, in the order of their names. */
export async function migrate(url: string, folder: string, { only, before }: MigrateOptions = {}): Promise<Migrated> {
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

    const pending = (await migrationsIn(folder)).filter(
      ({ name }) => !known.has(name) && (only?.includes(name) ?? true),
    )
    if (known.size > 0 && pending.length > 0) await before?.(pending.map(({ name }) => name))
    for (const { name, text, digest } of pending) {
      await runFile(client, name, digest, text)
      ran.push(name)
    }
    return { ran }
  } finally {
    await client.end()
  }
}

/** The migrations of a folder in their order, each with the digest of its text. */
export async function migrationsIn(folder: string): Promise<{ name: string; text: string; digest: string }[]> {
  const names = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8')
      return { name, text, digest: createHash('sha256').update(text).digest('hex') }
    }),
  )
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
