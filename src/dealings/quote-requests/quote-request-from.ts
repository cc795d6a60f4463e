import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { subjectOf } from '#platform/subject'
import { type InForce, partyBehind, refuseUnlessSees, refuseUnlessWriter, waitAtEnquiry } from '#register'
import { phoneSaid } from '../quotes/quote-from.ts'
import type { DealingsReach } from '../reach.ts'
import { type NewQuoteRequest, openQuoteRequest } from './open-quote-request.ts'

type Wish = Partial<NewQuoteRequest> & { id: string }

/** S6.2: notes an enquiry as a request for a quote: its sender, its words, whoever takes it. Once only. */
export async function requestFromEnquiry(act: Act<DealingsReach>, inForce: InForce, { id: enquiryId, ...wish }: Wish) {
  refuseUnlessWriter(inForce, act, 'com.quotes')
  refuseUnlessSees(inForce, act, ['com.enquiries'])
  await waitAtEnquiry(act, enquiryId) // of two who note it at once, the second is told; from the bin, nothing is noted
  const came = await act.db
    .selectFrom('register.enquiry')
    .select(['person_id', 'organisation_id', 'group_company', 'message'])
    .where('id', '=', enquiryId)
    .executeTakeFirst()
  if (!came) throw new Refusal('NOT_FOUND', 404, { field: 'enquiry' })
  if (!came.organisation_id && !came.person_id) throw new Refusal('VALUE_REQUIRED', 422, { field: 'party' })
  await refuseNotedBefore(act, enquiryId)
  const { contact, ...party } = await behind(act, came.organisation_id, came.person_id)
  const opportunity = await act.db
    .selectFrom('register.opportunity')
    .select('id')
    .where('enquiry_id', '=', enquiryId)
    .where('binned_at', 'is', null)
    .executeTakeFirst()
  return openQuoteRequest(act, inForce, {
    ...{ title: subjectOf(came.message) ?? '', wish: came.message?.slice(0, 4000) ?? null, contact },
    ...(came.person_id ? await phoneSaid(act, inForce, enquiryId) : {}),
    ...wish,
    ...{ ...party, groupCompany: came.group_company, enquiryId, opportunityId: opportunity?.id ?? null },
  })
}

/** Notes a request within an opportunity: its customer, its contact, its title. There may be several. */
export async function requestFromOpportunity(
  act: Act<DealingsReach>,
  inForce: InForce,
  { id: opportunityId, ...wish }: Wish,
) {
  refuseUnlessWriter(inForce, act, 'com.quotes')
  const hoped = await act.db
    .selectFrom('register.opportunity')
    .select(['person_id', 'organisation_id', 'contact_person_id', 'group_company', 'title', 'owner'])
    .where('id', '=', opportunityId)
    .where('binned_at', 'is', null)
    .executeTakeFirst()
  if (!hoped) throw new Refusal('NOT_FOUND', 404, { field: 'opportunity' })
  const { contact, ...party } = await behind(act, hoped.organisation_id, hoped.person_id)
  return openQuoteRequest(act, inForce, {
    ...{ title: hoped.title, owner: hoped.owner },
    ...(hoped.organisation_id ? { contact: hoped.contact_person_id } : { contact }),
    ...wish,
    ...{ ...party, groupCompany: hoped.group_company, opportunityId },
  })
}

// S4.6: a representative asks for the company that they stand for; a company is asked for by whoever wrote.
async function behind(act: Act<DealingsReach>, organisationId: string | null, personId: string | null) {
  if (organisationId) return { organisationId, contact: personId }
  return partyBehind(act as never, personId ?? '')
}

async function refuseNotedBefore(act: Act<DealingsReach>, enquiryId: string) {
  const noted = await act.db
    .selectFrom('register.quote_request')
    .select('id')
    .where('enquiry_id', '=', enquiryId)
    .where('binned_at', 'is', null)
    .executeTakeFirst()
  if (noted) throw new Refusal('QUOTE_REQUEST_OF_ENQUIRY', 409, { field: 'enquiry', request: noted.id })
}
