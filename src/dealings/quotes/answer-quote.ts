import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import { pricedColumns } from '../deal-parts.ts'
import { winWithQuote } from '../opportunities/change-opportunity.ts'
import { placeOrder } from '../orders/place-order.ts'
import type { DealingsReach } from '../reach.ts'
import { type HeldQuote, lockedQuote, waitingVersion } from './locked-quote.ts'
import { isAnswerable } from './quote.ts'
import type { QuoteContent } from './quote-content.ts'

/** How the customer answered: on the page by themselves, or by phone or on paper to somebody at the desk. */
export interface Answer {
  quoteId: string
  /** The version they read. */
  version: number
  via: 'page' | 'desk'
  /** Who says so, as they write their name; nobody has to say it to decline. */
  name: string | null
}

export interface Accepted {
  orderId: string
  personId: string | null
  groupCompany: string
  /** What it was about, in a few words. */
  productGroup: string
  /** False where it had been accepted before: nothing was done again. */
  isNew: boolean
}

/** S6.3: a quote is accepted, and becomes an order in the same deed. To accept it once more changes nothing. */
export async function acceptQuote(
  act: Act<DealingsReach>,
  { source, ...answer }: Answer & { source: string },
): Promise<Accepted> {
  const held = await lockedQuote(act, answer.quoteId)
  const { person_id: personId, group_company: groupCompany } = held
  const before = await acceptedBefore(act, held, answer.version)
  if (before) return { orderId: before, personId, groupCompany, productGroup: productGroupOf(held), isNew: false }

  const { id, content, hash } = await answerable(act, answer)
  await act.db
    .updateTable('register.quote_version')
    .set({ state: 'accepted', ...answered(act, answer) })
    .where('id', '=', id)
    .execute()
  const orderId = await placeOrder(act, {
    ...{ groupCompany, organisationId: held.organisation_id, personId, contact: held.contact_person_id },
    ...{ opportunityId: held.opportunity_id, quoteId: held.id, quoteVersion: answer.version, owner: held.owner },
    ...{ buyerName: content.buyer.name, title: content.title, language: content.language, lines: content.lines },
    ...{ paymentDays: content.paymentDays, terms: content.terms, from: { source, source_note: null } },
  })
  await act.db
    .updateTable('register.quote')
    .set({
      state: 'accepted',
      order_id: orderId,
      ...asAgreed(content),
      changed_at: act.at,
      revision: held.revision + 1,
    })
    .where('id', '=', held.id)
    .execute()
  await act.record({
    what: 'quote.accepted',
    about: held.id,
    detail: { version: answer.version, hash, via: answer.via, order: orderId },
  })
  if (held.opportunity_id) await winWithQuote(act, held.opportunity_id)
  return { orderId, personId, groupCompany, productGroup: productGroupOf(content), isNew: true }
}

/** The customer declines. To decline once more changes nothing; answers whether it was new. */
export async function declineQuote(
  act: Act<DealingsReach>,
  { reason, ...answer }: Answer & { reason: string | null },
): Promise<boolean> {
  const held = await lockedQuote(act, answer.quoteId)
  if (await isIn(act, answer, 'declined')) return false
  const { id } = await answerable(act, answer)
  await act.db
    .updateTable('register.quote_version')
    .set({ state: 'declined', ...answered(act, answer), reason })
    .where('id', '=', id)
    .execute()
  // A next version that is being written goes on: it may answer just this.
  const state = held.state === 'draft' ? 'draft' : 'declined'
  await act.db
    .updateTable('register.quote')
    .set({ state, changed_at: act.at, revision: held.revision + 1 })
    .where('id', '=', held.id)
    .execute()
  await act.record({ what: 'quote.declined', about: held.id, detail: { version: answer.version, via: answer.via } })
  return true
}

async function answerable(act: Act<DealingsReach>, { quoteId, version }: Answer) {
  const waits = await waitingVersion(act, quoteId)
  if (!waits || waits.version !== version) throw new Refusal('QUOTE_NOT_ANSWERABLE', 409, { clause: 'S6.2' })
  const today = dayInHelsinki(act.at)
  if (!isAnswerable({ state: waits.state, validUntil: waits.valid_until }, today))
    throw new Refusal('QUOTE_EXPIRED', 409, { clause: 'S6.2', day: waits.valid_until })
  return waits
}

async function acceptedBefore(act: Act<DealingsReach>, held: HeldQuote, version: number): Promise<string | null> {
  if (held.state !== 'accepted' || !held.order_id) return null
  return (await isIn(act, { quoteId: held.id, version }, 'accepted')) ? held.order_id : null
}

async function isIn(
  act: Act<DealingsReach>,
  { quoteId, version }: Pick<Answer, 'quoteId' | 'version'>,
  state: 'accepted' | 'declined',
) {
  const found = await act.db
    .selectFrom('register.quote_version')
    .select('id')
    .where('quote_id', '=', quoteId)
    .where('version', '=', version)
    .where('state', '=', state)
    .executeTakeFirst()
  return found !== undefined
}

function answered(act: Act<DealingsReach>, { via, name }: Answer) {
  const by = via === 'desk' ? { answered_by: act.by } : {}
  return { answered_at: act.at, answered_via: via, answered_name: name, ...by }
}

function productGroupOf({ title, lines }: Pick<QuoteContent, 'title' | 'lines'>): string {
  return (title || lines[0]?.text || '–').slice(0, 100)
}

// Whatever was being written meanwhile gives way to what was agreed.
function asAgreed({ title, language, validUntil, paymentDays, opening, terms, lines }: QuoteContent) {
  return {
    title,
    language,
    valid_until: validUntil,
    payment_days: paymentDays,
    opening,
    terms,
    ...pricedColumns(lines),
  }
}
