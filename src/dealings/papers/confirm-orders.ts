import { sql } from 'kysely'
import { type LedgerTables, perform } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { Running } from '#statement'
import { whoWrites } from '#work'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { queuePaper } from './queue-paper.ts'

/** For how long an order without an address or without anybody to send it is looked at again, in days. */
const daysTried = 2

/**
 * S6.3: whoever accepted a quote on its page gets the confirmation of their order, as the page said, once and under the duty of whoever made
 * the quote. Where they have no address, or nobody answers for the quote any more, it waits at the desk. Answers how many were queued.
 */
export async function confirmOrders<T extends DealingsReach & LedgerTables>(register: Running<T>): Promise<number> {
  const running = register as unknown as Running<DealingsReach & LedgerTables> // its tables are among T's
  if (!running.current() || running.readOnly() !== null) return 0
  const since = new Date(running.now().getTime() - daysTried * 24 * 60 * 60 * 1000)
  const due = await rowsOf<{ id: string; owner: string | null }>(
    { db: running.db.as('worker') },
    sql`select quote.order_id as id, quote.owner from register.quote_version answer
      join register.quote on quote.id = answer.quote_id
      where answer.state = 'accepted' and answer.answered_via = 'page' and answer.answered_at > ${since} and quote.order_id is not null
        and not exists (select from register.paper_sent sent where sent.document = 'orders' and sent.document_id = quote.order_id)
      order by answer.answered_at limit 500`,
  )
  let queued = 0
  const faults: unknown[] = []
  for (const { id, owner } of due) {
    const who = owner && (await whoWrites(running as never, owner, ['com.orders']))
    if (!who) continue
    const went = await perform(running.db, who.occasion, (act) =>
      queuePaper(act, running, { document: 'orders', id }),
    ).catch((fault) => {
      if (!(fault instanceof Refusal)) faults.push(fault)
      return null
    })
    if (went) queued += 1
  }
  if (faults.length > 0) throw faults[0] // the others are on their way first
  return queued
}
