import type { Act } from '#ledger'
import { addMonths, dayInHelsinki } from '#platform/finnish-calendar'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { textOfDeal } from '#register'
import { claimable } from './held-together.ts'
import type { ErasureTables } from './tables.ts'

export interface NewLegalHold {
  personId: string
  claim: string
  scope: readonly string[]
  reviewOn: string
}

/** S8.3: holds certain classes of a person's data for a legal claim, for six months at most. */
export async function openLegalHold(
  act: Act<ErasureTables>,
  { personId, claim, scope, reviewOn }: NewLegalHold,
): Promise<string> {
  const said = textOfDeal('sys.cases', claim, 2000)
  if (!said) throw new Refusal('VALUE_REQUIRED', 422, { field: 'claim', clause: 'S8.3' })
  const today = dayInHelsinki(act.at)
  if (!(today < reviewOn && reviewOn <= addMonths(today, 6)))
    throw new Refusal('LEGAL_HOLD_REVIEW', 422, { field: 'reviewOn', clause: 'S12.15' })
  if (scope.length === 0 || scope.some((one) => !claimable.includes(one as never)))
    throw new Refusal('LEGAL_HOLD_SCOPE', 422, { field: 'scope', clause: 'S12.15' })

  const id = newId(act.at.getTime())
  await act.db
    .insertInto('register.legal_hold')
    .values({
      ...{ id, person_id: personId, claim: said, scope: [...scope], opened_at: act.at, opened_by: act.by },
      ...{ review_on: reviewOn, closed_at: null },
    })
    .execute()
  await act.record({ what: 'legal-hold.opened', about: id, detail: { person: personId, scope: [...scope], reviewOn } })
  return id
}

/** Ends a hold before its review. What it alone held is erased by the next night, if the person was erased. */
export async function closeLegalHold(act: Act<ErasureTables>, id: string): Promise<string> {
  const closed = await act.db
    .updateTable('register.legal_hold')
    .set({ closed_at: act.at })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst()
  if (!closed) throw new Refusal('NOT_FOUND', 404)
  await act.record({ what: 'legal-hold.closed', about: id })
  return closed.person_id
}
