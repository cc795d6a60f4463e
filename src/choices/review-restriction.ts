import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import { reviewOf } from './restriction.ts'
import type { ChoicesTables } from './tables.ts'

// Art. 5(1)(e), 18 GDPR: what is restricted is kept while the matter is open, and somebody says now and then that it is.
/** Says that a restriction still stands. Answers the day by which it is looked at next; `NOT_FOUND` where it is lifted. */
export async function reviewRestriction(act: Act<ChoicesTables>, { id }: { id: string }): Promise<string> {
  const held = await act.db
    .selectFrom('register.restriction')
    .select(['person_id', 'reason'])
    .where('id', '=', id)
    .where('lifted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  const review_on = reviewOf(held.reason, dayInHelsinki(act.at))
  await act.db.updateTable('register.restriction').set({ review_on, reminded_on: null }).where('id', '=', id).execute()
  await act.record({ what: 'restriction.reviewed', about: held.person_id, detail: { reason: held.reason, review_on } })
  return review_on
}
