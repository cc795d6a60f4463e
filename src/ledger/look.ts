import { type Kysely, type KyselyPlugin, sql } from 'kysely'
import type { Pools } from '#platform/pools'
import { logOf } from './access-log.ts'
import type { Look, Occasion } from './occasion.ts'

/** Reads people under a duty; who looked at whom is in the access log before the answer goes out. */
export async function look<T, R>(db: Pools<T>, occasion: Occasion, view: (look: Look<T>) => Promise<R>): Promise<R> {
  const seen = { people: new Set<string>(), fields: new Set<string>(), said: false }
  const saw = (people: readonly string[], fields: readonly string[]) => {
    seen.said = true
    for (const person of people) seen.people.add(person)
    for (const field of fields) seen.fields.add(field)
  }
  const read = (handle: Kysely<T>) => view({ ...occasion, db: handle, saw })

  const handle = db.as(occasion.duty)
  const answer = isWide(occasion) ? await read(handle) : await readAs(handle, occasion, read)

  if (!seen.said) throw new Error(`a view under ${occasion.duty} did not say whom it showed`)
  if (seen.people.size > 0) {
    await logOf(db).write({ ...occasion, people: [...seen.people], fields: [...seen.fields].sort() })
  }
  return answer
}

const readings = new WeakSet<object>()

/** Whether a Look's handle reads within a transaction of its own already, whose settings another one would end. */
export function isWithinReading(db: object): boolean {
  return readings.has(db)
}

// Beginning and settings go out as one message, and nobody waits for the end of a reading: two trips less than a transaction's four.
function readAs<T, R>(db: Kysely<T>, { by, withBin }: Occasion, read: (handle: Kysely<T>) => Promise<R>): Promise<R> {
  const bin = withBin ? sql`, set_config('seloste.bin', 'open', true)` : sql``
  return new Promise((answered, failed) => {
    const reading = db.connection().execute(async (bare) => {
      let isOver = false
      const connection = bare.withPlugin(until(() => isOver))
      try {
        readings.add(connection)
        await sql`begin; select set_config('seloste.by', ${sql.lit(by)}, true)${bin}`.execute(connection)
        answered(await read(connection))
      } catch (fault) {
        failed(fault)
      } finally {
        isOver = true
      }
      await sql`commit`.execute(bare)
    })
    reading.catch(failed)
  })
}

// Of a view that failed, a branch may go on: its next query would run as whoever has the connection then.
function until(isOver: () => boolean): KyselyPlugin {
  return {
    transformQuery: ({ node }) => {
      if (isOver()) throw new Error('a view asked after it had ended')
      return node
    },
    transformResult: async ({ result }) => result,
  }
}

/** The same occasion, told to the database by name: for rows whose policies ask who reads, such as those of one's own mailbox. */
export function byName(occasion: Occasion): Occasion {
  return isWide(occasion) ? { ...occasion, reach: 'own' } : occasion
}

// Reach `all` needs no setting, so it needs no transaction: 0.83–0.98 of the bare query against 0.41–0.51 with one.
function isWide({ reach = 'all', withBin = false }: Occasion) {
  return reach === 'all' && !withBin
}
