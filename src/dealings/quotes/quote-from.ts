import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import {
  type InForce,
  partyBehind,
  type RegisterTables,
  refuseUnlessSees,
  refuseUnlessWriter,
  verdictOn,
  waitAtEnquiry,
} from '#register'
import { quoteFromRequest, requestToAnswer } from '../quote-requests/quote-of-request.ts'
import type { DealingsReach } from '../reach.ts'
import type { Begun, MadeOf } from './begun-quote.ts'
import { draftQuote } from './draft-quote.ts'

/** S6.2: makes a quote of an enquiry in one press: its sender, in their language. A second press answers the same quote. */
export async function quoteFromEnquiry(
  act: Act<DealingsReach>,
  inForce: InForce,
  { id: enquiryId, company }: MadeOf,
): Promise<Begun> {
  refuseUnlessWriter(inForce, act, 'com.quotes')
  refuseUnlessSees(inForce, act, ['com.enquiries'])
  await waitAtEnquiry(act, enquiryId) // two presses at once make one; from an enquiry in the bin, none
  const came = await act.db
    .selectFrom('register.enquiry')
    .select(['person_id', 'organisation_id', 'group_company', 'language'])
    .where('id', '=', enquiryId)
    .executeTakeFirst()
  if (!came) throw new Refusal('NOT_FOUND', 404, { field: 'enquiry' })
  const { person_id, organisation_id } = came
  if (!organisation_id && !person_id) throw new Refusal('VALUE_REQUIRED', 422, { field: 'party', clause: 'S6.2' })
  const request = await requestToAnswer(act, 'enquiry_id', enquiryId)
  if (request) return quoteFromRequest(act, inForce, { id: request, ...(company ? { company } : {}) })
  const made = await madeBefore(act, 'enquiry_id', enquiryId)
  if (made) return { id: made, isNew: false }
  const id = await draftQuote(act, inForce, {
    ...(await partyFor(act, { organisationId: company ?? organisation_id, personId: person_id })),
    ...{ groupCompany: came.group_company, language: came.language, enquiryId },
    ...(await opportunityOf(act, enquiryId)),
    ...(person_id ? await phoneSaid(act, inForce, enquiryId) : {}),
  })
  return { id, isNew: true }
}

/** Makes a quote of an opportunity: its customer, its contact, its title. Each press begins another. */
export async function quoteFromOpportunity(
  act: Act<DealingsReach>,
  inForce: InForce,
  { id: opportunityId, company }: MadeOf,
): Promise<Begun> {
  refuseUnlessWriter(inForce, act, 'com.quotes')
  const hoped = await act.db
    .selectFrom('register.opportunity')
    .select(['person_id', 'organisation_id', 'contact_person_id', 'group_company', 'title', 'enquiry_id'])
    .where('id', '=', opportunityId)
    .where('binned_at', 'is', null)
    .executeTakeFirst()
  if (!hoped) throw new Refusal('NOT_FOUND', 404, { field: 'opportunity' })
  const request = await requestToAnswer(act, 'opportunity_id', opportunityId)
  if (request) return quoteFromRequest(act, inForce, { id: request, ...(company ? { company } : {}) })
  const { organisation_id, person_id, enquiry_id } = hoped
  const { contact, ...party } = await partyFor(act, { organisationId: company ?? organisation_id, personId: person_id })
  const id = await draftQuote(act, inForce, {
    ...party,
    ...{
      contact: hoped.contact_person_id ?? contact,
      groupCompany: hoped.group_company,
      title: hoped.title,
      opportunityId,
    },
    ...(enquiry_id ? { enquiryId: enquiry_id } : {}),
  })
  return { id, isNew: true }
}

interface Sender {
  organisationId: string | null
  personId: string | null
}

async function partyFor(act: Act<DealingsReach>, { organisationId, personId }: Sender) {
  if (organisationId) return { organisationId, contact: personId }
  return partyBehind(act as unknown as Act<RegisterTables>, personId ?? '')
}

async function madeBefore(act: Act<DealingsReach>, column: 'enquiry_id', id: string): Promise<string | null> {
  const made = await act.db
    .selectFrom('register.quote')
    .select('id')
    .where(column, '=', id)
    .where('state', '<>', 'withdrawn')
    .orderBy('entered_at', 'desc')
    .executeTakeFirst()
  return made?.id ?? null
}

// S6.2: a form overwrites nothing; the number in it goes beside the others once somebody answers it with a quote.
export async function phoneSaid(act: Act<DealingsReach>, inForce: InForce, enquiryId: string) {
  const may = (deed: 'read' | 'write') => verdictOn(inForce, act, 'person.phone', deed).allowed
  if (!may('read') || !may('write')) return {}
  const said = await act.db
    .selectFrom('register.enquiry')
    .select('said_phone')
    .where('id', '=', enquiryId)
    .executeTakeFirst()
  return said?.said_phone ? { given: { phone: said.said_phone } } : {}
}

async function opportunityOf(act: Act<DealingsReach>, enquiryId: string) {
  const found = await act.db
    .selectFrom('register.opportunity')
    .select('id')
    .where('enquiry_id', '=', enquiryId)
    .where('binned_at', 'is', null)
    .executeTakeFirst()
  return found ? { opportunityId: found.id } : {}
}
