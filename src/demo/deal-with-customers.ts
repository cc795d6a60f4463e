import { addWarranty, closeComplaint, enterInvoice, openComplaint, settleInvoice } from '#dealings'
import { type Act, type Occasion, perform } from '#ledger'
import { addDays, dayInHelsinki } from '#platform/finnish-calendar'
import type { InForce } from '#register'
import type { Running } from '#statement'
import type { Database } from '../database.ts'

interface Selling {
  rules: InForce
  /** Ids of companies that are customers, and how many days ago each became one. */
  customers: readonly { id: string; daysAgo: number }[]
  as(by: 'bo' | 'helmi', daysAgo: number): Occasion
}

/** What the customers bought: paid and open invoices, one in collection, warranties, and now and then a complaint. */
export async function dealWithCustomers(register: Running<Database>, { rules, customers, as }: Selling) {
  const doing = <R>(occasion: Occasion, deed: (act: Act<never>) => Promise<R>) =>
    perform(register.db, occasion, (act) => deed(act as unknown as Act<never>))

  for (const [n, { id: organisationId, daysAgo }] of customers.entries()) {
    const issued = Math.max(daysAgo - 20, 1)
    const billed = as('bo', issued)
    const issuedOn = dayInHelsinki(billed.at)
    const invoice = await doing(billed, (act) =>
      enterInvoice(act, rules, {
        ...{ organisationId, number: String(20_001 + n), issuedOn, dueOn: addDays(issuedOn, 14) },
        ...{ amountCents: 48_000 + ((n * 7919) % 900) * 1000, text: n % 2 ? 'Lämpöpumpun huolto' : 'Lämpöpumppu' },
      }),
    )
    if (issued > 30) {
      const event = n === 5 ? 'collection' : 'payment'
      await doing(as('bo', issued - 12), (act) => settleInvoice(act, rules, { id: invoice.id, event }))
    }
    if (n % 2 === 0)
      await doing(as('helmi', issued), (act) =>
        addWarranty(act, rules, {
          ...{ organisationId, item: 'Lämpöpumppu', startsOn: issuedOn, endsOn: addDays(issuedOn, 3 * 365) },
        }),
      )
    if (n % 9 === 4) {
      const complaint = await doing(as('helmi', Math.max(issued - 5, 1)), (act) =>
        openComplaint(act, rules, { organisationId, text: 'Ulkoyksikkö pitää ääntä yöllä.' }),
      )
      if (n % 2 === 0)
        await doing(as('helmi', Math.max(issued - 9, 1)), (act) =>
          closeComplaint(act, rules, { id: complaint, outcome: 'Tuulettimen laakeri vaihdettiin.' }),
        )
    }
  }
}
