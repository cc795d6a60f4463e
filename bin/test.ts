import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { run } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { startPostgres } from '#platform/postgres'
import { obtainChromium } from '#test/chromium'
import { report, type Tally } from '#test/report'
import { type Together, together } from '#test/together'

const root = fileURLToPath(new URL('..', import.meta.url))
const everything = ['test/checks.test.ts', 'src/**/*.test.ts', 'tools/**/*.test.ts', 'test/**/*.test.ts']
const asked = process.argv.slice(2).filter((word) => word !== '--')
const files = chosen(asked.length ? asked : everything)
const plan = asked.length ? alone(longestFirst(files)) : shared(files)

if (files.length === 0) {
  console.error(`No test file fits ${asked.join(' ')}`)
  process.exit(2)
}

const postgres = await startPostgres({ directory: join(root, '.seloste', 'test'), durable: false })
await dropOldDatabases(postgres.url)
process.env.TEST_SERVER_URL = postgres.url
// Each file is a process of its own: without it, each strips and compiles a thousand modules anew.
process.env.NODE_COMPILE_CACHE ??= join(root, '.seloste', 'compiled')
if (files.some(opensBrowser)) process.env.CHROMIUM_PATH = (await obtainChromium(console.log)) ?? ''

const tally = await runAll()
await postgres.stop()
console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`)
process.exitCode = tally.failed === 0 && tally.passed > 0 ? 0 : 1

function runAll(): Promise<Tally> {
  // One more than there are cores: a journey waits for its browser, and a browser for its server.
  const concurrency = availableParallelism() + 1
  const tests = run({ files: plan.entries, concurrency, timeout: 15 * 60_000, cwd: root })
  return report(tests, { root, of: plan.of, everyTest: asked.length > 0 })
}

function alone(entries: string[]): Together {
  return { entries, of: new Map(entries.map((file) => [file, [file]])) }
}

// Whoever asks for a file gets it in a process of its own.
function shared(found: string[]): Together {
  const [journeys, others] = [found.filter(opensBrowser), found.filter((file) => !opensBrowser(file))]
  const folder = join(root, '.seloste', 'together')
  const trips = together(longestFirst(journeys), join(folder, 'journeys'), 3)
  const rest = together(longestFirst(others), join(folder, 'others'), 8)
  return { entries: mixed(trips, rest), of: new Map([...trips.of, ...rest.of]) }
}

function chosen(patterns: string[]): string[] {
  const found = patterns.flatMap((pattern) => globSync(below(pattern), { cwd: root }).sort())
  return [...new Set(found)].map((file) => join(root, file))
}

// Checks first; then each few journeys with a share of the others, so that not every core waits for a browser. What is left at
// the end is short: a core that waits for the last journey of all does nothing.
function mixed(trips: Together, rest: Together): string[] {
  const weight =
    ({ of }: Together) =>
    (entry: string) =>
      sizeOf(of.get(entry) ?? [])
  const byWeight = (plan: Together) => plan.entries.toSorted((a, b) => weight(plan)(b) - weight(plan)(a))
  const [journeys, all] = [byWeight(trips), byWeight(rest)]
  const [first, others] = [all.filter(isChecks), all.filter((entry) => !isChecks(entry))]
  const share = Math.floor((others.length * 0.6) / Math.max(1, journeys.length))
  const early = journeys.flatMap((entry, n) => [entry, ...others.slice(n * share, (n + 1) * share)])
  return [...first, ...early, ...others.slice(journeys.length * share)]
}

function longestFirst(found: string[]): string[] {
  return found.toSorted((a, b) => sizeOf([b]) - sizeOf([a]))
}

// A test that kills does it a hundred times: it takes longer than it is long.
function sizeOf(found: readonly string[]): number {
  const times = (file: string) => (readFileSync(file, 'utf8').includes('#test/kills') ? 5 : 1)
  return found.reduce((sum, file) => sum + statSync(file).size * times(file), 0)
}

function isChecks(file: string) {
  return file.endsWith('checks.test.ts')
}

function below(pattern: string) {
  const isFolder = existsSync(join(root, pattern)) && !pattern.endsWith('.ts')
  return isFolder ? join(pattern, '**/*.test.ts') : pattern
}

function opensBrowser(file: string) {
  return /#test\/chromium|\/street\.ts/.test(readFileSync(file, 'utf8'))
}

// Template databases of earlier sources pile up; an hour is longer than any run that might still use one.
async function dropOldDatabases(url: string) {
  const client = new Client(url)
  await client.connect()
  const { rows } = await client.query<{ name: string }>(`
    select quote_ident(datname) as name from pg_database
    where datname ~ '^(test|template)_' and (pg_stat_file('base/' || oid || '/PG_VERSION')).modification < now() - interval '1 hour'
      and not exists (select from pg_stat_activity where pg_stat_activity.datid = pg_database.oid)`)
  for (const { name } of rows) await client.query(`drop database if exists ${name}`)
  await client.end()
}
