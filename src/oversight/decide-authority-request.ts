import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { mayDecide, stateAfter } from './authority-request.ts'
import type { OversightTables } from './tables.ts'

export interface Decision {
  id: string
  step: 'approve' | 'decline'
  note?: string | null
}

/** S8.2: the second person approves or declines what the first prepared. Whom it is about, they need not see. */
export async function decideAuthorityRequest(act: Act<OversightTables>, { id, step, note }: Decision) {
  const held = await act.db
    .selectFrom('register.authority_request')
    .select(['state', 'prepared_by as preparedBy', 'revision'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  if (!mayDecide(held, act.by)) throw new Refusal('SECOND_PERSON_NEEDED', 403, { clause: 'S8.2' })
  const state = stateAfter(held.state, step)
  if (!state) throw new Refusal('AUTHORITY_REQUEST_STATE', 409, { clause: 'S8.2' })
  const said = note?.trim() || null
  if (step === 'decline' && !said) throw new Refusal('VALUE_REQUIRED', 422, { field: 'note', clause: 'S8.2' })

  const { numUpdatedRows } = await act.db
    .updateTable('register.authority_request')
    .set({ state, decided_by: act.by, decided_at: act.at, decision_note: said, revision: held.revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', held.revision)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('AUTHORITY_REQUEST_STATE', 409, { clause: 'S8.2' })
  await act.record({ what: `authority-request.${state === 'approved' ? 'approved' : 'declined'}`, about: id })
}
