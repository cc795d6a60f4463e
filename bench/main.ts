import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { newSecret } from '#access'
import { publish } from '#statement'
import { employCast } from '../src/demo/employ-cast.ts'
import { openRegister } from '../src/open.ts'
import { ensureDatabase } from '../src/platform/databases.ts'
import { withLogin } from '../src/platform/pools.ts'
import { startPostgres } from '../src/platform/postgres.ts'
import { type Measured, measure } from './load.ts'
import { makePeople } from './people.ts'
import { recorded } from './recording.ts'
import { startServer } from './servers.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '200000' },
    seconds: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
    /** Measures only the import of a file of so many lines. */
    import: { type: 'string' },
    /** Measures only the import of so many products, and of as many opportunities. */
    records: { type: 'string' },
    /** With it: everybody corrected by a second file, and both files undone. */
    whole: { type: 'boolean', default: false },
    /** Where PostgreSQL's files lie, to be used again. */
    directory: { type: 'string' },
    /** Measures only the pages of lists and an export. */
    lists: { type: 'boolean', default: false },
    /** Measures only a timeline's pages, with so many notes. */
    timeline: { type: 'string' },
    /** Measures only the finder's words (⌘K), over so many notes. */
    finder: { type: 'string' },
    /** How far the duty that asks reaches: each thousandth company is its own. A kept directory stays narrow. */
    reach: { type: 'string', default: 'all' },
  },
})
const people = Number(values.people)
const seconds = Number(values.seconds)
const root = fileURLToPath(new URL('..', import.meta.url))
const said = (line: string) => values.json || console.log(line)

if (values.import) {
  const { measureImport } = await import('./import.ts')
  const { json, whole, directory } = values
  await measureImport({ lines: Number(values.import), json, whole, directory }, said)
  process.exit(0)
}

if (values.records) {
  const { measureRecords } = await import('./records.ts')
  const { json, directory } = values
  await measureRecords({ lines: Number(values.records), json, whole: false, directory }, said)
  process.exit(0)
}

const postgres = await startPostgres({ directory: values.directory ?? `${root}/.seloste/bench`, durable: true })
const { url, made } = await ensureDatabase(postgres.url, `bench_${people}`)
const settings = { url, prefix: 'seloste_bench', secret: 'a secret for benchmarks only', size: 8 }
const register = await openRegister(settings)
if (made) {
  said(`making ${people} people…`)
  const staff = await employCast(register, new Date())
  const statement = await readFile(`${root}/examples/valo-group.yaml`, 'utf8')
  await publish(
    register,
    { by: staff.tomas, duty: 'admin', purpose: 'statement', at: new Date(), under: '0' },
    statement,
  )
  said(`made in ${(await makePeople(url, people)).seconds} s`)
}

const owner = register.db.owner()
const { id: saku } = await owner
  .selectFrom('register.staff')
  .select('id')
  .where('name', 'like', 'Saku%')
  .executeTakeFirstOrThrow()
if (values.reach !== 'all') await reachOnly(values.reach)
const { secret, digest } = newSecret()
const at = new Date()
await owner
  .insertInto('auth.session')
  .values({
    digest,
    staff_id: saku,
    proof: 'two-factor',
    device: 'Benchmark',
    opened_at: at,
    seen_at: at,
    ended_at: null,
  })
  .execute()
const headers = { cookie: `seloste=${secret}`, duty: 'sales' }
const from = (address: string) => ({ ...headers, host: new URL(address).host, origin: address })

if (values.lists) {
  const { measureLists } = await import('./lists.ts')
  const login = withLogin(url, register.db.loginOf('sales'), register.db.secretOf('sales'))
  const results = await measureLists(register, { settings, headers, login, seconds }, said)
  if (values.json) console.log(JSON.stringify({ people, results }, null, 2))
  await register.db.close()
  await postgres.stop()
  process.exit(0)
}

if (values.finder) {
  const { measureFinder } = await import('./finder.ts')
  const wish = { register, settings, headers, seconds, rows: Number(values.finder) }
  const results = await measureFinder(wish, said)
  if (values.json) console.log(JSON.stringify({ people, results }, null, 2))
  await register.db.close()
  await postgres.stop()
  process.exit(0)
}

if (values.timeline) {
  const { measureTimeline } = await import('./timeline.ts')
  const wish = { register, secret: settings.secret, headers, rows: Number(values.timeline) }
  const results = await measureTimeline(wish, said)
  if (values.json) console.log(JSON.stringify({ people, results }, null, 2))
  await register.db.close()
  await postgres.stop()
  process.exit(0)
}

// Each thousandth company is the duty's own, with its people: see reachOnly.
const numberOf = (n: number) =>
  values.reach === 'all' ? 1 + ((n * 7919) % people) : 999 + 1000 * ((n * 7919) % Math.floor(people / 1000))
const personId = (n: number) => `018f0000-0003-7000-8000-${numberOf(n).toString(16).padStart(12, '0')}`
const typed = ['maki', 'virta', 'aino l', 'korho', 'yritys', 'sahko', 'osterb', 'tuomi', 'lampo', 'huolto 12']
const word = (n: number) => typed[n % typed.length] as string

interface Work {
  name: string
  path(n: number): string
  body?(n: number): object
  bare: string
  asked(n: number): string | null
  atOnce: number
  /** Milliseconds between one's askings: a quick typist's letters. */
  pace?: number
}

const works: readonly Work[] = [
  {
    name: 'open a person',
    path: (n: number) => `/people/${personId(n)}`,
    bare: '/people/:id',
    asked: (n: number) => personId(n),
    atOnce: 16,
  },
  {
    name: 'list 50, by name',
    path: () => '/people?limit=50&sort=name',
    bare: '/people',
    asked: () => null,
    atOnce: 16,
  },
  {
    name: 'list 50 companies',
    path: () => '/companies?limit=50&sort=name',
    bare: '/companies',
    asked: () => null,
    atOnce: 16,
  },
  {
    name: 'search as you type',
    path: () => '/search',
    body: (n: number) => ({ q: word(n), limit: 10 }),
    bare: '/search',
    asked: (n: number) => word(n),
    atOnce: 20,
  },
  {
    name: '20 people typing',
    path: () => '/search',
    body: (n: number) => ({ q: word(n), limit: 10 }),
    bare: '/search',
    asked: (n: number) => word(n),
    atOnce: 20,
    pace: 150,
  },
]

const routes = []
for (const { path, body, bare, asked } of new Map(works.map((work) => [work.bare, work])).values()) {
  const wish = { url: `/api/v1${path(1)}`, headers: from('http://127.0.0.1'), payload: body?.(1), asked: asked(1) }
  routes.push({ path: bare, statements: await recorded(register, settings.secret, wish) })
}
const asSales = new URL(withLogin(url, register.db.loginOf('sales'), register.db.secretOf('sales')))
if (values.reach !== 'all') asSales.searchParams.set('options', `-c seloste.by=${saku}`)
await register.db.close()

const served = await startServer({ kind: 'register', settings })
const bare = await startServer({ kind: 'bare', url: asSales.href, routes })
const results: { work: string; register: Measured; bare: Measured; ratio: number }[] = []
for (const { name, path, body, atOnce, pace } of works) {
  const run = (address: string, prefix: string, length: number) =>
    measure({
      url: address,
      headers: from(address),
      path: (n) => `${prefix}${path(n)}`,
      body,
      atOnce,
      pace,
      seconds: length,
    })
  await run(served.url, '/api/v1', 2)
  await run(bare.url, '', 2)
  const pairs: { ours: Measured; theirs: Measured }[] = []
  for (let round = 0; round < 3; round++)
    pairs.push({ ours: await run(served.url, '/api/v1', seconds), theirs: await run(bare.url, '', seconds) })
  pairs.sort((a, b) => a.ours.rate / a.theirs.rate - b.ours.rate / b.theirs.rate)
  const median = pairs[1] as (typeof pairs)[number]
  results.push({ work: name, register: median.ours, bare: median.theirs, ratio: median.ours.rate / median.theirs.rate })
  said(lineOf(results.at(-1) as (typeof results)[number]))
}
served.stop()
bare.stop()
if (values.json) console.log(JSON.stringify({ people, seconds, results }, null, 2))
await postgres.stop()
process.exit(0)

/** Makes each thousandth company Saku's, and publishes a statement under which sales reach so far where the one in force does not. */
async function reachOnly(reach: string) {
  const isOwn = sql<boolean>`(('x' || right(organisation_id::text, 8))::bit(32)::integer % 1000 = 0)`
  await owner
    .updateTable('register.relationship')
    .set({ owner: sql`case when ${isOwn} then ${saku} end` })
    .where(sql`(owner is not distinct from ${saku})`, '<>', isOwn)
    .execute()
  if (register.policy().duties.get('sales')?.reach === reach) return
  const { by } = await owner
    .selectFrom('register.staff_duty')
    .select('staff_id as by')
    .where('duty', '=', 'admin')
    .executeTakeFirstOrThrow()
  const source = await readFile(`${root}/examples/valo-group.yaml`, 'utf8')
  const said = source.replace(/(- id: sales\n(?: {4}.*\n)*? {4}reach: )all/, `$1${reach}`)
  await publish(register, { by, duty: 'admin', purpose: 'statement', at: new Date(), under: '1' }, said)
}

function lineOf({ work, register: ours, bare: theirs, ratio }: (typeof results)[number]) {
  const one = ({ rate, p50, p99, failed }: Measured) =>
    `${rate.toFixed(0).padStart(6)}/s  p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms${failed ? `  ${failed} failed` : ''}`
  return `${work.padEnd(20)} register ${one(ours)}   bare ${one(theirs)}   ratio ${ratio.toFixed(2)}`
}
