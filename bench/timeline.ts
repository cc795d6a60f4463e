import { sql } from 'kysely'
import type { Running } from '#statement'
import { buildApp } from '../src/app.ts'
import type { Database } from '../src/database.ts'

interface Wish {
  register: Running<Database>
  secret: string
  headers: Record<string, string>
  /** Notes in the table at the end. */
  rows: number
}

/**
 * What a page of a timeline costs while notes grow from ten thousand to `rows` (a hundredth of them on one company), on the first page and
 * far down. Ratios to the first figure: the same at every size is flat.
 */
export async function measureTimeline({ register, secret, headers, rows }: Wish, said: (line: string) => void) {
  const owner = register.db.owner()
  const app = await buildApp(register, { secret, publicUrl: 'http://127.0.0.1' })
  const [firm] = (await sql<{ id: string }>`select id from register.organisation order by id limit 1`.execute(owner))
    .rows
  const path = `/api/v1/companies/${firm?.id}/timeline`
  const ask = async (after = '') => {
    const answer = await app.inject({ method: 'GET', url: `${path}${after && `?after=${after}`}`, headers })
    if (answer.statusCode !== 200) throw new Error(answer.body)
    return answer.json() as { next: string | null; items: object[] }
  }
  const results: { rows: number; first: number; deep: number }[] = []
  for (const size of [10_000, 100_000, rows]) {
    await fill(register, firm?.id ?? '', size)
    const deep = await nth(ask, Math.min(200, Math.floor(size / 100 / 45)))
    const result = { rows: size, first: await median(() => ask()), deep: await median(() => ask(deep)) }
    results.push(result)
    const [base = result] = results
    said(
      `${size.toLocaleString('en')} notes: first page ${result.first.toFixed(1)} ms (${ratio(result.first, base.first)}), far down ${result.deep.toFixed(1)} ms (${ratio(result.deep, base.first)})`,
    )
  }
  await app.close()
  return results
}

async function fill(register: Running<Database>, hot: string, size: number) {
  await sql`
    insert into register.note (group_company, organisation_id, text, at, entered_by, entered_at)
    select 'energia', case when n % 100 = 0 then ${hot}::uuid else firms.ids[1 + n % cardinality(firms.ids)] end, 'Muistiinpano ' || n,
      timestamptz '2016-01-01' + n * interval '5 minutes', 'bench', now()
    from generate_series((select count(*) from register.note) + 1, ${size}) n,
      (select array_agg(id) as ids from (select id from register.organisation order by id limit 40000) few) firms`.execute(
    register.db.owner(),
  )
  await sql`vacuum analyze register.note`.execute(register.db.owner())
}

async function nth(ask: (after?: string) => Promise<{ next: string | null }>, pages: number): Promise<string> {
  let after = ''
  for (let page = 0; page < pages; page += 1) after = (await ask(after)).next ?? after
  return after
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < 60; turn += 1) {
    const began = performance.now()
    await work()
    if (turn >= 20) times.push(performance.now() - began)
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

function ratio(ms: number, base: number) {
  return `× ${(ms / base).toFixed(2)}`
}
