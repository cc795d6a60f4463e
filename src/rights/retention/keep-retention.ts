import { sql } from 'kysely'
import { type Act, dropLogMonths, type LedgerTables, look, type Occasion, perform } from '#ledger'
import type { ContactPart } from '#lists'
import { dayInHelsinki } from '#platform/finnish-calendar'
import type { Holding } from '#register'
import { type Running, retentionRule, type Statement, startedBefore } from '#statement'
import { erasePerson, NotDueAnyMore } from '../erasure/erase-person.ts'
import type { ErasureTables } from '../erasure/tables.ts'
import { minimiseRequest } from '../minimise-request.ts'
import { rowsOf } from '../rows.ts'
import type { RightsTables } from '../tables.ts'
import { type Age, ages, day, isFree, lastDay } from './ages.ts'
import { endRelationships } from './end-relationships.ts'
import { noteContacts } from './note-contacts.ts'
import { peopleDue, peopleLeftInBin } from './people-due.view.ts'
import { isStillDue } from './still-due.ts'
import type { RetentionTables } from './tables.ts'

type Tables = RetentionTables & ErasureTables & RightsTables & LedgerTables

interface Wish<T> {
  holdings: readonly Holding<T>[]
  statement: Statement
  /** What shows that house and customer are in touch. */
  contacts: readonly ContactPart[]
}

export type Counts = Record<string, number>

/** Of whose data the use is restricted: what is past its time and kept (Art. 18), in the report of the night. */
const waiting = 'restricted-kept'

// S11.1: nobody needs to ask. What a crash interrupts, the next night does.
/** Erases everything whose time in section 11 is over, and reports it by class. */
export async function keepRetention<T extends Tables>(
  register: Running<T>,
  occasion: Occasion,
  { holdings, statement, contacts }: Wish<T>,
): Promise<Counts> {
  // S0.2: nothing is erased by an altered statement.
  if (register.tampered().length > 0) return {}
  const db = register.db as unknown as Running<Tables>['db'] // its tables are among T's
  const counts: Counts = {}
  const count = (what: string, rows: number) => {
    if (rows > 0) counts[what] = (counts[what] ?? 0) + rows
  }

  count('relationship-woken', await noteContacts(db, occasion, contacts))
  count('relationship-ended', await endRelationships(register, occasion, statement))
  const today = dayInHelsinki(occasion.at)
  const people = await look(db, { ...occasion, duty: 'rights' }, async (view) => {
    view.saw([], [])
    const left = (await peopleLeftInBin(view)).map((id) => ({ id, class: 'lead' as const, isLeft: true }))
    const due = await peopleDue(view, { statement, by: today, contacts })
    const others = due.filter(({ id }) => !left.some((one) => one.id === id))
    count(waiting, (await peopleDue(view, { statement, by: today, contacts, restricted: true })).length)
    return [...left, ...others.map((one) => ({ ...one, isLeft: false }))]
  })
  const faults: unknown[] = []
  for (const { id, class: aClass, isLeft } of people)
    await erasePerson(register, occasion, {
      ...{ holdings, statement, personId: id },
      isDue: (act) => isStillDue(act, { id, isLeft }), // the night is long: whoever came back meanwhile stays
    }).then(
      () => count(aClass, 1),
      (fault) => fault instanceof NotDueAnyMore || faults.push(fault), // the others go all the same
    )
  for (const age of ages) {
    const { gone, kept } = await eraseAged(db, occasion, { age, statement, today })
    count(age.class, gone)
    count(waiting, kept)
  }
  count('rights-case', await minimiseCases(db, occasion, { statement, today }))
  count('access-log', await dropOldMonths(db, occasion, { statement, today }))
  await report(db, occasion, counts)
  if (faults.length > 0) throw faults[0]
  return counts
}

type Db = Running<Tables>['db']

async function eraseAged(db: Db, occasion: Occasion, wish: { age: Age; statement: Statement; today: string }) {
  const { class: aClass, table, start, where, then, duty } = wish.age
  const rule = retentionRule(wish.statement, aClass)
  const until = rule && lastDay(rule, start)
  if (!until) return { gone: 0, kept: 0 }
  const isOver = sql`${where} and ${until} < ${wish.today}::date`
  const over = sql`${isOver} and ${isFree(wish.age)}`
  const place = sql.table(table)
  const [found] = await rowsOf<{ free: number; kept: number }>(
    { db: db.as(duty) },
    sql`select count(*) filter (where ${isFree(wish.age)})::int as free,
      count(*) filter (where not ${isFree(wish.age)})::int as kept from ${place} where ${isOver}`,
  )
  const { free = 0, kept = 0 } = found ?? {}
  if (free === 0) return { gone: 0, kept }

  const gone = await perform(db, { ...occasion, duty }, async (act) => {
    const gone = await rowsOf(
      act,
      then === 'delete'
        ? sql`delete from ${place} where ${over} returning 1`
        : sql`update ${place} set person_id = null where ${over} returning 1`,
    )
    await act.record({ what: 'retention.kept', detail: { class: aClass, table, rows: gone.length } })
    return gone.length
  })
  return { gone, kept }
}

async function minimiseCases(
  db: Db,
  occasion: Occasion,
  { statement, today }: { statement: Statement; today: string },
) {
  const rule = retentionRule(statement, 'rights-case')
  const until = rule && lastDay(rule, day('closed_at'))
  if (!until) return 0
  const over = sql`closed_at is not null and minimised_at is null and ${until} < ${today}::date
    and seloste.restricted_since(array[person_id]) is null`
  const machine = { db: db.as('retention') }
  const due = await rowsOf<{ id: string }>(machine, sql`select id from register.rights_request where ${over}`)
  for (const { id } of due)
    await perform(db, occasion, async (act) => {
      await minimiseRequest(act, id)
      await act.record({ what: 'retention.kept', about: id, detail: { class: 'rights-case', rows: 1 } })
    })
  return due.length
}

async function dropOldMonths(
  db: Db,
  occasion: Occasion,
  { statement, today }: { statement: Statement; today: string },
) {
  const { period } = retentionRule(statement, 'access-log') ?? {}
  if (!period) return 0
  const before = new Date(`${startedBefore(period, today)}T00:00:00Z`)
  return (await dropLogMonths(db, { ...occasion, duty: 'retention' }, before)).length
}

async function report(db: Db, occasion: Occasion, counts: Counts) {
  await perform(db, { ...occasion, duty: 'retention' }, async (act: Act<Tables>) => {
    await act.db
      .insertInto('register.retention_run')
      .values({ at: act.at, statement_version: Number(act.under), counts: JSON.stringify(counts) })
      .execute()
    await act.record({ what: 'retention.reported', detail: counts })
  })
}
