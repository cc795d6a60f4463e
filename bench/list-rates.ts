import { sql } from 'kysely'
import type { Running } from '#statement'
import { buildApp } from '../src/app.ts'
import type { Database } from '../src/database.ts'
import { type Bench, sent } from './lists.ts'
import { type Measured, measure } from './load.ts'
import { type Statement, startServer } from './servers.ts'

interface Work {
  name: string
  path: string
  body?: object
}

/** Requests a second of a list's page and of a timeline's, beside a bare server that sends the very same SQL: the middle of three pairs. */
export async function measureRates(
  register: Running<Database>,
  { settings, headers, login, seconds }: Bench,
  said: (line: string) => void,
) {
  const app = await buildApp(register, {
    secret: settings.secret,
    publicUrl: 'http://127.0.0.1',
    postsAMinute: 1_000_000,
  })
  const own = { ...headers, host: '127.0.0.1', origin: 'http://127.0.0.1' }
  const ask = async ({ path, body }: Work) => {
    const method = body ? 'POST' : 'GET'
    const answer = await app.inject({ method, url: `/api/v1${path}`, headers: own, ...(body ? { payload: body } : {}) })
    if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.body}`)
    return answer.json() as { next: string | null }
  }
  const works: Work[] = [
    { name: 'list 50 people by name', path: '/lists/people/rows', body: { limit: 50 } },
    { name: 'the same, page 100', path: '/lists/people/rows', body: { limit: 50, after: await page(ask, 100) } },
    { name: 'list 50 companies by name', path: '/lists/companies/rows', body: { limit: 50 } },
    { name: 'a page of a timeline', path: await busiest(register) },
  ]
  const routes: { path: string; statements: Statement[] }[] = []
  for (const [n, work] of works.entries()) {
    for (let turn = 0; turn < 8; turn += 1) await ask(work) // once its plan is kept, as a server at work has it
    routes.push({ path: `/${n}`, statements: await sent(() => ask(work)) })
  }
  await app.close()
  const served = await startServer({ kind: 'register', settings })
  const bare = await startServer({ kind: 'bare', url: login, routes })
  const results: { name: string; ours: Measured; theirs: Measured; ratio: number }[] = []
  for (const [n, { name, path, body }] of works.entries()) {
    const register = (length: number) =>
      measure({
        ...{ url: served.url, headers: { ...headers, origin: served.url }, path: () => `/api/v1${path}`, atOnce: 16 },
        ...{ seconds: length, ...(body ? { body } : {}) },
      })
    const plain = (length: number) =>
      measure({ url: bare.url, headers: {}, path: () => `/${n}`, atOnce: 16, seconds: length })
    await register(2)
    await plain(2)
    const pairs: { ours: Measured; theirs: Measured }[] = []
    for (let round = 0; round < 3; round += 1)
      pairs.push({ ours: await register(seconds), theirs: await plain(seconds) })
    pairs.sort((a, b) => a.ours.rate / a.theirs.rate - b.ours.rate / b.theirs.rate)
    const { ours, theirs } = pairs[1] as (typeof pairs)[number]
    const ratio = Math.round((100 * ours.rate) / theirs.rate) / 100
    results.push({ name, ours, theirs, ratio })
    said(
      `${name.padEnd(28)} ${ours.rate.toFixed(0)}/s p99 ${ours.p99.toFixed(0)} ms, bare ${theirs.rate.toFixed(0)}/s p99 ${theirs.p99.toFixed(0)} ms: ${ratio}`,
    )
  }
  served.stop()
  bare.stop()
  return results
}

async function page(ask: (work: Work) => Promise<{ next: string | null }>, many: number) {
  let after: string | null = null
  for (let n = 1; n < many; n += 1)
    after = (await ask({ name: '', path: '/lists/people/rows', body: { limit: 50, ...(after ? { after } : {}) } })).next
  return after
}

async function busiest(register: Running<Database>) {
  const { rows } = await sql<{ id: string }>`select id from register.organisation order by id limit 1`.execute(
    register.db.owner(),
  )
  return `/companies/${rows[0]?.id}/timeline`
}
