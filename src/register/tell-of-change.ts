import { type RawBuilder, sql } from 'kysely'
import type { Act } from '#ledger'
import { addDays, dayInHelsinki, workingDayFrom } from '#platform/finnish-calendar'
import type { Statement } from '#statement'
import { newUses } from './new-use.ts'

/** C6 A: how long before its deadline a change may ride in other mail; our own choice within "without undue delay". */
const leadDays = 30

export interface Publication {
  before: Statement
  next: Statement
  material: boolean
}

/** Queues the notice of a material change to everybody in the register; whoever waits for one already is told of both at once. */
export async function tellOfChange<T>(act: Act<T>, { before, next, material }: Publication) {
  if (!material) return
  const version = next.metadata.version
  const target = addDays(dayInHelsinki(act.at), leadDays)
  const holds = newUses(before, next)
  const { rows } = await sql<{ people: number }>`
    with told as (
      insert into register.notice (person_id, article, state, source, obtained_at, target_on, due_on, statement_version, holds)
      select id, 'change', 'queued', ${changeOfStatement}, ${act.at}, ${target}::date, ${workingDayFrom(target)}::date, ${version}, ${holds}
      from register.person where closed_at is null
      on conflict (person_id) where article = 'change' and state in ('queued', 'failed')
      do update set statement_version = excluded.statement_version,
        holds = array(select distinct unnest(notice.holds || excluded.holds) order by 1)
      returning 1)
    select count(*)::int as people from told
  `.execute(act.db as unknown as Parameters<RawBuilder<{ people: number }>['execute']>[0])
  const people = rows[0]?.people ?? 0
  if (people > 0)
    await act.record({
      what: 'change.announced',
      about: `statement-${version}`,
      detail: { people, holds, due: target },
    })
}

/** What stands as the source of a notice of change: no data were obtained. */
export const changeOfStatement = 'change-of-statement'
