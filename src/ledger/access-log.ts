import { type Kysely, sql } from 'kysely'
import { keptQuery } from '#platform/kept-query'
import type { Pools } from '#platform/pools'
import type { Occasion } from './occasion.ts'

export interface LogEntry extends Pick<Occasion, 'at' | 'by' | 'duty' | 'purpose' | 'under'> {
  people: string[]
  fields: string[]
}

interface Waiting {
  entry: LogEntry
  written: () => void
  failed: (fault: unknown) => void
}

/** Writes access-log entries; those that arrive while an insert is under way share the next one. */
export class AccessLog {
  #db: Kysely<unknown>
  #waiting: Waiting[] = []
  #writing = false

  constructor(db: Kysely<unknown>) {
    this.#db = db
  }

  /** Resolves when the entry is durable. */
  write(entry: LogEntry): Promise<void> {
    return new Promise((written, failed) => {
      this.#waiting.push({ entry, written, failed })
      if (!this.#writing) void this.#drain()
    })
  }

  async #drain() {
    this.#writing = true
    while (this.#waiting.length > 0) {
      await this.#writeTogether(this.#waiting.splice(0, 500))
    }
    this.#writing = false
  }

  // An entry that PostgreSQL refuses fails its own look only: those that came with it are written one by one. Where the connection
  // broke, they may have been committed before it did: all of them fail, so that nobody is said to have looked twice.
  async #writeTogether(batch: Waiting[]): Promise<void> {
    try {
      await this.#insert(batch.map(({ entry }) => entry))
      for (const { written } of batch) written()
    } catch (fault) {
      const isRefused = (fault as { severity?: string }).severity === 'ERROR'
      if (batch.length === 1 || !isRefused) for (const { failed } of batch) failed(fault)
      else for (const one of batch) await this.#writeTogether([one])
    }
  }

  async #insert(entries: LogEntry[]) {
    const rows = JSON.stringify(
      entries.map(({ at, by, duty, purpose, people, fields, under }) => ({
        at,
        by,
        duty,
        purpose,
        people,
        fields,
        under,
      })),
    )
    await insert(this.#db, {
      under: this.#db,
      key: '',
      values: [rows],
      write: ([said]) => sql`
      insert into register.access_log (at, by, duty, purpose, people, fields, under)
      select entry.at, entry.by, entry.duty, entry.purpose, entry.people, entry.fields, entry.under
      from jsonb_to_recordset(${said}::jsonb)
        as entry (at timestamptz, by text, duty text, purpose text, people uuid[], fields text[], under text)`,
    })
  }
}

const insert = keptQuery<[rows: string]>()

const logs = new WeakMap<object, AccessLog>()

/** The one access log of this database. */
export function logOf<T>(db: Pools<T>): AccessLog {
  const known = logs.get(db)
  if (known) return known
  const log = new AccessLog(db.as('ledger') as Kysely<unknown>)
  logs.set(db, log)
  return log
}
