import { sql } from 'kysely'
import type { Running } from '#statement'
import type { Database } from '../src/database.ts'
import type { Bench } from './lists.ts'
import { measure } from './load.ts'
import { parentOf, processorOf } from './processor.ts'
import { startServer } from './servers.ts'

const common =
  'sovittiin tarjous asiakas kysyi huolto sopimus hinta toimitus kokous puhelu pyysi laitteisto asennus lasku'
const rare =
  'maalämpö lämmönvaihdin reklamaatio mitoitus piirustus venttiili putkisto etäluenta käsikirja allekirjoitus isännöitsijä osakkaat neuvottelu varaosa'
const typed = [
  ...[
    'maalämpö',
    'tarjous maalämpö',
    'reklamaatio',
    'Virtanen',
    'kokous',
    'lämmönvaihdin',
    'mitoitus',
    'sopimus',
    'kävely',
  ],
  ...[
    'toimitus',
    'etäluenta 4',
    'Åkerblomn',
    'sähkö',
    'huolto 18342',
    'hinta',
    'putkisto paine',
    'osakkaat',
    'asiakas kysyi',
  ],
]
const letters = typed.flatMap((words) => Array.from({ length: words.length - 1 }, (_, n) => words.slice(0, n + 2)))

/**
 * ⌘K over so many notes: how long twenty people who type wait for the records that hold their words, letter by letter, and how much of the
 * processor a letter takes, asked alone.
 */
export async function measureFinder(
  { register, rows, settings, headers, seconds }: Omit<Bench, 'login'> & { register: Running<Database>; rows: number },
  said: (line: string) => void,
) {
  await fill(register, rows)
  const served = await startServer({ kind: 'register', settings })
  const run = (path: string, pace: number, { atOnce = 20, length = seconds } = {}) =>
    measure({
      ...{ url: served.url, headers: { ...headers, origin: served.url }, path: () => `/api/v1${path}`, atOnce },
      ...{ pace, seconds: length, body: (n: number) => ({ q: letters[(n * 7) % letters.length] }) },
    })
  const { rows: here } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(register.db.owner())
  const postgres = parentOf(here[0]?.pid ?? 0)
  const results = []
  for (const path of ['/records-found', '/search']) {
    const alone = { atOnce: 1, length: 8 } // long enough for every letter
    await run(path, 0, alone)
    const before = [processorOf(postgres), processorOf(served.pid)]
    const { rate, p50, p99 } = await run(path, 0, alone)
    const after = [processorOf(postgres), processorOf(served.pid)]
    const [database, server] = after.map((now, at) => (now - (before[at] ?? 0)) / (rate * alone.length))
    results.push({ path, database, server, p50, p99 })
    said(
      `${path.padEnd(16)} a letter alone: PostgreSQL ${database?.toFixed(1)} ms, register ${server?.toFixed(1)} ms; p50 ${p50.toFixed(1)} ms p99 ${p99.toFixed(1)} ms`,
    )
    for (const pace of [150, 0]) {
      await run(path, pace)
      const { rate, p50, p99, failed } = await run(path, pace)
      results.push({ path, pace, rate, p50, p99, failed })
      const how = pace ? `a letter each ${pace} ms` : 'as fast as answered'
      said(
        `${path.padEnd(16)} ${how.padEnd(22)} ${rate.toFixed(0)}/s p50 ${p50.toFixed(1)} ms p99 ${p99.toFixed(1)} ms failed ${failed}`,
      )
    }
  }
  served.stop()
  return results
}

async function fill(register: Running<Database>, rows: number) {
  const owner = register.db.owner()
  const { rows: made } = await sql<{ notes: number }>`select count(*) as notes from register.note`.execute(owner)
  if ((made[0]?.notes ?? 0) >= rows) return
  const pick = (words: string, step: number) =>
    sql.raw(
      `(array[${words.split(' ').map((word) => `'${word}'`)}])[1 + (n * ${step} + n / 60) % ${words.split(' ').length}]`,
    )
  // Filled row by row, the index of words would take most of the time.
  await sql`drop index register.note_words`.execute(owner)
  await sql`
    insert into register.note (group_company, organisation_id, text, at, entered_by, entered_at)
    select 'energia', firms.ids[1 + n % cardinality(firms.ids)], concat_ws(' ', ${pick(common, 7)}, ${pick(common, 11)}, ${pick(common, 5)},
        ${pick(rare, 13)}, ${pick(common, 3)}, ${pick(rare, 3)}, firms.names[1 + n * 7 % cardinality(firms.names)], n % 200000),
      timestamptz '2016-01-01' + n * interval '1 minute', 'bench', now()
    from generate_series(${made[0]?.notes ?? 0} + 1, ${rows}::integer) n,
      (select array_agg(id) as ids, array_agg(name) as names from (select id, name from register.organisation order by id limit 40000) few) firms`.execute(
    owner,
  )
  await sql`create index note_words on register.note using gin (seloste.folded(left(text, 2000)) seloste.gin_trgm_ops)`.execute(
    owner,
  )
  await sql`vacuum analyze register.note`.execute(owner)
}
