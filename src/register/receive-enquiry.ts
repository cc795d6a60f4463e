import { type RawBuilder, sql } from 'kysely'
import type { Act } from '#ledger'
import type { Language } from '#platform/language'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { insertPerson } from './create-person.ts'
import { groupCompanyOf } from './group-company.ts'
import type { InForce } from './in-force.ts'
import { fullName, normaliseName } from './person-name.ts'
import { queueNotice } from './queue-notice.ts'
import { type Provenance, provenanceOf } from './source.ts'
import { tellFirstSourcesOfPerson } from './sources.ts'
import type { RegisterTables } from './tables.ts'
import {
  type EmailValue,
  emailOf,
  type PhoneValue,
  phoneOf,
  refuseIdentityCodes,
  refuseUndeclared,
  textOf,
} from './values.ts'
import { waitAtEnquiry } from './wait-for.ts'

/** What a visitor wrote into the form on the website, or somebody into a mail to the register's address. */
export interface Submission {
  /** Of the enquiry, where it is told by what was sent: the same, sent again, is refused by it. */
  id?: string
  /** The website's form where nothing is said. A mail tells its sender nothing, so the notice waits for the answer. */
  by?: { channel: 'email'; source: string }
  name: string
  email: string
  phone?: string
  message?: string
  language: Language
  groupCompany?: string
}

export interface Received {
  enquiryId: string
  personId: string
  /** True where the address was known: nothing held was changed. */
  wasKnown: boolean
}

// S6.9, S6.10: a submission is a lead, never a consent to marketing. The notice stood in the form, so it is given.
/** Takes an enquiry from the website's form or from a mail in, under the machine duty `intake`. */
export async function receiveEnquiry(act: Act<RegisterTables>, inForce: InForce, said: Submission): Promise<Received> {
  const { channel, source } = said.by ?? ({ channel: 'web-form', source: 'web-form' } as const)
  const enquiryId = said.id ?? newId(act.at.getTime())
  const document = { kind: 'enquiry', id: enquiryId } as const
  const from = provenanceOf(inForce.policy, { source, verified: true, document }, act)
  const { name, email, phone, message } = checked(inForce, from, said)
  const company = groupCompanyOf(inForce.policy, said.groupCompany)

  const known = await personWith(act, email.address)
  const personId = known ?? (await takeIn(act, { name, email, phone, from }))
  const differs = known ? await differencesFrom(act, known, fullName(name), phone?.number ?? null) : null
  await welcome(act, personId, company)

  await act.db
    .insertInto('register.enquiry')
    .values({
      ...{ id: enquiryId, person_id: personId, organisation_id: null, channel, state: 'new', message },
      ...{
        said_name: differs?.name_differs ? fullName(name) : null,
        said_phone: differs?.phone_differs ? (phone?.number ?? null) : null,
      },
      ...{
        group_company: company,
        language: said.language,
        source: from.source.id,
        source_note: null,
        statement_version: Number(act.under),
      },
      ...{ entered_by: act.by, assigned_to: null, received_at: act.at, answered_at: null, closed_at: null },
    })
    .execute()
  await act.record({
    what: 'enquiry.received',
    about: enquiryId,
    detail: { person: personId, channel, known: known !== null },
  })
  const given = channel === 'web-form' ? { way: 'form' as const, language: said.language } : undefined
  if (!known) await queueNotice(act, personId, from, given)
  return { enquiryId, personId, wasKnown: known !== null }
}

/**
 * An enquirer wrote again: what was answered or closed is open once more. Under the machine duty `intake`. False where the enquiry is there
 * no more, such as in the bin: what somebody writes after that is a new one.
 */
export async function hearEnquirer(act: Act<RegisterTables>, enquiryId: string): Promise<boolean> {
  await waitAtEnquiry(act, enquiryId)
  const { rows } = await sql`
    update register.enquiry set state = case when assigned_to is null then 'new' else 'assigned' end, answered_at = null, closed_at = null,
      revision = revision + 1
    where id = ${enquiryId} and state in ('answered', 'closed') returning id`.execute(executor(act))
  if (rows.length > 0) await act.record({ what: 'enquiry.reopened', about: enquiryId })
  return rows.length > 0 || (await isThere(act, enquiryId))
}

async function isThere(act: Act<RegisterTables>, id: string): Promise<boolean> {
  const { rows } = await sql`select id from register.enquiry where id = ${id}`.execute(executor(act))
  return rows.length > 0
}

function checked(inForce: InForce, { source }: Provenance, { name, email, phone, message }: Submission) {
  const typed = { 'person.name': name, 'person.email': email, 'person.phone': phone, 'com.enquiries': message }
  refuseIdentityCodes(typed)
  for (const [field, value] of Object.entries(typed)) {
    if (!value) continue
    if (field === 'com.enquiries') {
      if (!inForce.policy.fields.has(field)) throw new Refusal('FIELD_NOT_DECLARED', 422, { clause: 'S5.1', field })
    } else refuseUndeclared(inForce, 'person', field)
    const isOfForm = !source.fields || source.fields.includes(field) || field === 'com.enquiries'
    if (!isOfForm) throw new Refusal('SOURCE_NOT_FOR_FIELD', 422, { clause: source.clause, field, source: source.id })
  }
  const person = normaliseName(name)
  if (!person) throw new Refusal('VALUE_REQUIRED', 422, { field: 'person.name', clause: source.clause })
  return {
    name: person,
    email: emailOf('person.email', email),
    phone: phone?.trim() ? phoneOf('person.phone', phone) : null,
    message: textOf('com.enquiries', message, 20_000),
  }
}

interface Sender {
  name: { given: string; family: string }
  email: EmailValue
  phone: PhoneValue | null
  from: Provenance
}

async function takeIn(act: Act<RegisterTables>, { name, email, phone, from }: Sender): Promise<string> {
  const kind = email.kind === 'private' ? 'private-customer' : 'representative'
  const person_id = await insertPerson(act, kind, { 'person.name': name, added: {} })
  const told = [{ field: 'person.name', valueId: person_id }]
  const row = () => ({ id: newId(act.at.getTime()), person_id, is_primary: true, added_at: act.at })

  const mail = row()
  await act.db
    .insertInto('register.person_email')
    .values({ ...mail, address: email.address, kind: email.kind })
    .execute()
  told.push({ field: 'person.email', valueId: mail.id })
  if (phone) {
    const call = row()
    await act.db
      .insertInto('register.person_phone')
      .values({ ...call, number: phone.number, typed: phone.typed, kind: phone.kind })
      .execute()
    told.push({ field: 'person.phone', valueId: call.id })
  }
  await tellFirstSourcesOfPerson(act, person_id, told, from)
  await act.record({
    what: 'person.created',
    about: person_id,
    detail: { kind, source: from.source.id, fields: told.map(({ field }) => field) },
  })
  return person_id
}

// Two forms from one address at once are one person: the second waits until the first is in.
async function personWith(act: Act<RegisterTables>, address: string): Promise<string | null> {
  await sql`select pg_advisory_xact_lock(hashtext(${`person with ${address}`}))`.execute(executor(act))
  const { rows } = await sql<{
    id: string
  }>`select id from seloste.people_with_email(${address}) as id limit 1`.execute(executor(act))
  return rows[0]?.id ?? null
}

async function differencesFrom(act: Act<RegisterTables>, id: string, name: string, number: string | null) {
  const { rows } = await sql<{ name_differs: boolean; phone_differs: boolean }>`
    select name_differs, phone_differs from seloste.differs_from_person(${id}, ${name}, ${number})
  `.execute(executor(act))
  return rows[0] ?? null
}

async function welcome(act: Act<RegisterTables>, personId: string, company: string) {
  await sql`select seloste.welcome_back(${personId}, ${company}, ${act.at})`.execute(executor(act))
}

function executor<T>(act: Act<T>) {
  return act.db as unknown as Parameters<RawBuilder<unknown>['execute']>[0]
}
