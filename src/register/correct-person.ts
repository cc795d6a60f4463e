import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { writeAdded } from './added-values.ts'
import { refuseUnlessWriter } from './correct-organisation.ts'
import type { InForce } from './in-force.ts'
import { type Changed, setAddresses, setEmails, setPhones } from './person-values.ts'
import { provenanceOf, refuseOtherFields, type SaidSource } from './source.ts'
import { forgetSourcesOfPerson, type Told, tellSourcesOfPerson } from './sources.ts'
import { stageOfPerson } from './stage.ts'
import type { PersonKind, RegisterTables } from './tables.ts'
import { touch } from './touch.ts'
import { checkedValues, type Values } from './values.ts'

export interface PersonCorrection extends SaidSource {
  id: string
  /** The revision that was read; null where one value of several is added or taken away. */
  revision: number | null
  kind?: PersonKind
  values: Record<string, unknown>
  /** In which organisation a job role is held; where nothing is said, in the one begun last. */
  organisation?: string
}

/**
 * Corrects or completes what is held of a person. Every value told gets this source. Whether they buy for themselves or stand for a company
 * (`kind`) is what staff mark (S4.6), and needs none.
 */
export async function correctPerson(act: Act<RegisterTables>, inForce: InForce, wish: PersonCorrection) {
  const isMark = wish.kind !== undefined && Object.keys(wish.values).length === 0
  if (isMark && !wish.source) return markKind(act, inForce, wish)
  const from = provenanceOf(inForce.policy, wish, act)
  const stage = () => stageOfPerson(act, wish.id)
  const values = await checkedValues(inForce, act, { subject: 'person', values: wish.values, stage })
  refuseOtherFields(from, Object.keys(wish.values))
  if (wish.kind) refuseUnlessWriter(inForce, act, 'person.name')
  else if (Object.keys(wish.values).length === 0) throw new Refusal('VALUE_REQUIRED', 422, { field: 'values' })
  await touch(act, 'person', wish.id, wish.revision)

  if (wish.kind)
    await act.db.updateTable('register.person').set({ kind: wish.kind }).where('id', '=', wish.id).execute()
  const { told, gone } = await writeValues(act, wish, values)
  await forgetSourcesOfPerson(act, wish.id, gone)
  await tellSourcesOfPerson(act, wish.id, told, from)
  await act.record({
    what: 'person.corrected',
    about: wish.id,
    detail: { source: from.source.id, fields: Object.keys(wish.values).sort() },
  })
}

async function markKind(act: Act<RegisterTables>, inForce: InForce, { id, revision, kind }: PersonCorrection) {
  refuseUnlessWriter(inForce, act, 'person.name')
  await touch(act, 'person', id, revision)
  await act.db.updateTable('register.person').set({ kind }).where('id', '=', id).execute()
  await act.record({ what: 'person.corrected', about: id, detail: { kind: kind ?? null, fields: [] } })
}

async function writeValues(
  act: Act<RegisterTables>,
  { id, organisation }: PersonCorrection,
  values: Values,
): Promise<Changed> {
  const changes: Changed[] = []
  const name = values['person.name']
  if (name) {
    const row = { given_name: name.given, family_name: name.family }
    await act.db.updateTable('register.person').set(row).where('id', '=', id).execute()
    changes.push({ told: [{ field: 'person.name', valueId: id }], gone: [] })
  }
  if (values['person.email']) changes.push(await setEmails(act, id, values['person.email']))
  if (values['person.phone']) changes.push(await setPhones(act, id, values['person.phone']))
  if (values['person.address']) changes.push(await setAddresses(act, id, values['person.address']))
  if (values['person.jobRole'] !== undefined)
    changes.push(await setJobRole(act, id, organisation, values['person.jobRole']))

  await writeAdded(act, 'person', id, values.added)
  const added = Object.entries(values.added).map(([field, value]) => ({
    told: { field, valueId: id },
    isGone: value === null,
  }))
  changes.push({
    told: added.filter((one) => !one.isGone).map((one) => one.told),
    gone: added.filter((one) => one.isGone).map((one) => one.told),
  })
  return { told: changes.flatMap((change) => change.told), gone: changes.flatMap((change) => change.gone) }
}

async function setJobRole(
  act: Act<RegisterTables>,
  personId: string,
  organisation: string | undefined,
  role: string | null,
): Promise<Changed> {
  const held = await act.db
    .selectFrom('register.affiliation')
    .select(['id', 'organisation_id'])
    .where('person_id', '=', personId)
    .where('left_on', 'is', null)
    .orderBy('since', 'desc')
    .execute()
  const place = organisation ? held.find((one) => one.organisation_id === organisation) : held[0]
  if (!place) throw new Refusal('VALUE_REQUIRED', 422, { field: 'organisation', clause: 'S5.5' })

  await act.db.updateTable('register.affiliation').set({ job_role: role }).where('id', '=', place.id).execute()
  const told: Told[] = [{ field: 'person.jobRole', valueId: place.id }]
  return role === null ? { told: [], gone: told } : { told, gone: [] }
}
