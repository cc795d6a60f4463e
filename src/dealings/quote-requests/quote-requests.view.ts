import { sql } from 'kysely'
import type { Look } from '#ledger'
import { type Day, dayInHelsinki } from '#platform/finnish-calendar'
import { type InForce, refuseUnlessSees } from '#register'
import { chainOf } from '../chain.view.ts'
import { allowedOf, type PartySeen, partyColumns, sawParties, staffName } from '../deal-seen.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { eventsOfRequest, type QuoteRequestState } from './quote-request.ts'
import type { WishedLine } from './wished-lines.ts'

interface Row extends PartySeen {
  id: string
  state: QuoteRequestState
  title: string
  wish: string | null
  lines: WishedLine[]
  answerBy: Day | null
  wantedOn: Day | null
  buyerReference: string | null
  settledOn: Day | null
  reason: string | null
  groupCompany: string
  enquiry: string | null
  opportunity: string | null
  owner: string
  ownerName: string | null
  source: string
  enteredAt: string
  revision: number
  /** The quotes made of it, the newest first; those taken back too. */
  quotes: { id: string; number: string | null; state: string; title: string | null }[]
}

/** One request with its quotes, what may be done with it, and the line it stands on; null where this duty sees none such. */
export async function quoteRequestOf(look: Look<DealingsReach>, inForce: InForce, id: string) {
  refuseUnlessSees(inForce, look, ['com.quotes'])
  const sees = allowedOf(inForce, look)
  const [row] = await rowsOf<Row>(
    look,
    sql`select quote_request.id, quote_request.state, quote_request.title, quote_request.wish, quote_request.lines,
        quote_request.answer_by as "answerBy", quote_request.wanted_on as "wantedOn", quote_request.buyer_reference as "buyerReference",
        quote_request.settled_on as "settledOn", quote_request.reason, quote_request.group_company as "groupCompany",
        quote_request.enquiry_id as enquiry, quote_request.opportunity_id as opportunity, quote_request.owner,
        ${staffName(sql`quote_request.owner`)} as "ownerName", quote_request.source, quote_request.entered_at as "enteredAt",
        quote_request.revision, ${partyColumns(sees, 'quote_request')},
        (select coalesce(json_agg(json_build_object('id', made.id, 'number', made.number, 'state', made.state, 'title', made.title)
            order by made.entered_at desc), '[]')
          from register.quote made where made.quote_request_id = quote_request.id and made.binned_at is null) as quotes
      from register.quote_request where quote_request.id = ${id}::uuid and quote_request.binned_at is null`,
  )
  sawParties(look, row ? [row] : [], ['com.quotes'])
  if (!row) return null
  const mayWrite = sees('com.quotes', 'write')
  const hasQuote = row.quotes.some(({ state }) => state !== 'withdrawn')
  return {
    ...row,
    isLate: row.state === 'open' && row.answerBy !== null && row.answerBy < dayInHelsinki(look.at),
    events: mayWrite ? eventsOfRequest(row.state) : [],
    mayWrite,
    mayQuote: mayWrite && row.state === 'open',
    mayDiscard: mayWrite && row.state === 'open' && !hasQuote,
    chain: await chainOf(look, inForce, { request: id, opportunity: row.opportunity, enquiry: row.enquiry }),
  }
}
