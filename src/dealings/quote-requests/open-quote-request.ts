import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import {
  followEnquiry,
  type Given,
  groupCompanyOf,
  type InForce,
  partyOfDeal,
  type SaidParty,
  textOfDeal,
} from '#register'
import { dayOf } from '../days.ts'
import { refuseUnseenContact, type SaidOfDeal, sourceOfDeal } from '../deal-parts.ts'
import { keepGiven } from '../keep-given.ts'
import { ofStaff } from '../opportunities/open-opportunity.ts'
import type { DealingsReach } from '../reach.ts'
import { refuseUnknownProducts } from './refuse-unknown-products.ts'
import { wishedLinesOf } from './wished-lines.ts'

/** What a request for a quote says, as far as it is said; days as `YYYY-MM-DD`. */
export interface SaidInRequest {
  title?: string
  /** What is wanted, in the customer's words. */
  wish?: string | null
  lines?: unknown
  /** The day by which the customer wants an answer. */
  answerBy?: string | null
  /** The delivery that they wish for. */
  wantedOn?: string | null
  /** The customer's own reference, such as the number of a call for tenders. */
  buyerReference?: string | null
  contact?: string | null
  /** Who answers it; whoever notes it where nothing is said. */
  owner?: string | null
}

export interface NewQuoteRequest extends SaidParty, SaidInRequest, SaidOfDeal {
  groupCompany?: string | null
  enquiryId?: string | null
  opportunityId?: string | null
  given?: Given
}

/** S6.2: notes that a company or a person asks for a quote. What came with it goes on their card. Answers its id. */
export async function openQuoteRequest(act: Act<DealingsReach>, inForce: InForce, wish: NewQuoteRequest) {
  const party = await partyOfDeal(act as never, inForce, { field: 'com.quotes', isHope: true, ...wish })
  const { title, ...said } = await columnsAsked(act, { ...wish, title: wish.title ?? '' })
  const from = sourceOfDeal(inForce, act, wish, 'quote-request')
  const id = newId(act.at.getTime())
  await act.db
    .insertInto('register.quote_request')
    .values({
      ...{ id, group_company: groupCompanyOf(inForce.policy, wish.groupCompany), state: 'open' },
      ...{ organisation_id: party.organisationId, person_id: party.personId, contact_person_id: null },
      ...{ enquiry_id: wish.enquiryId ?? null, opportunity_id: wish.opportunityId ?? null },
      ...{ wish: null, lines: '[]', answer_by: null, wanted_on: null, buyer_reference: null, owner: act.by },
      ...{ ...said, ...from, title: title ?? '', settled_on: null, reason: null },
      ...{ entered_by: act.by, entered_at: act.at, held_at: null },
    })
    .execute()
  await act.record({
    what: 'quote-request.opened',
    about: id,
    detail: { person: party.personId, enquiry: wish.enquiryId ?? null, opportunity: wish.opportunityId ?? null },
  })
  const { given, enquiryId, contact = null } = wish
  if (enquiryId) await followEnquiry(act as never, inForce, { id: enquiryId, event: 'assignment' })
  const document = enquiryId ? { kind: 'enquiry' as const, id: enquiryId } : { kind: 'quote-request' as const, id }
  if (given) await keepGiven(act, inForce, { party, contact, given, from, document })
  return id
}

/** The columns of what was said; what was not said is left out. Refuses what does not fit at its field. */
export async function columnsAsked(act: Act<DealingsReach>, said: SaidInRequest) {
  const { title, wish, lines, answerBy, wantedOn, buyerReference, contact, owner } = said
  await refuseUnseenContact(act, contact)
  const wished = lines === undefined ? undefined : wishedLinesOf(lines)
  if (wished) await refuseUnknownProducts(act, wished)
  return {
    ...(title === undefined ? {} : { title: titleOf(title) }),
    ...(wish === undefined ? {} : { wish: textOfDeal('wish', wish) }),
    ...(wished ? { lines: JSON.stringify(wished) } : {}),
    ...(answerBy === undefined ? {} : { answer_by: dayToCome(act, 'answerBy', answerBy) }),
    ...(wantedOn === undefined ? {} : { wanted_on: dayToCome(act, 'wantedOn', wantedOn) }),
    ...(buyerReference === undefined ? {} : { buyer_reference: textOfDeal('buyerReference', buyerReference, 100) }),
    ...(contact === undefined ? {} : { contact_person_id: contact }),
    ...(owner ? { owner: await ofStaff(act, owner, owner) } : {}), // also said anew as it was
  }
}

function titleOf(typed: string): string {
  const title = textOfDeal('title', typed, 200)
  if (!title) throw new Refusal('VALUE_REQUIRED', 422, { clause: 'S6.2', field: 'title' })
  return title.replace(/\s+/g, ' ')
}

function dayToCome({ at }: Pick<Act<DealingsReach>, 'at'>, field: string, typed: string | null) {
  if (!typed) return null
  const day = dayOf(field, typed)
  if (day < dayInHelsinki(at)) throw new Refusal('QUOTE_REQUEST_DAY_PAST', 422, { field })
  return day
}
