import { sql } from 'kysely'
import type { Look } from '#ledger'
import { type Day, dayInHelsinki } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import { type InForce, refuseUnlessSees } from '#register'
import { chainOf } from '../chain.view.ts'
import { allowedOf, type PartySeen, partyColumns, sawParties, staffName } from '../deal-seen.ts'
import { type Line, totalsOf } from '../lines.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { eventsOfQuote, type QuoteState, stateFound, type VersionState } from './quote.ts'
import type { QuoteContent } from './quote-content.ts'

interface Row extends PartySeen {
  id: string
  number: string | null
  version: number
  state: QuoteState
  title: string | null
  language: Language
  lines: Line[]
  validUntil: Day
  paymentDays: number
  opening: string | null
  terms: string | null
  groupCompany: string
  enquiry: string | null
  opportunity: string | null
  request: string | null
  order: string | null
  owner: string | null
  ownerName: string | null
  source: string
  revision: number
}

export interface VersionSeen {
  version: number
  state: VersionState
  content: QuoteContent
  hash: string
  validUntil: Day
  sentAt: string
  sentByName: string | null
  answeredAt: string | null
  answeredVia: 'page' | 'desk' | null
  answeredName: string | null
  reason: string | null
}

/** One quote with its versions, what may be done with it, and the line it stands on; null where this duty sees none such. */
export async function quoteOf(look: Look<DealingsReach>, inForce: InForce, id: string) {
  refuseUnlessSees(inForce, look, ['com.quotes'])
  const sees = allowedOf(inForce, look)
  const [row] = await rowsOf<Row>(
    look,
    sql`select quote.id, quote.number, quote.version, quote.state, quote.title, quote.language, quote.lines, quote.opening, quote.terms,
        quote.valid_until as "validUntil", quote.payment_days as "paymentDays", quote.group_company as "groupCompany",
        quote.enquiry_id as enquiry, quote.opportunity_id as opportunity, quote.quote_request_id as request, quote.order_id as "order", quote.owner,
        ${staffName(sql`quote.owner`)} as "ownerName", quote.source, quote.entered_at as "enteredAt", quote.changed_at as "changedAt",
        quote.revision, ${partyColumns(sees, 'quote')}
      from register.quote where quote.id = ${id}::uuid`,
  )
  sawParties(look, row ? [row] : [], ['com.quotes'])
  if (!row) return null
  const versions = await versionsOf(look, id)
  const today = dayInHelsinki(look.at)
  const found = versions.map((one) => ({ ...one, state: stateFound(one, today) }))
  const waits = found.some(({ state }) => state === 'sent')
  const mayWrite = sees('com.quotes', 'write')
  return {
    ...row,
    state: row.state === 'sent' && !waits ? ('expired' as const) : row.state,
    totals: totalsOf(row.lines),
    versions: found,
    events: mayWrite ? eventsOfQuote(row.state, waits) : [],
    may: { owner: mayWrite && ['draft', 'sent'].includes(row.state) },
    mayOrder: sees('com.orders', 'write'),
    chain: await chainOf(look, inForce, { ...row, quote: id }),
  }
}

async function versionsOf(look: Look<DealingsReach>, quoteId: string): Promise<VersionSeen[]> {
  return rowsOf<VersionSeen>(
    look,
    sql`select version, state, content, hash, valid_until as "validUntil", sent_at as "sentAt", ${staffName(sql`sent_by`)} as "sentByName",
        answered_at as "answeredAt", answered_via as "answeredVia", answered_name as "answeredName", reason
      from register.quote_version where quote_id = ${quoteId}::uuid order by version desc`,
  )
}
