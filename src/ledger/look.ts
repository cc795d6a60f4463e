import type { Kysely } from 'kysely'
import type { Pools } from '#platform/pools'
import { logOf } from './access-log.ts'
import type { Look, Occasion } from './occasion.ts'
import { actAs } from './perform.ts'

/** Reads people under a duty; who looked at whom is in the access log before the answer goes out. */
export async function look<T, R>(db: Pools<T>, occasion: Occasion, view: (look: Look<T>) => Promise<R>): Promise<R> {
  const seen = { people: new Set<string>(), fields: new Set<string>(), said: false }
  const saw = (people: readonly string[], fields: readonly string[]) => {
    seen.said = true
    for (const person of people) seen.people.add(person)
    for (const field of fields) seen.fields.add(field)
  }
  const read = (handle: Kysely<T>) => view({ ...occasion, db: handle, saw })

  const answer = isWide(occasion)
    ? await read(db.as(occasion.duty))
    : await db
        .as(occasion.duty)
        .transaction()
        .execute(async (transaction) => {
          await actAs(transaction, occasion)
          return read(transaction)
        })

  if (!seen.said) throw new Error(`a view under ${occasion.duty} did not say whom it showed`)
  if (seen.people.size > 0) {
    await logOf(db).write({ ...occasion, people: [...seen.people], fields: [...seen.fields].sort() })
  }
  return answer
}

/** The same occasion, told to the database by name: for rows whose policies ask who reads, such as those of one's own mailbox. */
export function byName(occasion: Occasion): Occasion {
  return isWide(occasion) ? { ...occasion, reach: 'own' } : occasion
}

// Reach `all` needs no setting, so it needs no transaction: 0.83–0.98 of the bare query against 0.41–0.51 with one.
function isWide({ reach = 'all', withBin = false }: Occasion) {
  return reach === 'all' && !withBin
}
