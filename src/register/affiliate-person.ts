import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { refuseUnlessWriter } from './correct-organisation.ts'
import type { InForce } from './in-force.ts'
import { isDay, provenanceOf, refuseOtherFields, type SaidSource } from './source.ts'
import { tellSourcesOfPerson } from './sources.ts'
import { stageOfPerson } from './stage.ts'
import type { RegisterTables } from './tables.ts'
import { touch } from './touch.ts'
import { checkedValues } from './values.ts'
import { waitAtParty } from './wait-at-party.ts'

export interface NewAffiliation extends SaidSource {
  personId: string
  organisationId: string
  values?: Record<string, unknown>
  since?: string
}

/** Says that a person represents an organisation, and in which role. */
export async function affiliatePerson(
  act: Act<RegisterTables>,
  inForce: InForce,
  wish: NewAffiliation,
): Promise<string> {
  const { personId, organisationId, values = {} } = wish
  const from = provenanceOf(inForce.policy, wish, act)
  const checked = await checkedValues(inForce, act, {
    subject: 'person',
    values,
    stage: () => stageOfPerson(act, personId),
  })
  refuseOtherFields(from, Object.keys(values))
  const since = dayOf('since', wish.since ?? dayInHelsinki(act.at))

  refuseUnlessWriter(inForce, act, 'person.name')
  await waitAtParty(act, { organisationId })
  await touch(act, 'person', personId, null)
  const found = await act.db
    .selectFrom('register.organisation')
    .select('id')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  if (!found) throw new Refusal('NOT_FOUND', 404)
  const current = await act.db
    .selectFrom('register.affiliation')
    .select('id')
    .where('person_id', '=', personId)
    .where('organisation_id', '=', organisationId)
    .where('left_on', 'is', null)
    .executeTakeFirst()
  if (current) throw new Refusal('ALREADY_THERE', 409, { field: 'organisation' })

  const id = newId(act.at.getTime())
  const role = checked['person.jobRole'] ?? undefined
  const row = {
    id,
    person_id: personId,
    organisation_id: organisationId,
    job_role: role as string,
    since,
    left_on: null,
  }
  await act.db.insertInto('register.affiliation').values(row).execute()
  if (role) await tellSourcesOfPerson(act, personId, [{ field: 'person.jobRole', valueId: id }], from)
  await act.record({
    what: 'affiliation.begun',
    about: personId,
    detail: { organisation: organisationId, source: from.source.id },
  })
  return id
}

/** C1: the person has left the organisation. What is known of them as its representative is no longer used for it. */
export async function recordDeparture(
  act: Act<RegisterTables>,
  inForce: InForce,
  wish: SaidSource & { personId: string; organisationId: string; leftOn?: string },
) {
  const from = provenanceOf(inForce.policy, wish, act)
  const leftOn = dayOf('leftOn', wish.leftOn ?? dayInHelsinki(act.at))
  refuseUnlessWriter(inForce, act, 'person.name')
  await touch(act, 'person', wish.personId, null)
  const held = await act.db
    .selectFrom('register.affiliation')
    .select(['id', 'since'])
    .where('person_id', '=', wish.personId)
    .where('organisation_id', '=', wish.organisationId)
    .where('left_on', 'is', null)
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  if (leftOn < held.since) throw new Refusal('VALUE_NOT_VALID', 422, { field: 'leftOn' })

  await act.db.updateTable('register.affiliation').set({ left_on: leftOn }).where('id', '=', held.id).execute()
  await act.record({
    what: 'affiliation.ended',
    about: wish.personId,
    detail: { organisation: wish.organisationId, source: from.source.id },
  })
}

function dayOf(field: string, typed: string) {
  if (!isDay(typed)) throw new Refusal('VALUE_NOT_VALID', 422, { field })
  return typed
}
