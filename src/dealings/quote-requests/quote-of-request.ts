import { sql } from 'kysely'
import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import { Refusal } from '#platform/refusal'
import { type InForce, partyBehind, refuseUnlessWriter } from '#register'
import { vatRatesOn } from '../lines.ts'
import { pricesOf } from '../products/prices.view.ts'
import type { Begun, MadeOf } from '../quotes/begun-quote.ts'
import { draftQuote } from '../quotes/draft-quote.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { lockedQuoteRequest } from './locked-quote-request.ts'
import { type Priced, quotedLines, type WishedLine } from './wished-lines.ts'

/**
 * S6.2: begins the quote that answers a request, with its customer, its lines at today's prices and where it came from. A second press, or
 * a colleague's, answers the same draft. Refuses a request that is closed (QUOTE_REQUEST_STATE).
 */
export async function quoteFromRequest(
  act: Act<DealingsReach>,
  inForce: InForce,
  { id, company }: MadeOf,
): Promise<Begun> {
  refuseUnlessWriter(inForce, act, 'com.quotes')
  const asked = await lockedQuoteRequest(act, id)
  const begun = await act.db
    .selectFrom('register.quote')
    .select('id')
    .where('quote_request_id', '=', id)
    .where('state', '=', 'draft')
    .where('binned_at', 'is', null)
    .executeTakeFirst()
  if (begun) return { id: begun.id, isNew: false }
  if (asked.state !== 'open') throw new Refusal('QUOTE_REQUEST_STATE', 409, { clause: 'S6.2', state: asked.state })
  const organisationId = company ?? asked.organisation_id
  const { contact, ...party } = organisationId
    ? { organisationId, contact: asked.organisation_id ? asked.contact_person_id : asked.person_id }
    : await partyBehind(act as never, asked.person_id ?? '')
  const quote = await draftQuote(act, inForce, {
    ...{ ...party, contact, title: asked.title, groupCompany: asked.group_company, requestId: id },
    ...{ source: asked.source, sourceNote: asked.source_note ?? undefined },
    ...(asked.enquiry_id ? { enquiryId: asked.enquiry_id, ...(await languageOf(act, asked.enquiry_id)) } : {}),
    ...(asked.opportunity_id ? { opportunityId: asked.opportunity_id } : {}),
    lines: await pricedLines(act, asked.lines, { groupCompany: asked.group_company, organisationId }),
  })
  return { id: quote, isNew: true }
}

/** The one open request of an enquiry or an opportunity for which nobody has begun a quote; null where there is none, or several. */
export async function requestToAnswer(
  act: Act<DealingsReach>,
  column: 'enquiry_id' | 'opportunity_id',
  id: string,
): Promise<string | null> {
  const [asked, another] = await rowsOf<{ id: string }>(
    act,
    sql<{
      id: string
    }>`select id from register.quote_request where ${sql.ref(column)} = ${id}::uuid and state = 'open' and binned_at is null
      and (${column} = 'enquiry_id' or not exists (
        select from register.quote where quote.quote_request_id = quote_request.id and quote.state = 'draft' and quote.binned_at is null))
      limit 2`,
  )
  return asked && !another ? asked.id : null
}

async function pricedLines(
  act: Act<DealingsReach>,
  lines: readonly WishedLine[],
  whose: { groupCompany: string; organisationId: string | null },
) {
  const on = dayInHelsinki(act.at)
  const [rate = 2550] = vatRatesOn(on)
  const wanted = lines.flatMap(({ product }) => (product ? [product] : []))
  if (wanted.length === 0) return quotedLines(lines, new Map(), rate)
  const prices = await pricesOf(act, wanted, { ...whose, on })
  const products = await act.db
    .selectFrom('register.product')
    .select(['id', 'vat_category', 'vat_rate'])
    .where('id', 'in', wanted)
    .execute()
  const priced = products.map((one): [string, Priced] => [
    one.id,
    { unitPrice: prices.get(one.id)?.unitPrice ?? 0, vatRate: one.vat_rate, vatCategory: one.vat_category },
  ])
  return quotedLines(lines, new Map(priced), rate)
}

async function languageOf(act: Act<DealingsReach>, enquiryId: string): Promise<{ language?: Language }> {
  const came = await act.db
    .selectFrom('register.enquiry')
    .select('language')
    .where('id', '=', enquiryId)
    .executeTakeFirst()
  return came ? { language: came.language } : {}
}
