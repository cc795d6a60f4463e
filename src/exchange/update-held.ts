import { sql } from 'kysely'
import type { Act } from '#ledger'
import { mayCollect, type RelationshipState, type Stage, stageOf, verdictOn } from '#register'
import { changeHeld, placesOf } from './change-held.ts'
import type { HeldBy, MatchedLine } from './compare-lines.ts'
import { type Making, rowsOf } from './made-of-lines.ts'
import { type Bar, type BarOf, type PlannedChanges, plannedChanges } from './planned-changes.ts'
import type { ExchangeReach } from './reach.ts'

type Own = Act<ExchangeReach>

/** Corrects who is held as the lines of a piece say, all at once, under the same rules as a form; what stood before is kept for the undoing. */
export async function updateHeld(
  act: Own,
  making: Making,
  lines: readonly MatchedLine[],
  held: HeldBy,
): Promise<PlannedChanges['fates']> {
  if (lines.length === 0) return []
  const barOf = await barsOf(act, making, held)
  const placed = await placesOfLines(act, making, lines)
  const plan = plannedChanges(placed, held, making.settings, barOf, act.at)
  const changed = new Set([...plan.people.values(), ...plan.companies.values()].flatMap((fields) => [...fields]))
  const [people, companies, places] = [[...plan.people.keys()], [...plan.companies.keys()], placesOf(changed)]
  if (people.length === 0 && companies.length === 0) return plan.fates
  // What stood here before is kept for thirty days, so that the whole import can be undone.
  const kept = sql`${making.id}, ${people}::uuid[], ${companies}::uuid[], ${places}::text[]`
  await rowsOf(act, sql`select seloste.keep_before(${kept})`)
  await changeHeld(act, making, plan)
  await rowsOf(act, sql`select seloste.keep_after(${kept})`)
  return plan.fates
}

/** What a form would refuse to correct, and why: asked of all at once. */
async function barsOf(act: Own, { wanted, fields }: Making, { people, companies }: HeldBy): Promise<BarOf> {
  // Art. 18 GDPR: what is restricted is not changed either; whoever settles the matter may.
  const masked = await rowsOf<{ id: string }>(
    act,
    sql`select id from unnest(${[...people.keys()]}::uuid[]) id where seloste.is_masked(id)`,
  )
  const restricted = new Set(masked.map(({ id }) => id))
  const unwritable = new Map<string, Bar>()
  const staged = new Map<string, { from: Stage; clause: string | undefined }>()
  for (const field of fields) {
    const verdict = verdictOn(wanted, act, field, 'write')
    if (!verdict.allowed) unwritable.set(field, { code: verdict.code, field, clause: verdict.clause })
    const { fromStage: from, clause } = wanted.policy.fields.get(field) ?? {}
    if (from && from !== 'prospect') staged.set(field, { from, clause })
  }
  const isStaged = (subject: string) =>
    [...staged.keys()].some((field) => field.startsWith('person.') === (subject === 'person'))
  const stages = {
    person: isStaged('person') ? await stagesOf(act, 'person', [...people.keys()]) : new Map(),
    organisation: isStaged('organisation') ? await stagesOf(act, 'organisation', [...companies.keys()]) : new Map(),
  }
  return (subject, id, changed) => {
    if (subject === 'person' && restricted.has(id)) return { code: 'PERSON_RESTRICTED', clause: 'S12.19' }
    const field = changed.find((one) => unwritable.has(one))
    if (field) return unwritable.get(field)
    const early = changed.find((one) => {
      const rule = staged.get(one)
      return rule && !mayCollect(rule.from, stageOf(stages[subject].get(id) ?? []))
    })
    return early ? { code: 'FIELD_NOT_OF_STAGE', field: early, clause: staged.get(early)?.clause ?? 'S5.1' } : undefined
  }
}

async function stagesOf(act: Own, subject: 'person' | 'organisation', ids: readonly string[]) {
  const of =
    subject === 'organisation'
      ? sql`select tie.organisation_id as id, tie.state from register.relationship tie where tie.organisation_id = any(${[...ids]}::uuid[])`
      : sql`select tie.person_id as id, tie.state from register.relationship tie where tie.person_id = any(${[...ids]}::uuid[])
        union all select link.person_id, tie.state from register.affiliation link join register.relationship tie on tie.organisation_id = link.organisation_id
        where link.person_id = any(${[...ids]}::uuid[]) and link.left_on is null`
  const rows = await rowsOf<{ id: string; states: RelationshipState[] }>(
    act,
    sql`select id, array_agg(state) as states from (${of}) one group by id`,
  )
  return new Map(rows.map(({ id, states }) => [id, states]))
}

/** The company of each line, also where an earlier line of the file made it. */
async function placesOfLines({ db }: Own, { id }: Making, lines: readonly MatchedLine[]) {
  const { rows } = await sql<{ line: number; place: string | null }>`
    select line, coalesce(organisation_id, new_organisation) as place from register.import_line
    where import_id = ${id} and line = any(${lines.map(({ line }) => line)}::int[])`.execute(db as never)
  const places = new Map(rows.map(({ line, place }) => [line, place]))
  return lines.map((line) => ({ ...line, placeId: places.get(line.line) ?? null }))
}
