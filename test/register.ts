import { createHash, randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { after } from 'node:test'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { choicesKeyOf, useChoicesKey } from '#choices'
import { publish, type Running } from '#statement'
import type { Database } from '../src/database.ts'
import { openRegister } from '../src/open.ts'
import { dropDatabase, ensureDatabase } from '../src/platform/databases.ts'
import { testServer } from './server.ts'

/** It is always noon in Helsinki on 2 March 2026 unless the test says otherwise. */
export const noon = new Date('2026-03-02T12:00:00+02:00')

export interface TestRegister extends Running<Database> {
  /** Moves the clock, here and in the database's own policies. */
  setClock(at: Date | string): Promise<void>
  /** The ledger so far, as `event by whom`. */
  ledger(): Promise<string[]>
  /** The access log so far: who looked, under which duty and purpose, at how many people and which fields. */
  looks(): Promise<{ by: string; duty: string; purpose: string; people: string[]; fields: string[] }[]>
}

export interface Wish {
  /** `valo`: the demo group's statement is published; `null`: none is. */
  statement?: 'valo' | null
  /** A server of its own where a test needs it broken. */
  serverUrl?: string
}

const root = fileURLToPath(new URL('..', import.meta.url))
const settings = (url: string) => ({ url, prefix: 'seloste_test', secret: 'a secret for tests only', size: 4 })

/** A register of its own for this test file, cloned from a migrated template in a fraction of a second. */
export async function aRegister({ statement = 'valo', serverUrl }: Wish = {}): Promise<TestRegister> {
  const server = serverUrl ?? (await testServer())
  const name = `test_${randomBytes(6).toString('hex')}`
  const { url } = await ensureDatabase(server, name, await templateOf(server, statement))
  await setClockOf(url, name, noon) // a copy of a database does not inherit what was set on it
  let now = noon
  const register = await openRegister(settings(url), () => now)
  useChoicesKey(register, choicesKeyOf(Buffer.alloc(32, 'a key for tests only')))
  const owner = register.db.owner()

  after(async () => {
    await register.db.close()
    await dropDatabase(server, name)
  })

  return {
    ...register,
    setClock: async (at) => {
      now = new Date(at)
      await sql.raw(`alter database "${name}" set seloste.now = '${now.toISOString()}'`).execute(owner)
    },
    ledger: async () => {
      const rows = await owner
        .selectFrom('register.ledger_leaf as leaf')
        .innerJoin('register.ledger_opening as opening', 'opening.hash', 'leaf.hash')
        .select('opening.payload')
        .where('leaf.seq', '>', statement ? 1 : 0)
        .orderBy('leaf.seq')
        .execute()
      return rows.map(({ payload }) => `${payload.what} by ${payload.by}`)
    },
    looks: () =>
      owner
        .selectFrom('register.access_log')
        .select(['by', 'duty', 'purpose', 'people', 'fields'])
        .orderBy('id')
        .execute(),
  }
}

async function setClockOf(url: string, name: string, at: Date) {
  const pg = await import('pg')
  const client = new pg.default.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`alter database "${name}" set seloste.now = '${at.toISOString()}'`)
  } finally {
    await client.end()
  }
}

const templates = new Map<string, Promise<string>>()

function templateOf(server: string, statement: Wish['statement']): Promise<string> {
  const key = `${server} ${statement}`
  const known = templates.get(key) ?? makeTemplate(server, statement)
  templates.set(key, known)
  return known
}

async function makeTemplate(server: string, statement: Wish['statement']) {
  const name = `template_${statement ?? 'bare'}_${await digest()}`
  const building = `${name}_${randomBytes(4).toString('hex')}`
  if (await exists(server, name)) return name

  const { url } = await ensureDatabase(server, building)
  const register = await openRegister(settings(url), () => noon)
  if (statement) {
    const source = await readFile(`${root}/examples/valo-group.yaml`, 'utf8')
    await publish(register, { by: 'tomas', duty: 'admin', purpose: 'statement', at: noon, under: '0' }, source)
  }
  await register.db.close()
  await rename(server, building, name)
  return name
}

async function exists(server: string, name: string) {
  const pg = await import('pg')
  const client = new pg.default.Client({ connectionString: server })
  await client.connect()
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
  await client.end()
  return rowCount === 1
}

// Two test files may build the same template at once: the first to finish gives it the name, the other's is dropped.
async function rename(server: string, building: string, name: string) {
  const pg = await import('pg')
  const client = new pg.default.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(`alter database ${building} rename to ${name}`)
  } catch (fault) {
    if ((fault as { code?: string }).code !== '42P04') throw fault
    await client.query(`drop database ${building} with (force)`)
  } finally {
    await client.end()
  }
}

async function digest() {
  const hash = createHash('sha256')
  const folders = [
    'migrations',
    'src/statement',
    'src',
    'examples',
    'src/register',
    'src/choices',
    'src/access',
    'src/ledger',
    'src/website',
  ]
  for (const folder of folders) {
    const files = await readdir(`${root}/${folder}`, { withFileTypes: true }).catch(() => [])
    for (const file of files.filter(
      (entry) => entry.isFile() && /\.(sql|ts|yaml)$/.test(entry.name) && !/\.test\.ts$/.test(entry.name),
    )) {
      hash.update(`${folder}/${file.name}`).update(await readFile(`${root}/${folder}/${file.name}`))
    }
  }
  return hash.digest('hex').slice(0, 12)
}
