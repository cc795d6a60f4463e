import { sql } from 'kysely'
import type { Act } from '#ledger'
import type { BinPart } from '#lists'
import type { Language } from '#platform/language'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { createPerson, type NewPerson } from './create-person.ts'
import { groupCompanyOf } from './group-company.ts'
import { type InForce, verdictOn } from './in-force.ts'
import { rowsOf } from './pieces.ts'
import { provenanceOf, type SaidSource } from './source.ts'
import type { Channel, EnquiryState, RegisterTables } from './tables.ts'
import { refuseIdentityCodes, textOf } from './values.ts'
import { waitAtParty } from './wait-at-party.ts'
import { waitForPerson } from './wait-for.ts'

export interface HandEnquiry extends SaidSource {
  channel: Exclude<Channel, 'web-form'>
  message?: string
  personId?: string
  organisationId?: string
  /** A person who is not in the register yet, taken in by the same source. */
  newPerson?: Pick<NewPerson, 'values' | 'kind' | 'organisation' | 'noticeGiven'>
  groupCompany?: string
  language?: Language
}

/** Writes down an enquiry that came by phone, mail or otherwise. */
export async function enterEnquiry(act: Act<RegisterTables>, inForce: InForce, wish: HandEnquiry): Promise<string> {
  const from = provenanceOf(inForce.policy, wish, act)
  const { channel, organisationId, source, sourceNote, asOf } = wish
  refuseUnlessEnquirer(inForce, act)
  refuseIdentityCodes(wish.message, 'com.enquiries')
  const message = textOf('com.enquiries', wish.message, 20_000)
  await refuseUnseen(act, wish)
  const id = newId(act.at.getTime())
  const document = { kind: 'enquiry', id } as const
  const person = wish.newPerson
    ? await createPerson(act, inForce, { ...wish.newPerson, source, sourceNote, asOf, document })
    : (wish.personId ?? null)

  await act.db
    .insertInto('register.enquiry')
    .values({
      ...{ id, person_id: person, organisation_id: organisationId ?? null, channel, state: 'assigned', message },
      ...{
        group_company: groupCompanyOf(inForce.policy, wish.groupCompany),
        language: wish.language ?? 'fi',
        source: from.source.id,
        source_note: from.note,
      },
      ...{
        statement_version: Number(act.under),
        entered_by: act.by,
        assigned_to: act.by,
        received_at: from.obtainedAt,
        answered_at: null,
        closed_at: null,
      },
    } as never)
    .execute()
  await act.record({ what: 'enquiry.received', about: id, detail: { person, channel, source: from.source.id } })
  return id
}

/** Spam and mistakes. Whoever an enquiry alone brought goes into the bin with it, and comes back with it. */
export const enquiriesBin: BinPart = {
  kind: 'enquiry',
  table: 'register.enquiry',
  fields: ['com.enquiries'],
  title: sql`left(split_part(message, e'\n', 1), 120)`,
  party: 'free',
  restoring: bringPersonBack,
}

const moves = {
  assignment: { new: 'assigned', assigned: 'assigned', answered: 'assigned' },
  answer: { new: 'answered', assigned: 'answered' },
  closure: { new: 'closed', assigned: 'closed', answered: 'closed' },
  reopening: { closed: 'assigned', answered: 'assigned' },
} as const satisfies Record<string, Partial<Record<EnquiryState, EnquiryState>>>

export type EnquiryEvent = keyof typeof moves

export function afterEnquiry(event: EnquiryEvent, state: EnquiryState): EnquiryState | null {
  return (moves[event] as Partial<Record<EnquiryState, EnquiryState>>)[state] ?? null
}

export function eventsOfEnquiry(state: EnquiryState): EnquiryEvent[] {
  return (Object.keys(moves) as EnquiryEvent[]).filter((event) => afterEnquiry(event, state) !== null)
}

const said: Record<EnquiryEvent, string> = {
  assignment: 'enquiry.assigned',
  answer: 'enquiry.answered',
  closure: 'enquiry.closed',
  reopening: 'enquiry.reopened',
}

/** Moves an enquiry on: assigned to somebody, answered, closed, reopened. */
export async function moveEnquiry(
  act: Act<RegisterTables>,
  inForce: InForce,
  { id, event, to, revision }: { id: string; event: EnquiryEvent; to?: string | null; revision?: number },
) {
  const held = await lockedEnquiry(act, inForce, id, revision)
  const state = afterEnquiry(event, held.state)
  if (!state) throw new Refusal('ENQUIRY_STATE', 409, { state: held.state })

  const assigned_to = event === 'assignment' ? (to === undefined ? act.by : to) : (held.assigned_to ?? act.by)
  await act.db
    .updateTable('register.enquiry')
    .set({
      ...{
        state: assigned_to === null && state === 'assigned' ? 'new' : state,
        assigned_to,
        revision: held.revision + 1,
      },
      answered_at: event === 'answer' ? act.at : event === 'reopening' ? null : held.answered_at,
      closed_at: state === 'closed' ? act.at : null,
    })
    .where('id', '=', id)
    .execute()
  await act.record({ what: said[event], about: id, detail: event === 'assignment' ? { to: assigned_to } : {} })
}

/**
 * An enquiry follows what came of it, in the same deed: a new one is in work with whoever begins to answer it, and answered when the answer
 * is issued. Where it is further already, or is not the caller's to move, it stays as it is.
 */
export async function followEnquiry(
  act: Act<RegisterTables>,
  inForce: InForce,
  { id, event }: { id: string; event: 'assignment' | 'answer' },
) {
  if (!verdictOn(inForce, act, 'com.enquiries', 'write').allowed) return
  const held = await act.db
    .selectFrom('register.enquiry')
    .select('state')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const isOpen = held?.state === 'new' || (event === 'answer' && held?.state === 'assigned')
  if (isOpen) await moveEnquiry(act, inForce, { id, event })
}

/** Says whose enquiry it is. */
export async function linkEnquiry(
  act: Act<RegisterTables>,
  inForce: InForce,
  {
    id,
    personId,
    organisationId,
    revision,
  }: { id: string; personId?: string | null; organisationId?: string | null; revision?: number },
) {
  const held = await lockedEnquiry(act, inForce, id, revision)
  await refuseUnseen(act, { personId: personId ?? undefined, organisationId: organisationId ?? undefined })
  await act.db
    .updateTable('register.enquiry')
    .set({
      ...(personId === undefined ? {} : { person_id: personId }),
      ...(organisationId === undefined ? {} : { organisation_id: organisationId }),
      revision: held.revision + 1,
    })
    .where('id', '=', id)
    .execute()
  await act.record({
    what: 'enquiry.linked',
    about: id,
    detail: { person: personId ?? null, organisation: organisationId ?? null },
  })
}

export function refuseUnlessEnquirer(inForce: InForce, act: Act<RegisterTables>) {
  const verdict = verdictOn(inForce, act, 'com.enquiries', 'write')
  if (verdict.allowed) return
  const status = verdict.code === 'FIELD_NOT_DECLARED' ? 422 : 403
  throw new Refusal(verdict.code, status, {
    clause: verdict.clause,
    field: 'com.enquiries',
    duty: act.duty,
    purpose: act.purpose,
  })
}

async function lockedEnquiry(act: Act<RegisterTables>, inForce: InForce, id: string, revision?: number) {
  refuseUnlessEnquirer(inForce, act)
  const held = await act.db
    .selectFrom('register.enquiry')
    .select(['id', 'state', 'assigned_to', 'answered_at', 'revision'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  if (revision !== undefined && held.revision !== revision)
    throw new Refusal('EDITED_MEANWHILE', 409, { revision: held.revision })
  return held
}

async function refuseUnseen(
  act: Act<RegisterTables>,
  { personId, organisationId }: { personId?: string; organisationId?: string },
) {
  await waitAtParty(act, { organisationId })
  if (personId) await waitForPerson(act, personId)
  const person = personId
    ? await act.db.selectFrom('register.person').select('id').where('id', '=', personId).executeTakeFirst()
    : true
  const firm = organisationId
    ? await act.db.selectFrom('register.organisation').select('id').where('id', '=', organisationId).executeTakeFirst()
    : true
  if (!person || !firm) throw new Refusal('NOT_FOUND', 404, { field: person ? 'company' : 'person' })
}

async function bringPersonBack(act: Act<never>, id: string) {
  const [back] = await rowsOf<{ id: string | null }>(
    act.db,
    sql<{ id: string | null }>`select seloste.unbin_person_of(${id}::uuid) as id`,
  )
  if (back?.id) await act.record({ what: 'person.restored', about: back.id })
}
