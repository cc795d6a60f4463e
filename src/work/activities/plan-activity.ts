import { sql } from 'kysely'
import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { groupCompanyOf, type InForce, type RegisterTables, type SaidParty, seenPeople, textOfDeal } from '#register'
import { notify } from '../notify.ts'
import { lockedWork } from '../own-work.ts'
import { partyOfWork, refuseStrangers, type SaidSubject, workField } from '../party-of-work.ts'
import { rowsOf } from '../rows.ts'
import type { ActivityKind, ActivityState, WorkReach } from '../tables.ts'
import { instantOf } from '../tasks/due.ts'

export interface NewActivity extends SaidParty {
  kind: ActivityKind
  title: string
  text?: string | null
  /** When it begins or began: an instant with its zone. */
  at: string
  minutes?: number | null
  /** Planned ones come to one's day; what has been is done. */
  state?: Exclude<ActivityState, 'cancelled'>
  /** Others of the register who take part. */
  people?: readonly string[]
  /** Ids of staff; whoever acts takes part by default. */
  staff?: readonly string[]
  subject?: SaidSubject
  groupCompany?: string
}

/** S5.29: a call, a meeting or a visit, planned or done. Colleagues who take part are told. */
export async function planActivity(act: Act<WorkReach>, inForce: InForce, wish: NewActivity): Promise<string> {
  const party = await partyOfWork(act, inForce, wish)
  const title = titleOf(wish.title)
  const staff = [...new Set(wish.staff ?? [act.by])]
  const people = [...new Set(wish.people ?? [])].filter((one) => one !== party.personId)
  await refuseStrangers(act, inForce, { staff, party, field: 'staff' })
  await refuseUnseen(act, people)

  const id = newId(act.at.getTime())
  const at = instantOf(wish.at, 'at')
  await act.db
    .insertInto('register.activity')
    .values({
      ...{ id, kind: wish.kind, title, text: textOfDeal(workField, wish.text, 8000), minutes: wish.minutes ?? null },
      ...{ at, state: wish.state ?? (at > act.at ? 'planned' : 'done'), people, staff },
      ...{ organisation_id: party.organisationId, person_id: party.personId },
      ...{ subject_kind: wish.subject?.kind ?? null, subject_id: wish.subject?.id ?? null },
      group_company: groupCompanyOf(inForce.policy, wish.groupCompany),
      ...{ entered_by: act.by, entered_at: act.at },
    })
    .execute()
  await notify(act, { to: staff, kind: 'activity', ...party, subject: { kind: 'activity', id } })
  await act.record({ what: 'activity.planned', about: id, detail: { person: party.personId, people, kind: wish.kind } })
  return id
}

export interface ActivityChange
  extends Partial<Pick<NewActivity, 'kind' | 'title' | 'text' | 'at' | 'minutes' | 'people' | 'staff'>> {
  id: string
  state?: ActivityState
  revision?: number
}

/** Changes what was planned, or says what came of it. Any colleague who sees it may. */
export async function changeActivity(act: Act<WorkReach>, inForce: InForce, change: ActivityChange) {
  const { id, revision, kind, minutes, state } = change
  const held = await lockedWork(act, inForce, { table: 'register.activity', id, revision })
  const party = { organisationId: held.organisation_id, personId: held.person_id }
  if (change.staff) await refuseStrangers(act, inForce, { staff: change.staff, party, field: 'staff' })
  if (change.people) await refuseUnseen(act, change.people)
  await act.db
    .updateTable('register.activity')
    .set({
      ...(kind ? { kind } : {}),
      ...(state ? { state } : {}),
      ...(minutes === undefined ? {} : { minutes }),
      ...(change.title === undefined ? {} : { title: titleOf(change.title) }),
      ...(change.text === undefined ? {} : { text: textOfDeal(workField, change.text, 8000) }),
      ...(change.at === undefined ? {} : { at: instantOf(change.at, 'at') }),
      ...(change.staff ? { staff: [...new Set(change.staff)] } : {}),
      ...(change.people ? { people: [...new Set(change.people)].filter((one) => one !== held.person_id) } : {}),
      revision: held.revision + 1,
    })
    .where('id', '=', id)
    .execute()
  if (state === 'done' || state === 'cancelled')
    await rowsOf(
      act,
      sql`update register.notification set seen_at = coalesce(seen_at, ${act.at}) where subject_id = ${id}::uuid`,
    )
  await act.record({ what: 'activity.changed', about: id, detail: state ? { state } : {} })
}

function titleOf(said: string) {
  const title = textOfDeal(workField, said, 200)
  if (!title) throw new Refusal('VALUE_REQUIRED', 422, { field: 'title', clause: 'S5.29' })
  return title
}

async function refuseUnseen(act: Act<WorkReach>, people: readonly string[]) {
  const seen = await seenPeople(act as unknown as Act<RegisterTables>, people)
  if (people.some((one) => !seen.has(one))) throw new Refusal('NOT_FOUND', 404, { field: 'people' })
}
