import pg from 'pg'
import { type Pools, withLogin } from '#platform/pools'

interface Plan {
  'Relation Name'?: string
  'Actual Rows'?: number
  'Actual Loops'?: number
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}

/** How many rows of a table the statements of some work read, as PostgreSQL explains them to the same duty's login and reader. */
export async function rowsRead(
  { db }: { db: Pick<Pools<never>, 'url' | 'loginOf' | 'secretOf'> },
  { table, duty, by = '' }: { table: string; duty: string; by?: string },
  work: () => Promise<unknown>,
): Promise<number> {
  const sent: { text: string; values: unknown[] }[] = []
  const query = pg.Client.prototype.query
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const { text = '', values = [] } = (args[0] ?? {}) as { text?: string; values?: unknown[] }
    if (/\bselect\b/.test(text) && !/\bauth\./.test(text) && /from "?(register|declared)"?\./.test(text))
      sent.push({ text, values })
    return Reflect.apply(query, this, args)
  } as typeof query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  const client = new pg.Client({ connectionString: withLogin(db.url, db.loginOf(duty), db.secretOf(duty)) })
  await client.connect()
  await client.query("select set_config('seloste.by', $1, false)", [by])
  let read = 0
  for (const { text, values } of sent) {
    const { rows } = await client.query(`explain (analyze, format json) ${text}`, values)
    if (process.env.PLANS) console.log(JSON.stringify(rows[0]['QUERY PLAN'][0].Plan, null, 1))
    read += rowsOf(rows[0]['QUERY PLAN'][0].Plan, table)
  }
  await client.end()
  if (sent.length === 0) throw new Error(`no statement about ${table}`)
  return read
}

function rowsOf(plan: Plan, table: string): number {
  const here = plan['Relation Name'] === table
  const own = here ? (plan['Actual Rows'] ?? 0) + (plan['Rows Removed by Filter'] ?? 0) : 0
  return own * (plan['Actual Loops'] ?? 1) + (plan.Plans ?? []).reduce((sum, part) => sum + rowsOf(part, table), 0)
}
