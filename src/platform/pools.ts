import { createHmac } from 'node:crypto'
import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { type Lanes, openLanes } from './lanes.ts'

/** One PostgreSQL database reached under many login roles, each with its own small pool, opened when first needed. */
export interface Pools<T> {
  /** Queries under this role: `sales` logs in as `<prefix>_sales`. */
  as(role: string): Kysely<T>
  /** Queries with the rights of the tables' owner: only to migrate and to publish. */
  owner(): Kysely<T>
  /** The login name of a role on this server. */
  loginOf(role: string): string
  /** The secret of a role, derived outside the database. */
  secretOf(role: string): string
  /** The owner's connection string. */
  readonly url: string
  close(): Promise<void>
}

export interface PoolSettings {
  url: string
  /** Roles are server-wide: two registers on one server differ by this. */
  prefix: string
  secret: string
  size?: number
}

// A date without a time stays text: a day has no time zone. A bigint of ours is a count that fits a number.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text))

const lanes = new WeakMap<object, Lanes>()

/** Where quick statements of this handle are asked; undefined of one that holds a connection of its own, as a transaction's does. */
export function lanesOf(db: object): Lanes | undefined {
  return lanes.get(db)
}

export function openPools<T>({ url, prefix, secret, size = 8 }: PoolSettings): Pools<T> {
  const opened = new Map<string, Kysely<T>>()
  const loginOf = (role: string) => `${prefix}_${role.replaceAll('-', '_')}`
  const secretOf = (role: string) =>
    createHmac('sha256', secret)
      .update(`role ${loginOf(role)}`)
      .digest('base64url')

  const under = (key: string, connection: () => pg.PoolConfig) => {
    const known = opened.get(key)
    if (known) return known
    const config = connection()
    const db = new Kysely<T>({ dialect: new PostgresDialect({ pool: namedStatements(config) }) })
    opened.set(key, db)
    lanes.set(db, openLanes(config, size))
    return db
  }

  return {
    url,
    loginOf,
    secretOf,
    as: (role) => under(role, () => ({ connectionString: withLogin(url, loginOf(role), secretOf(role)), max: size })),
    owner: () => under('', () => ({ connectionString: url, max: 3 })),
    close: async () => {
      await Promise.all([...opened.values()].flatMap((db) => [db.destroy(), lanes.get(db)?.close()]))
      opened.clear()
    },
  }
}

/** The same server and database under another login. */
export function withLogin(url: string, login: string, secret: string) {
  const other = new URL(url)
  other.username = login
  other.password = secret
  return other.href
}

const names = new Map<string, string>()

// Kysely never names its statements, so PostgreSQL plans each anew: 0.54–0.76 of the bare server's
// requests/s against 0.83–0.98 with names. Past a thousand texts (long IN lists) names stop paying. A timeline's text has 17 000 letters.
export function nameOf(text: string): string | undefined {
  if (!isPlannable(text)) return undefined
  const known = names.get(text)
  if (known || names.size >= 1000 || text.length > 30_000) return known
  const name = `s${names.size + 1}`
  names.set(text, name)
  return name
}

function namedStatements(config: pg.PoolConfig) {
  const pool = new pg.Pool({ ...config, idleTimeoutMillis: 30_000, allowExitOnIdle: true })
  pool.on('error', () => undefined) // an idle connection that the server closed; the next query opens another
  // One in use that breaks: its query is told, and nobody else; unheard, the event would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))

  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  const named = (client: pg.PoolClient) => {
    const wrapped = {
      query: (text: unknown, values?: readonly unknown[]) =>
        typeof text === 'string' && values
          ? client.query({ name: nameOf(text), text, values: [...values] })
          : client.query(text as string),
      release: (broken?: boolean) => client.release(broken),
    } as unknown as PostgresPoolClient
    known.set(client, wrapped)
    return wrapped
  }

  return {
    options: config,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      return known.get(client) ?? named(client)
    },
  }
}

function isPlannable(text: string) {
  return /^\s*(select|insert|update|delete|with)\b/i.test(text)
}
