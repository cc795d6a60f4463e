import { type LedgerTables, look, type Occasion } from '#ledger'
import type { Running } from '#statement'
import { publicQuoteOf } from '../quotes/public-quote.view.ts'
import type { QuoteLink } from '../quotes/quote-link.ts'
import type { DealingsReach } from '../reach.ts'
import { linesOnPaper, termsInWords, totalsOnPaper } from './lines-on-paper.ts'
import { paperPdf } from './paper-pdf.ts'
import { sellerOf } from './seller.view.ts'

/** The paper of a version of a quote, as its customer has it by the link: nothing is on it that the page does not show. */
export async function publicQuotePdf<T extends DealingsReach & LedgerTables>(
  register: Running<T>,
  link: QuoteLink,
): Promise<Buffer | null> {
  const running = register as unknown as Running<DealingsReach & LedgerTables> // its tables are among T's
  const published = running.current()
  if (!published) return null
  const occasion: Occasion = {
    ...{ by: 'customer', duty: 'intake', purpose: 'customer-communication', at: running.now() },
    under: String(published.version),
  }
  const seen = await look(running.db, occasion, async (view) => {
    const quote = await publicQuoteOf(view, link)
    if (!quote || quote.state === 'superseded' || quote.state === 'withdrawn') return null
    const { groupCompany, language } = quote.content
    return { quote, said: await sellerOf(view, published.statement, { groupCompany, kind: 'quote', language }) }
  })
  if (!seen) return null
  const { content } = seen.quote
  const { language, lines } = content
  return paperPdf({
    ...{ kind: 'quote', language, number: content.number, day: content.sentOn, validUntil: content.validUntil },
    ...{ seller: seen.said.seller, buyer: { ...content.buyer, address: null }, payment: null },
    ...{ lines: linesOnPaper(lines, { language, codes: new Map() }), totals: totalsOnPaper(lines) },
    terms: { payment: termsInWords(content.paymentDays, language) },
    opening: [content.title, content.opening].filter(Boolean).join('\n\n') || null,
    closing: [content.terms, seen.said.closing].filter(Boolean).join('\n\n') || null,
  })
}
