import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Running } from '#statement'
import { buildApp } from '../src/app.ts'
import type { Database } from '../src/database.ts'

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

/** How long a page of a list takes beside the very SQL it sends, alone on one connection, one after another; and an export's memory. */
export async function measureLists(
  register: Running<Database>,
  { secret, headers, login }: { secret: string; headers: Record<string, string>; login: string },
  said: (line: string) => void,
) {
  const app = await buildApp(register, { secret, publicUrl: 'http://127.0.0.1' })
  const bare = new pg.Client({ connectionString: login })
  await bare.connect()
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
      for (const { text, values } of statements) await bare.query(text, values)
    })
    const result = { name, ours, bare: theirs, ratio: Math.round((100 * theirs) / ours) / 100 }
    results.push(result)
    said(`${name.padEnd(40)} ${ours.toFixed(1)} ms  bare ${theirs.toFixed(1)} ms  ratio ${result.ratio}`)
  }
  await bare.end()
  results.push(await exported(app, headers, said))
  await app.close()
  return results
}

async function exported(
  app: Awaited<ReturnType<typeof buildApp>>,
  headers: Record<string, string>,
  said: (line: string) => void,
) {
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const before = process.memoryUsage().rss
  let most = before
  let isOver = false
  const marks: number[] = []
  const watching = (async () => {
    while (!isOver) {
      marks.push(process.memoryUsage().rss)
      most = Math.max(most, marks.at(-1) ?? 0)
      await pause(50)
    }
  })()
  const began = performance.now()
  const wish = { columns: ['person.name', 'company', 'person.email', 'person.phone', 'kind'] }
  const answer = await fetch(`${address}/api/v1/lists/people/export`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ wish, format: 'xlsx', reason: 'Benchmark' }),
  })
  let bytes = 0
  for await (const chunk of answer.body ?? []) bytes += chunk.length
  isOver = true
  await watching
  const seconds = (performance.now() - began) / 1000
  const grown = Math.round((most - before) / 1_048_576)
  const quarters = [0.25, 0.5, 0.75, 0.99].map((share) =>
    Math.round((marks[Math.floor(marks.length * share)] ?? 0) / 1_048_576),
  )
  said(
    `export of everybody as XLSX: ${seconds.toFixed(1)} s, ${Math.round(bytes / 1_048_576)} MB, memory grew by ${grown} MB`,
  )
  return { name: 'export', seconds, bytes, grownMegabytes: grown, quarters }
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
async function sent(work: () => Promise<unknown>) {
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
