import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { groupCompanyOf, type InForce, type SaidParty, textOfDeal } from '#register'
import { notify } from '../notify.ts'
import { lockedWork, refuseUnlessOwn } from '../own-work.ts'
import { partyOfWork, refuseStrangers, type SaidSubject, workField } from '../party-of-work.ts'
import type { WorkReach } from '../tables.ts'

export interface NewNote extends SaidParty {
  text: string
  /** Ids of staff whom the note calls on. */
  mentions?: readonly string[]
  subject?: SaidSubject
  groupCompany?: string
}

/** S5.29: writes a note about a company or a person. Whoever is mentioned is told, if their duty sees whom it is about. */
export async function writeNote(act: Act<WorkReach>, inForce: InForce, wish: NewNote): Promise<string> {
  const party = await partyOfWork(act, inForce, wish)
  const text = textOfNote(wish.text)
  const mentions = [...new Set(wish.mentions ?? [])]
  await refuseStrangers(act, inForce, { staff: mentions, party, field: 'mentions' })

  const id = newId(act.at.getTime())
  await act.db
    .insertInto('register.note')
    .values({
      ...{ id, text, mentions, organisation_id: party.organisationId, person_id: party.personId },
      ...{ subject_kind: wish.subject?.kind ?? null, subject_id: wish.subject?.id ?? null },
      group_company: groupCompanyOf(inForce.policy, wish.groupCompany),
      ...{ at: act.at, entered_by: act.by, entered_at: act.at, changed_at: null },
    })
    .execute()
  await notify(act, { to: mentions, kind: 'mention', ...party, subject: { kind: 'note', id } })
  await act.record({ what: 'note.written', about: id, detail: { person: party.personId, mentions } })
  return id
}

export interface NoteChange {
  id: string
  text: string
  mentions?: readonly string[]
  revision?: number
}

/** Corrects one's own note; only those who are mentioned anew are told. */
export async function changeNote(act: Act<WorkReach>, inForce: InForce, change: NoteChange) {
  const { id, revision } = change
  const held = await lockedWork(act, inForce, { table: 'register.note', id, revision })
  refuseUnlessOwn(act, held)
  const text = textOfNote(change.text)
  const { mentions: before } = await act.db
    .selectFrom('register.note')
    .select('mentions')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const mentions = [...new Set(change.mentions ?? before)]
  const party = { organisationId: held.organisation_id, personId: held.person_id }
  await refuseStrangers(act, inForce, { staff: mentions, party, field: 'mentions' })

  await act.db
    .updateTable('register.note')
    .set({ text, mentions, changed_at: act.at, revision: held.revision + 1 })
    .where('id', '=', id)
    .execute()
  const called = mentions.filter((one) => !before.includes(one))
  await notify(act, { to: called, kind: 'mention', ...party, subject: { kind: 'note', id } })
  await act.record({ what: 'note.changed', about: id, detail: { mentions: called } })
}

function textOfNote(said: string) {
  const text = textOfDeal(workField, said, 8000)
  if (!text) throw new Refusal('VALUE_REQUIRED', 422, { field: 'text', clause: 'S5.29' })
  return text
}
