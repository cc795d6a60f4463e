import { sql } from 'kysely'
import type { Look } from '#ledger'
import type { InForce, LedTo } from '#register'
import { allowedOf } from './deal-seen.ts'
import type { DealingsReach } from './reach.ts'
import { rowsOf } from './rows.ts'

/** S6.2: the request for a quote and the opportunity that an enquiry became, as far as this duty sees them; null where there is none. */
export async function enquiryLedTo(look: Look<DealingsReach>, inForce: InForce, enquiry: string): Promise<LedTo> {
  if (!allowedOf(inForce, look)('com.quotes')) return { quoteRequest: null, opportunity: null }
  const [led] = await rowsOf<LedTo>(
    look,
    sql`select
      (select id from register.quote_request where enquiry_id = ${enquiry}::uuid and binned_at is null limit 1) as "quoteRequest",
      (select id from register.opportunity where enquiry_id = ${enquiry}::uuid and binned_at is null limit 1) as opportunity`,
  )
  return led ?? { quoteRequest: null, opportunity: null }
}
