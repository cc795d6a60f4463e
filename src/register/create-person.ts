import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { writeAdded } from './added-values.ts'
import { groupCompanyOf } from './group-company.ts'
import { fieldsAbout, type InForce } from './in-force.ts'
import { setAddresses, setEmails, setPhones } from './person-values.ts'
import { type NoticeGiven, queueNotice } from './queue-notice.ts'
import { type Provenance, provenanceOf, refuseOtherFields, type SaidSource } from './source.ts'
import { type Told, tellFirstSourcesOfPerson } from './sources.ts'
import type { PersonKind, RegisterTables } from './tables.ts'
import { checkedValues, type Values } from './values.ts'
import { waitAtParty } from './wait-at-party.ts'

export interface NewPerson extends SaidSource {
  kind?: PersonKind
  values: Record<string, unknown>
  /** The organisation that the person represents. */
  organisation?: string
  groupCompany?: string
  /** Where the person was told of the processing as the data were obtained. */
  noticeGiven?: NoticeGiven
}

/** Takes a person into the register, with a source for every value and the notice queued. Answers the id. */
export async function createPerson(act: Act<RegisterTables>, inForce: InForce, wish: NewPerson): Promise<string> {
  const from = provenanceOf(inForce.policy, wish, act)
  const stage = async () => (from.source.saleContext ? 'customer' : 'prospect') as 'customer' | 'prospect'
  const values = await checkedValues(inForce, act, { subject: 'person', values: wish.values, stage })
  refuseOtherFields(from, Object.keys(wish.values))
  refuseIncomplete(inForce, wish)
  const kind = wish.kind ?? (wish.organisation ? 'representative' : 'private-customer')

  const id = await insertPerson(act, kind, values)
  const told = wish.organisation ? await affiliate(act, id, wish.organisation, values) : []
  if (!wish.organisation) await beginAsPerson(act, id, groupCompanyOf(inForce.policy, wish.groupCompany), from)
  told.push(...(await insertValues(act, id, values)))

  await writeAdded(act, 'person', id, values.added)
  await tellFirstSourcesOfPerson(act, id, told, from)
  await act.record({
    what: 'person.created',
    about: id,
    detail: { kind, source: from.source.id, fields: Object.keys(wish.values).sort() },
  })
  await queueNotice(act, id, from, wish.noticeGiven)
  return id
}

function refuseIncomplete(inForce: InForce, { values, organisation }: NewPerson) {
  if (values['person.jobRole'] && !organisation)
    throw new Refusal('VALUE_REQUIRED', 422, { field: 'organisation', clause: 'S5.5' })
  for (const { id, required, fromStage, clause } of fieldsAbout(inForce, 'person')) {
    const isDue = id === 'person.name' || (required && (fromStage ?? 'prospect') === 'prospect')
    if (isDue && values[id] === undefined) throw new Refusal('VALUE_REQUIRED', 422, { field: id, clause })
  }
}

export async function insertPerson(act: Act<RegisterTables>, kind: PersonKind, values: Values): Promise<string> {
  const id = newId(act.at.getTime())
  const { given = '', family = '' } = values['person.name'] ?? {}
  await act.db
    .insertInto('register.person')
    .values({
      id,
      kind,
      given_name: given,
      family_name: family,
      created_at: act.at,
      changed_at: act.at,
      closed_at: null,
    })
    .execute()
  return id
}

async function insertValues(act: Act<RegisterTables>, id: string, values: Values): Promise<Told[]> {
  const told: Told[] = [{ field: 'person.name', valueId: id }]
  if (values['person.email']) told.push(...(await setEmails(act, id, values['person.email'])).told)
  if (values['person.phone']) told.push(...(await setPhones(act, id, values['person.phone'])).told)
  if (values['person.address']) told.push(...(await setAddresses(act, id, values['person.address'])).told)
  return [...told, ...Object.keys(values.added).map((field) => ({ field, valueId: id }))]
}

async function affiliate(
  act: Act<RegisterTables>,
  person_id: string,
  organisation_id: string,
  values: Values,
): Promise<Told[]> {
  await waitAtParty(act, { organisationId: organisation_id })
  const found = await act.db
    .selectFrom('register.organisation')
    .select('id')
    .where('id', '=', organisation_id)
    .executeTakeFirst()
  if (!found) throw new Refusal('NOT_FOUND', 404, { field: 'organisation' })
  const id = newId(act.at.getTime())
  const since = act.at.toISOString().slice(0, 10)
  const job_role = values['person.jobRole'] ?? undefined
  await act.db
    .insertInto('register.affiliation')
    .values({ id, person_id, organisation_id, job_role: job_role as string, since, left_on: null })
    .execute()
  return job_role ? [{ field: 'person.jobRole', valueId: id }] : []
}

async function beginAsPerson(act: Act<RegisterTables>, person_id: string, group_company: string, from: Provenance) {
  const state = from.source.saleContext ? 'customer' : 'prospect'
  await act.db
    .insertInto('register.relationship')
    .values({
      id: newId(act.at.getTime()),
      person_id,
      group_company,
      state,
      owner: act.by,
      started_at: from.obtainedAt,
      last_activity_at: act.at,
    } as never)
    .execute()
}
