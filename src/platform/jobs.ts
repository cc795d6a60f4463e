import { setTimeout as pause } from 'node:timers/promises'
import { type CronItem, Logger, parseCronItems, type Runner, run, runMigrations, type TaskList } from 'graphile-worker'
import pg from 'pg'
import { listenTo } from './listener.ts'

/** Something done without anyone asking: a name, what it does with an opaque id, and when it comes round by itself. */
export interface Job {
  name: string
  work(id: string | null): Promise<void>
  /** A crontab line in UTC, such as `0 * * * *`. */
  at?: string
  /** Also at once when a deed says so on this channel of the database, in its own transaction; `at` finds what nobody heard. */
  hears?: string
}

/** Makes the queue's tables, owned by the worker's own login. */
export async function prepareJobs(ownerUrl: string, workerUrl: string) {
  const owner = new pg.Client({ connectionString: ownerUrl })
  const worker = pg.escapeIdentifier(new URL(workerUrl).username)
  await owner.connect()
  try {
    const { rows } = await owner.query<{ database: string }>('select current_database() as database')
    const database = pg.escapeIdentifier(rows[0]?.database ?? '')
    await owner.query(`grant create on database ${database} to ${worker}`)
    try {
      await runMigrations({ connectionString: workerUrl })
    } finally {
      await owner.query(`revoke create on database ${database} from ${worker}`)
    }
  } finally {
    await owner.end()
  }
}

/** Runs the jobs until stopped; what a crash interrupted runs again. */
export async function runJobs(url: string, jobs: readonly Job[]): Promise<{ stop(): Promise<void> }> {
  const taskList: TaskList = Object.fromEntries(
    jobs.map(({ name, work }) => [name, (payload: unknown) => work((payload as { id?: string } | null)?.id ?? null)]),
  )
  const crons: CronItem[] = jobs.flatMap(({ name, at }) =>
    at ? [{ task: name, match: at, options: { backfillPeriod: 3_600_000 } }] : [],
  )
  const connections = connectionsTo(url)
  const runner: Runner = await run({
    pgPool: connections.pool,
    concurrency: 2,
    pollInterval: 2000,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') console.error(`jobs: ${message}`)
    }),
    taskList,
    parsedCronItems: parseCronItems(crons),
  })
  const hearing = await Promise.all(jobs.flatMap((job) => (job.hears ? hear(url, job, job.hears) : [])))
  return {
    stop: async () => {
      for (const one of hearing) await one.stop()
      const ended = runner.promise.catch(() => undefined) // what went wrong with a job is told by its logger
      await runner.stop().catch((fault: Error) => console.error(`jobs: ${fault.message}`)) // one that ended by itself is stopped
      await ended
      await connections.close()
    },
  }
}

// The runner forgets its own connections while they are still closing: a database dropped just then would end the process.
function connectionsTo(url: string) {
  const pool = new pg.Pool({ connectionString: url, max: 4 })
  const open = new Set<Promise<void>>()
  const tell = (fault: Error) => console.error(`jobs: a connection was lost: ${fault.message}`)
  pool.on('error', () => undefined) // told by the connection itself
  pool.on('connect', (client) => {
    client.on('error', tell)
    const gone = new Promise<void>((resolve) => client.once('end', resolve))
    open.add(gone)
    gone.then(() => open.delete(gone))
  })
  return {
    pool,
    /** Resolves when the server has seen the last of them go; a server that does not answer is waited for no longer than 5 s. */
    close: async () => {
      const all = pool.end().then(() => Promise.all(open))
      await Promise.race([all, pause(5000, undefined, { ref: false })])
    },
  }
}

// Said twice while it works, it works once more.
async function hear(url: string, { name, work }: Job, channel: string) {
  let working: Promise<void> | null = null
  let isAsked = false
  const round = async () => {
    while (isAsked) {
      isAsked = false
      await work(null).catch((fault: Error) => console.error(`jobs: ${name}: ${fault.message}`))
    }
    working = null
  }
  const heard = () => {
    isAsked = true
    working ??= round()
  }
  const listener = await listenTo(url, channel, { heard })
  return {
    stop: async () => {
      await listener.stop()
      await working
    },
  }
}
