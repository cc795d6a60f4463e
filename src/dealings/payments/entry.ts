import { createHash } from 'node:crypto'
import type { Day } from '#platform/finnish-calendar'
import type { Cents } from '../money.ts'

/** One payment as the bank tells it. */
export interface Entry {
  /** The account it came to, as the file says it. */
  account: string
  /** Negative: the bank took back what it had given. */
  amountCents: Cents
  paidOn: Day
  /** The day the bank booked it: the same in each of its files. */
  bookedOn: Day
  /** As written; may be none, or no reference number at all. */
  reference: string | null
  payerName: string | null
  message: string | null
  archiveCode: string | null
  /** The code of the batch that it stands in, where it has none of its own. */
  batchCode?: string | null
}

export interface PaymentFile {
  format: 'camt.054' | 'ktl'
  entries: Entry[]
}

/**
 * A digest of each entry: the same payment in another file has the same one, and two alike in one file differ by their turn. It never
 * changes from version to version: by it what was taken long ago is known again.
 */
export function digestsOf(entries: readonly Entry[]): string[] {
  const turns = new Map<string, number>()
  return entries.map((entry) => {
    const { account, archiveCode, batchCode, paidOn, amountCents, reference, payerName, message } = entry
    const code = archiveCode ?? batchCode ?? null
    const said = JSON.stringify([account, code, paidOn, amountCents, reference, payerName, code ? null : message])
    const turn = (turns.get(said) ?? 0) + 1
    turns.set(said, turn)
    return createHash('sha256').update(`${said} ${turn}`).digest('hex')
  })
}
