import { type LedgerTables, type Occasion, perform } from '#ledger'
import type { Refusal } from '#platform/refusal'
import { inForce, refuseUnlessWriter } from '#register'
import type { Running } from '#statement'
import { billContract } from '../contracts/bill-contract.ts'
import { issueInvoice } from '../invoices/issue-invoice.ts'
import { billOrder } from '../orders/bill-order.ts'
import { queuePaper } from '../papers/queue-paper.ts'
import type { DealingsReach } from '../reach.ts'

type Tables = DealingsReach & LedgerTables

export interface BillingRound {
  items: readonly { kind: 'order' | 'contract'; id: string }[]
  /** How far each goes: a draft, issued, or issued and sent. */
  until: 'draft' | 'issued' | 'sent'
}

export interface Billed {
  kind: 'order' | 'contract'
  id: string
  invoice: string | null
  number: string | null
  sent: boolean
  /** What stopped it, where it did not get as far as asked. */
  refused: Refusal | null
}

/**
 * Bills many, each on its own: what one is refused for does not stop the others, and what it got to stays;
 * `refusalOf` says and logs what nobody expected. A second round bills nothing
 * twice, for each order and period is billed under a lock once.
 */
export async function billMany(
  running: Running<Tables>,
  occasion: Occasion,
  { items, until }: BillingRound,
  refusalOf: (fault: unknown) => Refusal,
): Promise<Billed[]> {
  refuseUnlessWriter(inForce(running), occasion, 'com.invoicing')
  const done: Billed[] = []
  for (const item of items) {
    const billed: Billed = { ...item, invoice: null, number: null, sent: false, refused: null }
    done.push(billed)
    try {
      billed.invoice = (await perform(running.db, occasion, (act) => draft(act, running, item))).id
      if (until === 'draft') continue
      const wish = { id: billed.invoice }
      billed.number = (await perform(running.db, occasion, (act) => issueInvoice(act, inForce(running), wish))).number
      if (until === 'issued') continue
      await perform(running.db, occasion, (act) => queuePaper(act, running, { document: 'invoices', ...wish }))
      billed.sent = true
    } catch (fault) {
      billed.refused = refusalOf(fault)
    }
  }
  return done
}

function draft(
  act: Parameters<typeof billOrder>[0],
  running: Running<Tables>,
  { kind, id }: BillingRound['items'][number],
) {
  return kind === 'order' ? billOrder(act, inForce(running), { orderId: id }) : billContract(act, inForce(running), id)
}
