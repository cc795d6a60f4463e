import { sql } from 'kysely'
import { type LedgerTables, type Occasion, perform } from '#ledger'
import { addDays, type Day, dayInHelsinki } from '#platform/finnish-calendar'
import { type Running, type Statement, startedBefore } from '#statement'
import { rowsOf } from '../rows.ts'
import { day } from './ages.ts'
import { askOwner, type Quiet } from './ask-owner.ts'

/** How long a dormant relationship waits for somebody to say that it goes on. */
const daysToSay = 30

/** After how long without activity the statement has a relationship end; null where it does not say. */
export function inactivePeriod(statement: Statement): string | null {
  for (const event of statement.retention?.relationshipEnd?.anyOf ?? [])
    if (typeof event === 'object') return event.inactive
  return null
}

/** The day before which a last activity means: to be ended. */
export function endedBefore(period: string, today: Day): Day {
  return startedBefore(period, addDays(today, -daysToSay))
}

// C1, S11.2: first it is dormant and its owner is asked; where nobody answers, it ends. Either way it does not last for ever.
/** Lays inactive relationships to rest, and ends those that nobody took up again; answers how many ended. */
export async function endRelationships<T extends LedgerTables>(
  register: Running<T>,
  occasion: Occasion,
  statement: Statement,
): Promise<number> {
  const { db } = register
  const period = inactivePeriod(statement)
  if (!period) return 0
  const today = dayInHelsinki(occasion.at)
  const machine = { ...occasion, duty: 'retention' }
  const before = async (state: string, limit: Day) =>
    rowsOf<Quiet & { since: Day | null }>(
      { db: db.as('rights') },
      sql`select id, owner, organisation_id as "organisationId", person_id as "personId", group_company as "groupCompany",
          (moves -> -1 ->> 'at')::timestamptz::date::text as since
        from register.relationship where state = ${state} and ${day('last_activity_at')} < ${limit}::date`,
    )

  for (const quiet of await before('customer', startedBefore(period, today))) {
    const { id } = quiet
    await askOwner(register, quiet, addDays(today, daysToSay))
    await perform(db, machine, async (act) => {
      await rowsOf(
        act,
        sql`update register.relationship set state = 'dormant', revision = revision + 1 where id = ${id}`,
      )
      await act.record({ what: 'relationship.moved', about: id, detail: { from: 'customer', to: 'dormant' } })
    })
  }
  // Whoever was only just asked has their days to say, however long ago the last activity was.
  const asked = addDays(today, -daysToSay)
  const over = (await before('dormant', endedBefore(period, today))).filter(({ since }) => !since || since <= asked)
  for (const { id } of over)
    await perform(db, machine, async (act) => {
      await rowsOf(act, sql`select seloste.close_relationship(${id}, 'ended', 'inactive', ${act.at})`)
      await act.record({
        what: 'relationship.ended',
        about: id,
        detail: { from: 'dormant', to: 'ended', reason: 'inactive' },
      })
    })
  return over.length
}
