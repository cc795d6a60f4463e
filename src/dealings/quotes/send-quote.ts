import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import {
  followEnquiry,
  type InForce,
  type Party,
  partyOfDeal,
  type RegisterTables,
  refuseUnlessWriter,
} from '#register'
import { refuseEdited } from '../deal-parts.ts'
import { refuseRatesOutOfForce, totalsOf } from '../lines.ts'
import { nextNumber } from '../next-number.ts'
import { answerQuoteRequest } from '../quote-requests/answer-quote-request.ts'
import type { DealingsReach } from '../reach.ts'
import { type HeldQuote, lockedQuote } from './locked-quote.ts'
import { afterQuote } from './quote.ts'
import { hashOfContent, type QuoteContent } from './quote-content.ts'

export interface Sent {
  id: string
  version: number
  number: string
  hash: string
}

/**
 * Freezes a quote as its next version, which supersedes the one before it. The first version takes the quote's number; the enquiry and the
 * request that it answers are answered by the same deed.
 */
export async function sendQuote(
  act: Act<DealingsReach>,
  inForce: InForce,
  { id, revision }: { id: string; revision?: number | undefined },
): Promise<Sent> {
  refuseUnlessWriter(inForce, act, 'com.quotes')
  const held = await lockedQuote(act, id)
  refuseEdited(held, revision)
  const state = afterQuote('sending', held.state)
  if (!state) throw new Refusal('QUOTE_STATE', 409, { clause: 'S6.2', state: held.state })
  const asked = held.organisation_id ? { organisationId: held.organisation_id } : { personId: held.person_id ?? '' }
  const party = await partyOfDeal(act as unknown as Act<RegisterTables>, inForce, { field: 'com.quotes', ...asked })
  refuseUnfinished(act, held)

  const number = held.number ?? (await nextNumber(act, held.group_company, 'quote'))
  const content = await contentOf(act, held, { number, party })
  const hash = hashOfContent(content)
  await supersede(act, id)
  await act.db
    .insertInto('register.quote_version')
    .values({
      ...{ id: newId(act.at.getTime()), quote_id: id, group_company: held.group_company, version: content.version },
      ...{ organisation_id: held.organisation_id, person_id: held.person_id, state: 'sent', hash },
      ...{ content: JSON.stringify(content), valid_until: held.valid_until, total_cents: content.totals.total },
      ...{ sent_at: act.at, sent_by: act.by, answered_at: null, answered_via: null, answered_by: null },
      ...{ answered_name: null, reason: null, held_at: null },
    })
    .execute()
  await act.db
    .updateTable('register.quote')
    .set({ state, number, version: content.version, changed_at: act.at, revision: held.revision + 1 })
    .where('id', '=', id)
    .execute()
  await act.record({
    what: 'quote.sent',
    about: id,
    detail: { version: content.version, hash, person: held.person_id },
  })
  if (held.enquiry_id) await followEnquiry(act as never, inForce, { id: held.enquiry_id, event: 'answer' })
  if (held.quote_request_id) await answerQuoteRequest(act, held.quote_request_id, id)
  return { id, version: content.version, number, hash }
}

function refuseUnfinished(act: Act<DealingsReach>, { lines, valid_until }: HeldQuote) {
  const today = dayInHelsinki(act.at)
  if (lines.length === 0) throw new Refusal('VALUE_REQUIRED', 422, { field: 'lines', clause: 'S6.2' })
  if (valid_until < today) throw new Refusal('DATES_NOT_IN_ORDER', 422, { field: 'validUntil' })
  refuseRatesOutOfForce(lines, today)
}

async function contentOf(
  act: Act<DealingsReach>,
  held: HeldQuote,
  { number, party }: { number: string; party: Party },
): Promise<QuoteContent> {
  const firm = held.organisation_id
    ? await act.db
        .selectFrom('register.organisation')
        .select('business_id')
        .where('id', '=', held.organisation_id)
        .executeTakeFirst()
    : null
  return {
    ...{ number, version: held.version + 1, groupCompany: held.group_company, language: held.language },
    ...{ sentOn: dayInHelsinki(act.at), validUntil: held.valid_until, paymentDays: held.payment_days },
    buyer: { name: party.name, businessId: firm?.business_id ?? null },
    ...{ title: held.title, opening: held.opening, terms: held.terms },
    ...{ lines: held.lines, totals: totalsOf(held.lines) },
  }
}

async function supersede(act: Act<DealingsReach>, quoteId: string) {
  await act.db
    .updateTable('register.quote_version')
    .set({ state: 'superseded' })
    .where('quote_id', '=', quoteId)
    .where('state', '=', 'sent')
    .execute()
}
