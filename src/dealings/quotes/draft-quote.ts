import type { Act } from '#ledger'
import { addDays, dayInHelsinki } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import {
  followEnquiry,
  type Given,
  groupCompanyOf,
  type InForce,
  type Occasioned,
  partyOfDeal,
  type RegisterTables,
  type SaidParty,
  textOfDeal,
} from '#register'
import { dayOf } from '../days.ts'
import { pricedColumns, refuseUnseenContact, type SaidOfDeal, sourceOfDeal, wholeOf } from '../deal-parts.ts'
import { keepGiven } from '../keep-given.ts'
import { linesOf } from '../lines.ts'
import { followQuote } from '../opportunities/change-opportunity.ts'
import type { DealingsReach } from '../reach.ts'
import { usualDays } from '../usual-days.ts'

/** What a quote says, as far as it is said. */
export interface SaidInQuote {
  contact?: string | null
  title?: string
  language?: Language
  lines?: unknown
  /** The last day on which the customer may accept it; thirty days on where nothing is said. */
  validUntil?: string
  paymentDays?: number
  opening?: string
  terms?: string
}

export interface NewQuote extends SaidParty, SaidInQuote, SaidOfDeal {
  groupCompany?: string
  enquiryId?: string
  opportunityId?: string
  /** The request that it answers. */
  requestId?: string
  given?: Given
}

/** Begins a quote for a company or a person (S6.2). It has no number before it is sent. Answers its id. */
export async function draftQuote(act: Act<DealingsReach>, inForce: InForce, wish: NewQuote): Promise<string> {
  const party = await partyOfDeal(act as unknown as Act<RegisterTables>, inForce, { field: 'com.quotes', ...wish })
  await refuseUnseenContact(act, wish.contact)
  const id = newId(act.at.getTime())
  const from = sourceOfDeal(inForce, act, wish, 'quote-request')
  const groupCompany = groupCompanyOf(inForce.policy, wish.groupCompany)
  const { days } = await usualDays(act, inForce, { ...party, groupCompany })
  await act.db
    .insertInto('register.quote')
    .values({
      ...{ id, group_company: groupCompany },
      ...{ organisation_id: party.organisationId, person_id: party.personId, number: null, version: 0, state: 'draft' },
      ...{ enquiry_id: wish.enquiryId ?? null, opportunity_id: wish.opportunityId ?? null, order_id: null },
      quote_request_id: wish.requestId ?? null,
      ...{ language: 'fi', valid_until: addDays(dayInHelsinki(act.at), 30), payment_days: days, lines: '[]' },
      ...{
        net_cents: 0,
        vat_cents: 0,
        total_cents: 0,
        title: null,
        opening: null,
        terms: null,
        contact_person_id: null,
      },
      ...columnsSaid(act, wish),
      ...from,
      ...{ owner: act.by, entered_by: act.by, entered_at: act.at, changed_at: act.at, held_at: null },
    })
    .execute()
  await act.record({
    what: 'quote.drafted',
    about: id,
    detail: {
      person: party.personId,
      enquiry: wish.enquiryId ?? null,
      opportunity: wish.opportunityId ?? null,
      request: wish.requestId ?? null,
    },
  })
  if (wish.opportunityId) await followQuote(act, wish.opportunityId, party)
  if (wish.enquiryId) await followEnquiry(act as never, inForce, { id: wish.enquiryId, event: 'assignment' })
  const { given, contact = null } = wish
  if (given) await keepGiven(act, inForce, { party, contact, given, from, document: occasionOf(wish, id) })
  return id
}

// S6.2: the request itself, where it came as an enquiry; otherwise the quote that it led to.
function occasionOf({ enquiryId, requestId }: NewQuote, id: string): Occasioned {
  if (enquiryId) return { kind: 'enquiry', id: enquiryId }
  return requestId ? { kind: 'quote-request', id: requestId } : { kind: 'quote', id }
}

/** The columns of what was said; what was not said is left out. */
export function columnsSaid(act: Pick<Act<DealingsReach>, 'at'>, said: SaidInQuote) {
  const { contact, title, language, lines, validUntil, paymentDays, opening, terms } = said
  const valid_until = validUntil === undefined ? undefined : dayOf('validUntil', validUntil)
  if (valid_until && valid_until < dayInHelsinki(act.at))
    throw new Refusal('DATES_NOT_IN_ORDER', 422, { field: 'validUntil' })
  return {
    ...(contact === undefined ? {} : { contact_person_id: contact }),
    ...(title === undefined ? {} : { title: textOfDeal('com.quotes', title, 200) }),
    ...(language === undefined ? {} : { language }),
    ...(lines === undefined ? {} : pricedColumns(linesOf(lines))),
    ...(valid_until === undefined ? {} : { valid_until }),
    ...(paymentDays === undefined ? {} : { payment_days: wholeOf('paymentDays', paymentDays, [0, 365]) }),
    ...(opening === undefined ? {} : { opening: textOfDeal('com.quotes', opening) }),
    ...(terms === undefined ? {} : { terms: textOfDeal('com.quotes', terms) }),
  }
}
