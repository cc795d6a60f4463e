import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import type { Running } from '#statement'
import { buildApp } from '../src/app.ts'
import type { Database } from '../src/database.ts'
import { withLogin } from '../src/platform/pools.ts'
import { measureRates } from './list-rates.ts'

interface Wish {
  name: string
  list: string
  body: object
  /** How many pages are turned first. */
  pages?: number
}

const like = (column: string, value: string) => ({ filter: { column, is: 'contains', value } })
const wishes: Wish[] = [
  { name: 'people by name, first page', list: 'people', body: {} },
  { name: 'people by name, page 100', list: 'people', body: {}, pages: 100 },
  { name: 'people by newest change', list: 'people', body: { sort: ['-changedAt'] } },
  { name: 'people by two orders, mixed', list: 'people', body: { sort: ['kind', '-changedAt'] } },
  { name: 'people whose e-mail contains', list: 'people', body: like('person.email', 'virtanen1') },
  { name: 'companies by name, first page', list: 'companies', body: {} },
  {
    name: 'companies of one state',
    list: 'companies',
    body: { filter: { column: 'state', is: 'is', value: ['customer'] } },
  },
  {
    name: 'companies, statement-added is empty',
    list: 'companies',
    body: { filter: { column: 'org.heatingSystem', is: 'empty' } },
  },
  { name: 'people counted, capped', list: 'people', body: { count: 'capped', limit: 1 } },
]

export interface Bench {
  settings: { url: string; prefix: string; secret: string; size: number }
  headers: Record<string, string>
  login: string
  seconds: number
}

/** How long a page of a list takes beside the very SQL it sends, alone on one connection, one after another; and an export's memory. */
export async function measureLists(register: Running<Database>, bench: Bench, said: (line: string) => void) {
  const { settings, headers, login } = bench
  const app = await buildApp(register, {
    secret: settings.secret,
    publicUrl: 'http://127.0.0.1',
    postsAMinute: 1_000_000,
  })
  const { db } = register
  const bare = new pg.Client({ connectionString: login })
  const finder = new pg.Client({ connectionString: withLogin(db.url, db.loginOf('finder'), db.secretOf('finder')) })
  await Promise.all([bare.connect(), finder.connect()])
  const results: object[] = []
  const own = { ...headers, host: '127.0.0.1', origin: 'http://127.0.0.1' }
  const ask = async (list: string, body: object) => {
    const answer = await app.inject({ method: 'POST', url: `/api/v1/lists/${list}/rows`, headers: own, payload: body })
    if (answer.statusCode !== 200) throw new Error(`${list}: ${answer.body}`)
    return answer.json() as { next: string | null }
  }
  for (const { name, list, body, pages = 0 } of wishes) {
    let after: string | null = null
    for (let n = 0; n < pages; n += 1)
      after = (await ask(list, { ...body, ...(after ? { after } : {}), limit: 50 })).next
    const whole = { ...body, ...(after ? { after } : {}) }
    const statements = await sent(() => ask(list, whole))
    const ours = await median(() => ask(list, whole))
    const theirs = await median(async () => {
      for (const { text, values } of statements)
        await (text.includes('seloste.rows_with') ? finder : bare).query(text, values)
    })
    const result = { name, ours, bare: theirs, ratio: Math.round((100 * theirs) / ours) / 100 }
    results.push(result)
    said(`${name.padEnd(40)} ${ours.toFixed(1)} ms  bare ${theirs.toFixed(1)} ms  ratio ${result.ratio}`)
  }
  await Promise.all([bare.end(), finder.end()])
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  for (const format of ['csv', 'xlsx'] as const) results.push(await exported(address, { headers, format }, said))
  results.push(await brokenOff(register, { address, headers }, said))
  await app.close()
  results.push(...(await measureRates(register, bench, said)))
  return results
}

const everybody = { columns: ['person.name', 'company', 'person.email', 'person.phone', 'kind'] }
interface Exporting {
  headers: Record<string, string>
  format: 'csv' | 'xlsx'
}

function exportOf(address: string, { headers, format }: Exporting) {
  return fetch(`${address}/api/v1/lists/people/export`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ wish: everybody, format, reason: 'Benchmark' }),
  })
}

async function exported(address: string, asked: Exporting, said: (line: string) => void) {
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let most = before
  let isOver = false
  const watching = (async () => {
    while (!isOver) {
      most = Math.max(most, process.memoryUsage().rss)
      await pause(50)
    }
  })()
  const began = performance.now()
  const answer = await exportOf(address, asked)
  let bytes = 0
  for await (const chunk of answer.body ?? []) bytes += chunk.length
  isOver = true
  await watching
  const seconds = Math.round((performance.now() - began) / 100) / 10
  const megabytes = Math.round((most - before) / 1_048_576)
  said(
    `export of everybody as ${asked.format}: ${seconds} s, ${Math.round(bytes / 1e6)} MB, memory grew by ${megabytes} MB`,
  )
  return { name: `export ${asked.format}`, seconds, bytes, megabytes }
}

/** A client that goes away after a second: the export ends with it, and the ledger says how far it came. */
async function brokenOff(
  register: Running<Database>,
  { address, headers }: { address: string; headers: Record<string, string> },
  said: (line: string) => void,
) {
  const answer = await exportOf(address, { headers, format: 'csv' })
  const reader = answer.body?.getReader()
  const until = performance.now() + 1000
  while (performance.now() < until) await reader?.read()
  await reader?.cancel()
  await pause(3000)
  const { rows } = await sql<{ detail: object }>`select payload -> 'detail' as detail from register.ledger_opening
    where payload ->> 'what' = 'list.export-ended' order by payload ->> 'at' desc limit 1`.execute(register.db.owner())
  const last = rows[0]?.detail
  said(`broken off after a second: ${JSON.stringify(last)}`)
  return { name: 'export broken off', last }
}

async function median(work: () => Promise<unknown>) {
  const times: number[] = []
  await work()
  const until = performance.now() + 4000
  while (times.length < 5 || (times.length < 40 && performance.now() < until)) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

/** The statements of a list that one answer takes, without the session and the access log. */
export async function sent(work: () => Promise<unknown>) {
  const statements: { text: string; values: unknown[] }[] = []
  const query = pg.Client.prototype.query
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const { text, values = [] } = (args[0] ?? {}) as { text?: string; values?: unknown[] }
    const isOurs =
      text && !/access_log|auth\.session|set_config/.test(text) && /^\s*(\/\*.*?\*\/\s*)?(select|with)/i.test(text)
    if (isOurs) statements.push({ text, values })
    return Reflect.apply(query, this, args)
  } as typeof query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return statements
}
