import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type InForce, verdictOn } from './in-force.ts'
import { setEmails, setPhones } from './person-values.ts'
import { provenanceOf, refuseOtherFields, type SaidSource } from './source.ts'
import { forgetSourcesOfPerson, tellSourcesOfPerson } from './sources.ts'
import type { RegisterTables } from './tables.ts'
import { touch } from './touch.ts'
import { checkedValues, type EmailValue, type PhoneValue } from './values.ts'

export type Several = 'person.email' | 'person.phone'

export interface AddedValue extends SaidSource {
  personId: string
  field: Several
  value: Record<string, unknown>
}

/** Adds an address or a number beside those a person has. Answers its id. */
export async function addValue(
  act: Act<RegisterTables>,
  inForce: InForce,
  { personId, field, value, ...said }: AddedValue,
) {
  const from = provenanceOf(inForce.policy, said, act)
  const checked = await checkedValues(inForce, act, {
    subject: 'person',
    values: { [field]: [value] },
    stage: async () => 'customer',
  })
  refuseOtherFields(from, [field])
  await touch(act, 'person', personId, null)

  const one = checked[field]?.[0]
  if (!one) throw new Refusal('VALUE_REQUIRED', 422, { field })
  const wanted = { ...one, primary: value.primary === true }
  const told =
    field === 'person.email'
      ? await addEmail(act, personId, wanted as EmailValue)
      : await addPhone(act, personId, wanted as PhoneValue)
  const mine = told.at(-1)
  await tellSourcesOfPerson(act, personId, mine ? [mine] : [], from)
  await act.record({
    what: field === 'person.email' ? 'email.added' : 'phone.added',
    about: personId,
    detail: { source: from.source.id, value: mine?.valueId ?? '' },
  })
  return mine?.valueId ?? ''
}

/** Takes one of several addresses or numbers away; another becomes the first to use. */
export async function removeValue(
  act: Act<RegisterTables>,
  inForce: InForce,
  { personId, field, valueId }: { personId: string; field: Several; valueId: string },
) {
  const verdict = verdictOn(inForce, act, field, 'write')
  if (!verdict.allowed) throw new Refusal(verdict.code, 403, { clause: verdict.clause, field, duty: act.duty })
  await touch(act, 'person', personId, null)

  const held = field === 'person.email' ? await emailsOf(act, personId) : await phonesOf(act, personId)
  if (!held.some(({ id }) => id === valueId)) throw new Refusal('NOT_FOUND', 404)
  const left = held.filter(({ id }) => id !== valueId)
  const kept = left.map((one, at) => ({
    ...one,
    primary: left.some(({ primary }) => primary) ? one.primary : at === 0,
  }))
  if (field === 'person.email') await setEmails(act, personId, kept as EmailValue[])
  else await setPhones(act, personId, kept as PhoneValue[])

  await forgetSourcesOfPerson(act, personId, [{ field, valueId }])
  await act.record({
    what: field === 'person.email' ? 'email.removed' : 'phone.removed',
    about: personId,
    detail: { value: valueId },
  })
}

async function addEmail(act: Act<RegisterTables>, personId: string, email: EmailValue) {
  const held = await emailsOf(act, personId)
  if (held.some(({ address }) => address === email.address))
    throw new Refusal('ALREADY_THERE', 409, { field: 'person.email' })
  return (await setEmails(act, personId, besides(held, email))).told
}

async function addPhone(act: Act<RegisterTables>, personId: string, phone: PhoneValue) {
  const held = await phonesOf(act, personId)
  if (held.some(({ number }) => number === phone.number))
    throw new Refusal('ALREADY_THERE', 409, { field: 'person.phone' })
  return (await setPhones(act, personId, besides(held, phone))).told
}

function besides<T extends { primary: boolean }>(held: T[], one: T): T[] {
  const isFirst = held.length === 0 || one.primary
  return [...held.map((other) => ({ ...other, primary: other.primary && !isFirst })), { ...one, primary: isFirst }]
}

function emailsOf(act: Act<RegisterTables>, personId: string) {
  return act.db
    .selectFrom('register.person_email')
    .select(['id', 'address', 'kind', 'is_primary as primary'])
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute()
}

function phonesOf(act: Act<RegisterTables>, personId: string) {
  return act.db
    .selectFrom('register.person_phone')
    .select(['id', 'number', 'typed', 'kind', 'is_primary as primary'])
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute()
}
