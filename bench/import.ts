import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { choicesKeyOf, useChoicesKey } from '#choices'
import { continueImport, keepImport, runImport, tryImport, undoImport, useImportFolder } from '#exchange'
import { businessIdCheckDigit } from '#platform/business-id'
import { publish } from '#statement'
import { employCast } from '../src/demo/employ-cast.ts'
import { openRegister } from '../src/open.ts'
import { dropDatabase, ensureDatabase } from '../src/platform/databases.ts'
import { startPostgres } from '../src/platform/postgres.ts'

// The tables of the register that an import fills, in the order in which they lean on each other.
const tables = [
  ...['organisation', 'person', 'relationship', 'affiliation', 'person_email', 'person_phone'],
  ...['organisation_source', 'person_source', 'notice'],
]
const root = fileURLToPath(new URL('..', import.meta.url))
const columns = [
  'org.name',
  'org.businessId',
  'person.name/given',
  'person.name/family',
  'person.email',
  'person.phone',
  'person.jobRole',
]

export interface ImportMeasure {
  lines: number
  json: boolean
  /** Where PostgreSQL's files lie meanwhile. */
  directory?: string | undefined
  /** Whether the same file with other numbers corrects everybody, and both imports are then undone. */
  whole: boolean
}

/** Imports a file of so many lines, and copies the very same rows raw into another database: what is quoted is the ratio. */
export async function measureImport({ lines, json, directory, whole }: ImportMeasure, said: (line: string) => void) {
  const postgres = await startPostgres({ directory: directory ?? `${root}/.seloste/bench`, durable: true })
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 200)
  const folder = await mkdtemp(join(tmpdir(), 'seloste-bench-'))
  const names = ['bench_import', 'bench_copied'] as const
  for (const name of names) await dropDatabase(postgres.url, name)
  const settings = { prefix: 'seloste_bench', secret: 'a secret for benchmarks only', size: 8 }
  const { url } = await ensureDatabase(postgres.url, names[0])
  const register = await openRegister({ ...settings, url })
  useChoicesKey(register, choicesKeyOf(Buffer.alloc(32, 'a key for benchmarks')))
  useImportFolder(register, folder)
  try {
    const at = new Date()
    const staff = await employCast(register, at)
    const source = await readFile(`${root}/examples/valo-group.yaml`, 'utf8')
    await publish(register, { by: staff.tomas, duty: 'admin', purpose: 'statement', at, under: '0' }, source)
    const occasion = { by: staff.saku, duty: 'sales', purpose: 'customer-relationship', at, under: '1' }

    const timed = async (what: string, deed: () => Promise<unknown>) => {
      const began = performance.now()
      await deed()
      const seconds = (performance.now() - began) / 1000
      said(
        `${what.padEnd(28)} ${seconds.toFixed(1).padStart(7)} s ${Math.round(lines / seconds).toLocaleString('en')} lines/s`,
      )
      return seconds
    }
    let id = ''
    const one = () => ({ running: register as never, occasion, id })
    const wish = {
      ...{ columns, source: 'organisation', personKey: 'person.email', companyKey: 'org.businessId' },
      overwrite: { 'person.phone': 'always' as const },
    }
    const tryAll = async () => {
      await tryImport(one(), wish)
      await continueImport(one())
    }
    const kept = await timed('kept sealed on the disk', async () => {
      id = await keepImport(register as never, occasion, file(lines))
    })
    const tried = await timed('read, checked and matched', tryAll)
    const taken = await timed('taken, cut off once between', async () => {
      await runImport(one())
      const cut = setTimeout(() => void cutOff(register.db.owner() as never), 2000 + lines / 20)
      await continueImport(one()).catch(() => undefined)
      clearTimeout(cut)
      await continueImport(one())
    })
    const owner = register.db.owner()
    const run = await owner
      .selectFrom('register.import_run')
      .select(['state', 'people', 'companies', 'refused', 'fault'])
      .executeTakeFirstOrThrow()
    said(JSON.stringify(run))

    const { url: other } = await ensureDatabase(postgres.url, names[1])
    await (await openRegister({ ...settings, url: other })).db.close()
    await copyTables(url, { folder, way: 'out', tables })
    const raw = await timed('raw COPY of the same rows', () => copyTables(other, { folder, way: 'in', tables }))
    const all = kept + tried + taken
    said(
      `taken ÷ raw COPY: ${(raw / taken).toFixed(2)}; from file to register ÷ raw COPY: ${(raw / all).toFixed(2)}; ${Math.round(most / 1e6)} MB`,
    )
    const first = id
    const more: Record<string, number> = {}
    if (whole) {
      more.correctedTried = await timed('the same people, new numbers', async () => {
        id = await keepImport(register as never, occasion, file(lines, 1))
        await tryAll()
      })
      more.corrected = await timed('all of them corrected', async () => {
        await runImport(one())
        await continueImport(one())
      })
      more.uncorrected = await timed('the corrections undone', () => undone(one()))
      id = first
      more.undone = await timed('the whole import undone', () => undone(one()))
      const left = await owner
        .selectFrom('register.person')
        .select((eb) => eb.fn.countAll<number>().as('people'))
        .executeTakeFirstOrThrow()
      said(`people left: ${left.people}; most memory ${Math.round(most / 1e6)} MB`)
    }
    if (json) console.log(JSON.stringify({ lines, kept, tried, taken, raw, ...more, memory: most, ...run }))
  } finally {
    clearInterval(watch)
    await register.db.close()
    for (const name of names) await dropDatabase(postgres.url, name)
    await rm(folder, { recursive: true, force: true })
    await postgres.stop()
  }
}

async function undone(one: Parameters<typeof undoImport>[0]) {
  await undoImport(one)
  await continueImport(one)
}

/** As a server that falls: every connection of the import ends at this moment. */
async function cutOff(owner: Kysely<never>) {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename like 'seloste_bench_%' and pid <> pg_backend_pid()`.execute(
    owner,
  )
}

/** Fictional people, five a company; domains reserved for examples. */
async function* file(lines: number, turn = 0): AsyncGenerator<Buffer> {
  let text = 'Yritys;Y-tunnus;Etunimi;Sukunimi;Sähköposti;Puhelin;Tehtävä\n'
  for (let n = 0; n < lines; n++) {
    const firm = Math.floor(n / 5)
    text += `Koeyritys ${firm} Oy;${businessId(firm)};Etu${n % 977};Suku${n % 9973};etu${n}@yritys${firm}.example;04${turn} ${String(1_000_000 + (n % 8_999_999))};ostaja\n`
    if (text.length < 65_536) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}

const numbers: string[] = []
function businessId(n: number): string {
  for (let next = numbers.length ? Number(numbers.at(-1)?.slice(0, 7)) + 1 : 1_000_000; numbers.length <= n; next++) {
    const digit = businessIdCheckDigit(String(next))
    if (digit !== null && digit !== undefined) numbers.push(`${next}-${digit}`)
  }
  return numbers[n] as string
}

/** Copies these tables of the register out to files of a folder, or in from there; `freely` where what they lean on is not there. */
export async function copyTables(
  url: string,
  { folder, way, tables, freely }: { folder: string; way: 'in' | 'out'; tables: readonly string[]; freely?: true },
) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    if (way === 'in') await client.query('begin')
    if (freely) await client.query('set local session_replication_role = replica') // neither foreign keys nor triggers
    for (const table of tables) {
      const path = join(folder, table)
      if (way === 'out')
        await pipeline(client.query(copyTo(`copy register.${table} to stdout`)), createWriteStream(path))
      else await pipeline(createReadStream(path), client.query(copyFrom(`copy register.${table} from stdin`)))
    }
    if (way === 'in') await client.query('commit')
  } finally {
    await client.end()
  }
}
