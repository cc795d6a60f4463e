import { sql } from 'kysely'
import type { Act } from '#ledger'
import { addDays, type Day, dayInHelsinki } from '#platform/finnish-calendar'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { longestOnPaper } from './paper.ts'
import type { RecipientTables } from './tables.ts'

export interface NewPaper {
  what: string
  /** The locked cabinet or room where it is. */
  location: string
  people: readonly string[]
  reason: string
  destroyBy: Day
  groupCompany?: string | null
}

/** S10.7: says what is on paper, where it is locked up, about whom it is and until when. */
export async function registerPaper(act: Act<RecipientTables>, paper: NewPaper): Promise<string> {
  const { destroyBy, people, groupCompany = null } = paper
  const today = dayInHelsinki(act.at)
  const [what, location, reason] = [paper.what.trim(), paper.location.trim(), paper.reason.trim()]
  for (const [field, value] of Object.entries({ what, location, reason }))
    if (!value) throw new Refusal('VALUE_REQUIRED', 422, { field, clause: 'S10.7' })
  if (people.length === 0) throw new Refusal('VALUE_REQUIRED', 422, { field: 'people', clause: 'S10.7' })
  if (destroyBy < today || destroyBy > addDays(today, longestOnPaper))
    throw new Refusal('PAPER_DAY_NOT_VALID', 422, { field: 'destroyBy', clause: 'S10.8', days: longestOnPaper })
  await refuseUnseen(act, people)

  const id = newId(act.at.getTime())
  await act.db
    .insertInto('register.paper_item')
    .values({
      ...{ id, what, location, reason, people: [...new Set(people)], group_company: groupCompany },
      ...{ made_at: act.at, made_by: act.by, destroy_by: destroyBy, destroyed_at: null, destroyed_by: null },
      ...{ method: null, witness: null, certificate: null },
    })
    .execute()
  await act.record({ what: 'paper.registered', about: id, detail: { people: people.length, destroyBy } })
  return id
}

// A paper is about people of the register: whom the duty does not see, nobody puts on a list of theirs.
async function refuseUnseen(act: Act<RecipientTables>, people: readonly string[]) {
  const { rows } = await sql<{ seen: number }>`
    select count(*)::int as seen from register.person where id = any(${[...new Set(people)]}::uuid[])
  `.execute(act.db as unknown as Parameters<ReturnType<typeof sql>['execute']>[0])
  if (rows[0]?.seen !== new Set(people).size) throw new Refusal('NOT_FOUND', 404, { field: 'people' })
}
