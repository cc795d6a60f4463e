import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { freePort } from './free-port.ts'
import { type Cluster, ensureCluster, passwordOf, portOfRunning, startServer, stopServer } from './postgres-cluster.ts'
import { clusterAt } from './postgres-home.ts'
import { alone } from './postgres-lock.ts'

/** A PostgreSQL server in use: its address as superuser, and how to leave it. The last one to leave stops it. */
export interface Postgres {
  url: string
  stop(): Promise<void>
}

export interface PostgresWish {
  directory: string
  /** False for tests: fast, and worth nothing after a power cut. */
  durable: boolean
}

/** Starts the PostgreSQL of this directory, or joins the one that runs there already; DATABASE_URL overrides both. */
export async function startPostgres({ directory, durable }: PostgresWish): Promise<Postgres> {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, stop: async () => {} }

  await mkdir(directory, { recursive: true })
  const use = new Use(directory, durable)
  const url = await use.begin()
  stopAtTheEnd(use)
  return { url, stop: () => use.end() }
}

// Users of one server hold a shared advisory lock: PostgreSQL drops it with the connection, even after kill -9.
class Use {
  private readonly directory: string
  private readonly durable: boolean
  private hold: Hold | undefined
  private ending: Promise<void> | undefined

  constructor(directory: string, durable: boolean) {
    this.directory = directory
    this.durable = durable
  }

  begin(): Promise<string> {
    return this.alone(async () => {
      const cluster = await clusterAt(this.directory)
      await ensureCluster(cluster)
      const address = async () => {
        const port = (await portOfRunning(cluster)) ?? (await this.start(cluster))
        return `postgres://postgres:${await passwordOf(cluster)}@127.0.0.1:${port}`
      }
      // A server that was killed this moment is still listed as running, and resets the connection.
      return await this.join(await address()).catch(async (fault: NodeJS.ErrnoException) => {
        if (fault.syscall === undefined) throw fault
        await pause(200)
        return this.join(await address())
      })
    })
  }

  end(): Promise<void> {
    this.ending ??= this.alone(async () => {
      if (await this.wasLast()) await stopServer(await clusterAt(this.directory))
      inUse.delete(this)
    })
    return this.ending
  }

  private async start(cluster: Cluster): Promise<number> {
    const remembered = join(this.directory, 'port')
    const last = Number(await readFile(remembered, 'utf8').catch(() => '0'))

    for (let attempt = 1; ; attempt++) {
      const port = await freePort(attempt === 1 ? last : 0)
      const fault = await startServer(cluster, port, this.durable).then(
        () => undefined,
        (reason: unknown) => reason,
      )
      if (fault && attempt === 3) throw fault
      if (fault) continue

      await writeFile(remembered, `${port}\n`)
      return port
    }
  }

  private async join(address: string): Promise<string> {
    const hold = new Client({ connectionString: `${address}/postgres`, application_name: 'seloste' }) as Hold
    hold.on('error', () => {})
    await hold.connect()
    hold.on('end', () => this.ending ?? this.begin().catch(() => {}))

    await hold.query(`select pg_advisory_lock_shared(${users})`)
    const { rowCount } = await hold.query(`select from pg_database where datname = 'seloste'`)
    if (!rowCount) await hold.query('create database seloste')
    hold.unref()
    this.hold = hold
    return `${address}/seloste`
  }

  private async wasLast(): Promise<boolean> {
    const question = `select pg_advisory_unlock_shared(${users}), pg_try_advisory_lock(${users}) as last`
    this.hold?.ref()
    const answer = await this.hold?.query<{ last: boolean }>(question).catch(() => undefined)

    await this.hold?.end().catch(() => {})
    return answer?.rows[0]?.last ?? false
  }

  private alone<T>(deed: () => Promise<T>): Promise<T> {
    return alone(join(this.directory, 'lock'), deed)
  }
}

// The types of pg leave these two out. A script with nothing more to do ends, and stops the server on its way.
type Hold = Client & { ref(): void; unref(): void }

function stopAtTheEnd(use: Use) {
  if (inUse.size === 0) {
    for (const signal of signals) process.on(signal, onSignal)
    process.on('beforeExit', stopAll)
  }
  inUse.add(use)
}

// Whoever else listens for the signal owns the order of stopping and calls stop() itself.
function onSignal(signal: NodeJS.Signals) {
  if (process.listenerCount(signal) > 1) return

  stopAll().finally(() => {
    process.off(signal, onSignal)
    process.kill(process.pid, signal)
  })
}

async function stopAll() {
  await Promise.allSettled([...inUse].map((use) => use.end()))
}

const inUse = new Set<Use>()
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
// Any number that nothing else locks in the database `postgres`.
const users = 51_651
