import { createHash, randomBytes } from 'node:crypto'
import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { sql } from 'kysely'
import pg from 'pg'
import { choicesKeyOf, useChoicesKey } from '#choices'
import { openPools } from '#platform/pools'
import { publish, type Running, running } from '#statement'
import type { Database } from '../src/database.ts'
import { employCast } from '../src/demo/employ-cast.ts'
import { ground } from '../src/ground.ts'
import { openRegister } from '../src/open.ts'

/** It is always noon in Helsinki on 2 March 2026 unless the test says otherwise. */
export const noon = new Date('2026-03-02T12:00:00+02:00')

/** What a register holds before its test begins: the demo group's statement or none, the cast or nobody, or the whole demo. */
export type Kind = 'bare' | 'valo' | 'bare_cast' | 'valo_cast' | 'demo'

export const settingsOf = (url: string) => ({ url, prefix: 'seloste_test', secret: 'a secret for tests only', size: 4 })

/** The register's own secrets, the same in every test. */
export const useKeys = (register: Running<Database>) =>
  useChoicesKey(register, choicesKeyOf(Buffer.alloc(32, 'a key for tests only')))

interface Recipe {
  from?: Kind
  fill?: (register: Running<Database>) => Promise<unknown>
  /** The sources on which its contents depend, besides those of every kind. */
  sources?: readonly string[]
}

const root = fileURLToPath(new URL('..', import.meta.url))
const sourcesOfEvery = [
  'migrations/*.sql',
  'examples/valo-group.yaml',
  'src/{statement,ledger}/*.ts',
  'src/{functions,open}.ts',
]
const cast: Recipe = { fill: (register) => employCast(register, noon), sources: ['src/demo/*cast.ts'] }
const recipes: Record<Kind, Recipe> = {
  bare: {},
  valo: { from: 'bare', fill: publishValo },
  bare_cast: { ...cast, from: 'bare' },
  valo_cast: { ...cast, from: 'valo' },
  demo: {
    from: 'bare',
    fill: async (register) => (await import('../src/demo/load.ts')).loadDemo(register),
    sources: ['src/**/*.ts'],
  },
}

/** A database of its own, copied from one that was migrated and filled once. */
export async function copyOf(server: string, kind: Kind, name: string): Promise<string> {
  return copied(server, name, await templateOf(server, kind))
}

// Those of the database alone: what all share is in use.
const catalogues = ['attribute', 'class', 'policy', 'proc', 'depend'].map((name) => `pg_catalog.pg_${name}`).join(', ')
const made = new Map<string, Promise<string>>()

function templateOf(server: string, kind: Kind): Promise<string> {
  const key = `${server} ${kind}`
  const template = made.get(key) ?? makeTemplate(server, kind)
  made.set(key, template)
  return template
}

// Test files that want the same template at once: the first makes it, the others wait.
async function makeTemplate(server: string, kind: Kind): Promise<string> {
  const { from, fill, sources = [] } = recipes[kind]
  const name = `template_${kind}_${await digest([...sourcesOfEvery, ...sources])}`
  await at(server, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount) return
    const building = `${name}_${randomBytes(4).toString('hex')}`
    const url = await copied(server, building, from && (await templateOf(server, from)))
    const register = await opened(url, from)
    useKeys(register)
    await fill?.(register)
    // Granting writes the catalogues over and over: 47 MB to copy for each test, or 18.
    if (kind === 'valo' || kind === 'demo') await sql.raw(`vacuum full ${catalogues}`).execute(register.db.owner())
    await register.db.close()
    await client.query(`alter database ${building} rename to ${name}`)
  })
  return name
}

// What is copied from another was migrated and granted there.
function opened(url: string, from?: Kind): Promise<Running<Database>> {
  if (!from) return openRegister(settingsOf(url), () => noon)
  return running(openPools<Database>(settingsOf(url)), ground, () => noon)
}

async function publishValo(register: Running<Database>) {
  const source = await readFile(join(root, 'examples/valo-group.yaml'), 'utf8')
  await publish(register, { by: 'tomas', duty: 'admin', purpose: 'statement', at: noon, under: '0' }, source)
}

// A copy of a database does not inherit what was set on it.
async function copied(server: string, name: string, template?: string): Promise<string> {
  await at(server, async (client) => {
    await client.query(`create database "${name}"${template ? ` template "${template}" strategy file_copy` : ''}`)
    await client.query(`alter database "${name}" set seloste.now = '${noon.toISOString()}'`)
  })
  return Object.assign(new URL(server), { pathname: `/${name}` }).href
}

async function at<R>(server: string, deed: (client: pg.Client) => Promise<R>): Promise<R> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  return await deed(client).finally(() => client.end())
}

async function digest(patterns: string[]) {
  const hash = createHash('sha256').update(rights())
  const files = globSync(patterns, { cwd: root }).filter((file) => !/\.(test|fixture)\.ts$/.test(file))
  for (const file of [...new Set(files)].sort()) hash.update(file).update(await readFile(join(root, file)))
  return hash.digest('hex').slice(0, 12)
}

// What the modules say of their tables, wherever they say it: the rights in a copy must be those of the code that is tried.
function rights(): string {
  const all = { depth: null, maxArrayLength: null, maxStringLength: null }
  return inspect([ground.maps, ground.machines, ground.grants((role) => role, ['sales'], null)], all)
}
