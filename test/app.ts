import { after } from 'node:test'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { type AppOptions, buildApp } from '#app'
import type { HttpServer } from '#platform/http'
import { newSecret } from '../src/access/secret.ts'
import { type CastName, cast, castNames } from './people.ts'
import { aRegister, type TestRegister, type Wish } from './register.ts'

export interface TestApp {
  app: HttpServer
  register: TestRegister
  /** The ids of the cast. */
  ids: Record<CastName, string>
  /** Asks as somebody signed in with two factors; `duty` chooses among several. */
  as(who: CastName, duty?: string): Ask
  /** Asks as nobody. */
  ask: Ask
  /** The ledger so far, with the cast by their names. */
  ledger(): Promise<string[]>
}

/** A request like light-my-request's; the answer's body by `.json()`. */
export type Ask = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  more?: Omit<InjectOptions, 'method' | 'url'> | object,
) => Promise<LightMyRequestResponse>

export const host = 'register.valo.example'
export const origin = `http://${host}`

/** The whole application over a register of its own, with the cast as staff, undertakings signed and instruction read. */
export async function anApp(
  wish: Wish = {},
  options: Partial<AppOptions> = {},
  { staff = true } = {},
): Promise<TestApp> {
  const register = await aRegister(staff ? { staff: 'cast', ...wish } : wish)
  const ids = staff ? await idsOfCast(register) : ({} as Record<CastName, string>)
  const app = await buildApp(register, {
    secret: 'a secret for tests only',
    publicUrl: origin,
    postsAMinute: 1000,
    ...options,
  })
  after(() => app.close())
  const names = new Map(castNames.map((name) => [ids[name], name]))

  const asking =
    (headers: Record<string, string>): Ask =>
    (method, url, body) =>
      app.inject({
        method,
        url: isOfApi(url) ? `/api/v1${url}` : url,
        headers: {
          host,
          origin,
          'accept-language': 'en',
          ...headers,
          ...(body && 'headers' in body ? (body.headers as object) : {}),
        },
        ...(body === undefined ? {} : isOptions(body) ? withoutHeaders(body) : { payload: body }),
      })

  const cookies = staff ? await openSessions(register, ids) : new Map<CastName, string>()

  return {
    app,
    register,
    ids,
    ask: asking({}),
    as: (who, duty) => asking({ cookie: `seloste=${cookies.get(who)}`, ...(duty ? { duty } : {}) }),
    ledger: async () =>
      (await register.ledger()).map((line) => line.replace(/[0-9a-f-]{36}$/, (id) => names.get(id) ?? id)),
  }
}

// Paths are the API's, unless they are the site's.
function isOfApi(url: string) {
  return !/^\/((api|auth|desk|health|fi|sv|en|u|c|q|e|my|pyynto|begaran|versions|statement\.\w+)([/?]|$)|$)/.test(url)
}

function isOptions(body: object): body is InjectOptions {
  return 'payload' in body || 'headers' in body || 'query' in body
}

function withoutHeaders({ headers: _, ...rest }: InjectOptions) {
  return rest
}

async function idsOfCast(register: TestRegister) {
  const rows = await register.db.owner().selectFrom('register.staff').select(['id', 'email']).execute()
  const byEmail = new Map(rows.map(({ id, email }) => [email, id]))
  return Object.fromEntries(castNames.map((name) => [name, byEmail.get(cast[name].email)])) as Record<CastName, string>
}

async function openSessions(register: TestRegister, ids: Record<CastName, string>) {
  const made = castNames.map((name) => ({ name, ...newSecret() }))
  const at = register.now()
  const opened = { proof: 'two-factor' as const, device: 'Test', opened_at: at, seen_at: at, ended_at: null }
  await register.db
    .owner()
    .insertInto('auth.session')
    .values(made.map(({ name, digest }) => ({ ...opened, digest, staff_id: ids[name] })))
    .execute()
  return new Map(made.map(({ name, secret }) => [name, secret]))
}
