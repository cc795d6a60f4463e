import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { correctOrganisation } from './correct-organisation.ts'
import { insertAddresses } from './create-organisation.ts'
import type { InForce } from './in-force.ts'
import { addValue, type Several } from './one-of-several.ts'
import { insertAddress } from './person-values.ts'
import { provenanceOf, refuseOtherFields, type SaidSource } from './source.ts'
import { tellSourcesOfOrganisation, tellSourcesOfPerson } from './sources.ts'
import { stageOfOrganisation, stageOfPerson } from './stage.ts'
import type { RegisterTables } from './tables.ts'
import { touch } from './touch.ts'
import { checkedValues } from './values.ts'

/** What somebody gave with a document: an address for mail, a number, a place. Empty parts were not given. */
export interface Given {
  email?: string
  phone?: string
  address?: Record<string, unknown> | null
}

type Taking = SaidSource & { given: Given }

/**
 * S6.2–S6.4: adds to a person's card what they gave with a document, each value with the document as its occasion. What is held already
 * keeps its source; nothing is overwritten. Refuses as a correction of the card does. Answers the fields that are new.
 */
export async function takeGivenByPerson(
  act: Act<RegisterTables>,
  inForce: InForce,
  { personId, given, ...said }: Taking & { personId: string },
): Promise<string[]> {
  const taken: string[] = []
  for (const [field, value] of [
    ['person.email', given.email?.trim() && { address: given.email }],
    ['person.phone', given.phone?.trim() && { number: given.phone }],
  ] as const)
    if (value && (await isAdded(act, inForce, { personId, field, value, ...said }))) taken.push(field)
  if (given.address && (await addAddress(act, inForce, { personId, address: given.address, ...said })))
    taken.push('person.address')
  return taken
}

/** The same for a company: its own number and address for mail are corrected, its places are added to. */
export async function takeGivenByCompany(
  act: Act<RegisterTables>,
  inForce: InForce,
  { organisationId, given, ...said }: Taking & { organisationId: string },
): Promise<string[]> {
  const held = await act.db
    .selectFrom('register.organisation')
    .select('id')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404, { field: 'company' })
  const values = {
    ...(given.email?.trim() ? { 'org.email': given.email } : {}),
    ...(given.phone?.trim() ? { 'org.phone': given.phone } : {}),
  }
  if (Object.keys(values).length > 0)
    await correctOrganisation(act, inForce, { id: organisationId, revision: null, values, ...said })
  const place = given.address ? await addPlace(act, inForce, { organisationId, address: given.address, ...said }) : []
  return [...Object.keys(values), ...place]
}

async function isAdded(
  act: Act<RegisterTables>,
  inForce: InForce,
  wish: SaidSource & { personId: string; field: Several; value: Record<string, unknown> },
): Promise<boolean> {
  try {
    await addValue(act, inForce, wish)
    return true
  } catch (refused) {
    if (refused instanceof Refusal && refused.code === 'ALREADY_THERE') return false
    throw refused
  }
}

interface Placing extends SaidSource {
  address: Record<string, unknown>
}

async function addAddress(
  act: Act<RegisterTables>,
  inForce: InForce,
  { personId, address, ...said }: Placing & { personId: string },
): Promise<boolean> {
  const from = provenanceOf(inForce.policy, said, act)
  const stage = () => stageOfPerson(act, personId)
  const wish = { subject: 'person' as const, values: { 'person.address': [address] }, stage }
  const [place] = (await checkedValues(inForce, act, wish))['person.address'] ?? []
  refuseOtherFields(from, ['person.address'])
  if (!place) return false
  const held = await act.db
    .selectFrom('register.person_address')
    .select(['street', 'house_number', 'po_box', 'postcode'])
    .where('person_id', '=', personId)
    .execute()
  if (held.some((one) => isSame(one, place))) return false
  await touch(act, 'person', personId, null)
  const told = await insertAddress(act, personId, place)
  await tellSourcesOfPerson(act, personId, [told], from)
  await act.record({
    what: 'person.corrected',
    about: personId,
    detail: { source: from.source.id, fields: ['person.address'] },
  })
  return true
}

async function addPlace(
  act: Act<RegisterTables>,
  inForce: InForce,
  { organisationId, address, ...said }: Placing & { organisationId: string },
): Promise<string[]> {
  const from = provenanceOf(inForce.policy, said, act)
  const stage = () => stageOfOrganisation(act, organisationId)
  const wish = { subject: 'organisation' as const, values: { 'org.addresses': [address] }, stage }
  const [place] = (await checkedValues(inForce, act, wish))['org.addresses'] ?? []
  refuseOtherFields(from, ['org.addresses'])
  if (!place) return []
  const held = await act.db
    .selectFrom('register.organisation_address')
    .select(['street', 'house_number', 'po_box', 'postcode'])
    .where('organisation_id', '=', organisationId)
    .execute()
  if (held.some((one) => isSame(one, place))) return []
  await touch(act, 'organisation', organisationId, null)
  await tellSourcesOfOrganisation(act, organisationId, await insertAddresses(act, organisationId, [place]), from)
  await act.record({
    what: 'organisation.corrected',
    about: organisationId,
    detail: { source: from.source.id, fields: ['org.addresses'] },
  })
  return ['org.addresses']
}

interface Where {
  street: string | null
  po_box: string | null
  postcode: string | null
  house_number: string | null
}

// "Sahatie 1" is the same whether the number stands by itself or not.
function isSame(
  held: Where,
  typed: { street: string | null; houseNumber: string | null; poBox: string | null; postcode: string },
) {
  const line = (...parts: (string | null)[]) => parts.filter(Boolean).join(' ').toLocaleLowerCase('fi')
  return (
    held.postcode === typed.postcode &&
    line(held.street, held.house_number, held.po_box) === line(typed.street, typed.houseNumber, typed.poBox)
  )
}
