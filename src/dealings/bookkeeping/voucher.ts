import type { Day } from '#platform/finnish-calendar'
import type { VatCategory } from '../lines.ts'
import type { Cents } from '../money.ts'
import { type Accounts, accountOf } from './accounts.ts'

/** A sale or a payment, as far as the books need it. */
export type Event =
  | {
      kind: 'invoice' | 'credit-note'
      number: string
      day: Day
      dueOn: Day | null
      reference: string | null
      name: string
      byVat: readonly { category: VatCategory; rate: number; net: Cents; vat: Cents }[]
      total: Cents
    }
  | { kind: 'payment'; number: string; day: Day; dueOn: null; reference: string | null; name: string; total: Cents }

/** One row of a voucher: cents, never negative; one side is zero. */
export interface Posting {
  kind: Event['kind']
  number: string
  day: Day
  account: string
  debit: Cents
  credit: Cents
  code: string
  rate: number | null
  text: string
  reference: string
  dueOn: Day | null
}

/** The postings of a sale or a payment: what is debited is what is credited. */
export function postingsOf(event: Event, accounts: Accounts): Posting[] {
  const { kind, number, day, dueOn, name: text } = event
  const post = (account: string, debit: Cents, { code = '', rate = null as number | null } = {}): Posting => ({
    ...{ kind, number, day, account, code, rate, text, dueOn, reference: event.reference ?? '' },
    debit: Math.max(debit, 0),
    credit: Math.max(-debit, 0),
  })
  if (event.kind === 'payment')
    return [post(accounts.bank, event.total), post(accounts.receivables, -event.total)].filter(hasSum)
  // An invoice that was entered as one sum says nothing of its tax: all of it is a sale without a code.
  const parts = event.byVat.length > 0 ? event.byVat : [{ category: null, rate: null, net: event.total, vat: 0 }]
  return [
    post(accounts.receivables, event.total),
    ...parts.flatMap(({ category, rate, net, vat }) => {
      const { account, code } =
        category === null
          ? { account: accountOf(accounts, 'S', -1).account, code: '' }
          : accountOf(accounts, category, rate)
      return [post(account, -net, { code, rate }), post(accounts.vat, -vat, { code, rate })]
    }),
  ].filter(hasSum)
}

function hasSum({ debit, credit }: Posting) {
  return debit !== 0 || credit !== 0
}
