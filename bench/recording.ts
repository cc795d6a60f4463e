import pg from 'pg'
import type { Running } from '#statement'
import { buildApp } from '../src/app.ts'
import type { Database } from '../src/database.ts'
import type { Statement } from './servers.ts'

interface Asking {
  url: string
  headers: Record<string, string>
  /** Posted; without one, the address is read. */
  payload?: object
  /** The value in the request that the bare server puts in anew each time. */
  asked: string | null
}

/** The SQL that the register sends to answer one request, without who asks and without the access log. */
export async function recorded(
  register: Running<Database>,
  secret: string,
  { url, headers, payload, asked }: Asking,
): Promise<Statement[]> {
  const app = await buildApp(register, { secret, publicUrl: 'http://127.0.0.1' })
  const wish = { url, headers, ...(payload ? { method: 'POST' as const, payload } : {}) }
  const first = await app.inject(wish)
  if (first.statusCode !== 200) throw new Error(`${url}: ${first.statusCode} ${first.body}`)

  const statements: Statement[] = []
  const query = pg.Client.prototype.query
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const { text, values } = (args[0] ?? {}) as { text?: string; values?: unknown[] }
    const isOurs = text && !/access_log|from auth\.session|set_config/.test(text) && /^\s*(select|with)/i.test(text)
    if (isOurs)
      statements.push({
        text,
        values: (values ?? []).map((value) => (asked !== null && value === asked ? '\u0000asked' : value)),
      })
    return Reflect.apply(query, this, args)
  } as typeof query
  try {
    await app.inject(wish)
  } finally {
    pg.Client.prototype.query = query
  }
  if (statements.length === 0) throw new Error(`${url}: no statement was recorded`)
  return statements
}
