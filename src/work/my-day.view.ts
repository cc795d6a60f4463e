import type { RawBuilder } from 'kysely'
import type { Look } from '#ledger'
import type { DayPart } from '#lists'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { type InForce, namesOf, type RegisterTables } from '#register'
import { may } from '#statement'
import { workField } from './party-of-work.ts'
import { rowsOf } from './rows.ts'
import type { WorkReach } from './tables.ts'
import { tasksListed } from './tasks/tasks.view.ts'

interface Row {
  id: string
  title: string | null
  day: string | null
  state: string | null
  person: string | null
  organisation: string | null
  /** The money that waits, where it does. */
  cents?: number | null
}

const most = 8

/** What waits for somebody today: their tasks that are due or late, and what each module says is pressing. */
export async function myDayOf(look: Look<WorkReach>, inForce: InForce, parts: readonly DayPart[]) {
  const allowed = (field: string, deed: 'read' | 'write') =>
    may(inForce.policy, look.duty, look.purpose, field, deed).allowed
  const today = dayInHelsinki(look.at)
  look.saw([], [])
  const tasks = allowed(workField, 'read')
    ? await tasksListed(look, inForce, { of: 'me', dueBy: today, limit: 50 })
    : null

  const shown = parts.filter(({ field, writes }) => allowed(field, 'read') && (!writes || allowed(writes, 'write')))
  const asked = { by: look.by, today, at: look.at, most: most + 1 }
  const found: { kind: string; field: string; rows: Row[] }[] = []
  for (const { kind, field, rows } of shown)
    found.push({ kind, field, rows: await rowsOf<Row>(look, rows(asked) as RawBuilder<Row>) })
  const all = found.flatMap(({ rows }) => rows.slice(0, most))
  const people = all.flatMap(({ person }) => person ?? [])
  look.saw(people, people.length > 0 ? found.filter(({ rows }) => rows.length > 0).map(({ field }) => field) : [])
  const names = await namesOf(look as unknown as Look<RegisterTables>, inForce, {
    people,
    companies: all.map(({ organisation }) => organisation),
  })
  const named = (id: string | null) => (id ? { id, name: names.get(id) ?? null } : null)
  return {
    today,
    tasks: tasks?.items ?? null,
    parts: found.map(({ kind, rows }) => ({
      kind,
      more: rows.length > most,
      items: rows.slice(0, most).map(({ person, organisation, ...row }) => ({
        ...row,
        person: named(person),
        company: named(organisation),
      })),
    })),
  }
}
