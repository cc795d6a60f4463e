import type { Look } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import type { DealingsReach } from '../reach.ts'
import { stateFound, type VersionState } from './quote.ts'
import type { QuoteContent } from './quote-content.ts'
import type { QuoteLink } from './quote-link.ts'

/** A version as its customer finds it today. */
export interface PublicQuote {
  state: VersionState
  content: QuoteContent
  hash: string
  answeredAt: Date | null
  answeredName: string | null
  orderNumber: string | null
  /** Whose card an address given with the acceptance goes on; null: nobody's, and none is asked. */
  gives: 'buyer' | 'contact' | null
}

/** The version that a link shows, exactly as it was sent; null where it is not there any more. */
export async function publicQuoteOf(look: Look<DealingsReach>, link: QuoteLink): Promise<PublicQuote | null> {
  const held = await look.db
    .selectFrom('register.quote_version')
    .select(['person_id', 'state', 'content', 'hash', 'valid_until', 'answered_at', 'answered_name'])
    .where('quote_id', '=', link.quoteId)
    .where('version', '=', link.version)
    .executeTakeFirst()
  look.saw(held?.person_id ? [held.person_id] : [], held?.person_id ? ['com.quotes'] : [])
  if (!held) return null
  const state = stateFound({ state: held.state, validUntil: held.valid_until }, dayInHelsinki(look.at))
  return {
    ...{
      state,
      content: held.content,
      hash: held.hash,
      answeredAt: held.answered_at,
      answeredName: held.answered_name,
    },
    gives: held.person_id ? 'buyer' : (await hasContact(look, link.quoteId)) ? 'contact' : null,
    orderNumber: state === 'accepted' ? await numberOfOrder(look, link.quoteId) : null,
  }
}

async function hasContact({ db }: Look<DealingsReach>, quoteId: string): Promise<boolean> {
  const quote = await db
    .selectFrom('register.quote')
    .select('contact_person_id')
    .where('id', '=', quoteId)
    .executeTakeFirst()
  return Boolean(quote?.contact_person_id)
}

async function numberOfOrder({ db }: Look<DealingsReach>, quoteId: string): Promise<string | null> {
  const order = await db
    .selectFrom('register.sales_order')
    .select('number')
    .where('quote_id', '=', quoteId)
    .where('state', '<>', 'cancelled')
    .executeTakeFirst()
  return order?.number ?? null
}
