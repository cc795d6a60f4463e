import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { withoutIdentityCodes } from '#register'
import { changeRequest, lockedRequest, type Wish } from './move-request.ts'
import type { NewItem } from './receive-request.ts'
import { isOpen } from './request.ts'
import type { RightsReach } from './tables.ts'
import { noteOnRequest } from './timeline.ts'

/** Says whose data a request is about; the proof that it is theirs is a step of its own. */
export async function choosePerson(act: Act<RightsReach>, { personId, ...wish }: Wish & { personId: string }) {
  const held = await lockedRequest(act, wish)
  const seen = await act.db.selectFrom('register.person').select('id').where('id', '=', personId).executeTakeFirst()
  if (!seen) throw new Refusal('NOT_FOUND', 404, { field: 'person' })
  // Whose package it is does not change under an identity that was proven for somebody else.
  if (!isOpen(held.state) || (held.identity === 'proven' && held.person_id && held.person_id !== personId))
    throw new Refusal('REQUEST_STATE', 409, { state: held.state, event: 'person', clause: 'S12.5' })
  await noteOnRequest(act, held.id, { what: 'person-chosen', detail: { person: personId } })
  return changeRequest(act, held, { person_id: personId })
}

/** Adds what is to be corrected, as the desk understood it; what is not specified is asked, never refused (S12.9). */
export async function addItems(act: Act<RightsReach>, { items, ...wish }: Wish & { items: readonly NewItem[] }) {
  const held = await lockedRequest(act, wish)
  if (held.kind !== 'rectification' || held.executed_at)
    throw new Refusal('REQUEST_STATE', 409, { state: held.state, event: 'items', clause: 'S12.9' })
  for (const { field, claim, reason = null } of items) {
    await act.db
      .insertInto('register.rights_item')
      .values({
        ...{ id: newId(act.at.getTime()), request_id: held.id, field, reason, settled_at: null },
        ...{ claim: claim ? withoutIdentityCodes(claim) : null, state: reason ? 'open' : 'needs-info' },
      })
      .execute()
  }
  await noteOnRequest(act, held.id, { what: 'items-added', detail: { items: items.length } })
  return changeRequest(act, held, {})
}

/** S10.7: somebody looked through the papers for this person. */
export async function notePaperSearch(act: Act<RightsReach>, wish: Wish) {
  const held = await lockedRequest(act, wish)
  await noteOnRequest(act, held.id, { what: 'papers-searched' })
  return changeRequest(act, held, { paper_searched_at: act.at })
}

// Art. 15(4): the desk has seen every place that is about others; what it uncovers and what it covers besides.
export async function reviewRedaction(
  act: Act<RightsReach>,
  { shown, covered, ...wish }: Wish & { shown: readonly string[]; covered: readonly string[] },
) {
  const held = await lockedRequest(act, wish)
  await noteOnRequest(act, held.id, {
    what: 'redaction-reviewed',
    detail: { shown: shown.length, covered: covered.length },
  })
  return changeRequest(act, held, {
    shown_places: [...shown],
    covered_words: covered.map((word) => word.trim()).filter(Boolean),
    redaction_reviewed_at: act.at,
  })
}
