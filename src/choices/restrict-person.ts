import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { refuseUnlessSeen } from './consent-record.ts'
import type { ChoicesReach } from './reach.ts'
import { type RestrictionReason, reviewOf } from './restriction.ts'
import type { ChoicesTables } from './tables.ts'

// Art. 18(1) GDPR: kept, and not used, while the matter is open.
/** Restricts the use of a person's data for a reason; said again, it stays as it was. Answers the restriction's id. */
export async function restrictPerson(
  act: Act<ChoicesReach>,
  { personId, reason }: { personId: string; reason: RestrictionReason },
): Promise<string> {
  await refuseUnlessSeen(act, personId)
  await act.db
    .insertInto('register.restriction')
    .values({
      ...{ id: newId(act.at.getTime()), person_id: personId, reason, since: act.at, by: act.by },
      ...{ lifting_told_at: null, told_via: null, lifted_at: null, reminded_on: null },
      review_on: reviewOf(reason, dayInHelsinki(act.at)),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const held = await act.db
    .selectFrom('register.restriction')
    .select('id')
    .where('person_id', '=', personId)
    .where('reason', '=', reason)
    .where('lifted_at', 'is', null)
    .executeTakeFirstOrThrow()
  await act.record({
    what: 'restriction.begun',
    about: personId,
    detail: { reason },
    replay: { kind: 'restriction', person: personId, on: true },
  })
  return held.id
}

/** Art. 18(3) GDPR: keeps that the person was told, before the restriction ends, and by which way. */
export async function tellOfLifting(act: Act<ChoicesTables>, { id, via }: { id: string; via: string }) {
  const told = await act.db
    .updateTable('register.restriction')
    .set({ lifting_told_at: act.at, told_via: via })
    .where('id', '=', id)
    .where('lifted_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst()
  if (!told) throw new Refusal('NOT_FOUND', 404)
  await act.record({ what: 'restriction.lifting-told', about: told.person_id, detail: { via } })
}

/** Ends a restriction of which the person was told. */
export async function liftRestriction(act: Act<ChoicesTables>, { id }: { id: string }): Promise<void> {
  const held = await act.db
    .selectFrom('register.restriction')
    .select(['person_id', 'reason', 'lifting_told_at'])
    .where('id', '=', id)
    .where('lifted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  if (!held.lifting_told_at) throw new Refusal('LIFTING_NOT_TOLD', 409, { clause: 'S12.19' })

  await act.db.updateTable('register.restriction').set({ lifted_at: act.at }).where('id', '=', id).execute()
  const other = await act.db
    .selectFrom('register.restriction')
    .select('id')
    .where('person_id', '=', held.person_id)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  await act.record({
    what: 'restriction.lifted',
    about: held.person_id,
    detail: { reason: held.reason },
    ...(other ? {} : { replay: { kind: 'restriction', person: held.person_id, on: false } }),
  })
}
