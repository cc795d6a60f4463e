import { addWarranty, closeComplaint, enterInvoice, openComplaint, setInvoicing, settleInvoice } from '#dealings'
import { type Act, type Occasion, perform } from '#ledger'
import { addDays, dayInHelsinki } from '#platform/finnish-calendar'
import { circumstances } from '#recipients'
import type { InForce } from '#register'
import type { Running } from '#statement'
import type { Database } from '../database.ts'

interface Selling {
  rules: InForce
  /** Ids of companies that are customers, and how many days ago each became one. */
  customers: readonly { id: string; daysAgo: number }[]
  /** Ids by their codes. */
  products: ReadonlyMap<string, string>
  as(by: 'bo' | 'helmi', daysAgo: number): Occasion
}

const pumps = [
  ['LP-08', 'Ilmalämpöpumppu 8 kW'],
  ['VILP-12', 'Vesi-ilmalämpöpumppu 12 kW'],
  ['MLP-30', 'Maalämpöpumppu 30 kW'],
] as const
const troubles = [
  ['LP-08', 'Ulkoyksikkö pitää ääntä yöllä.', 'Tuulettimen laakeri vaihdettiin.'],
  ['VILP-12', 'Pumppu jää sulatukselle, eikä lämmitä.', 'Anturi vaihdettiin takuuna.'],
  ['LATAUS-22', 'Latausasema katkaisee latauksen kesken.', 'Ohjelmisto päivitettiin.'],
  ['LP-08', 'Kaukosäädin ei saa yhteyttä laitteeseen.', 'Säädin vaihdettiin.'],
] as const

/** What the customers bought: paid and open invoices, one in collection, warranties, and now and then a complaint. */
export async function dealWithCustomers(register: Running<Database>, { rules, customers, products, as }: Selling) {
  const doing = <R>(occasion: Occasion, deed: (act: Act<never>) => Promise<R>) =>
    perform(register.db, occasion, (act) => deed(act as unknown as Act<never>))

  await doing(as('bo', 728), (act) => setInvoicing(act, rules, { collector: 'Saatavahovi Oy' }))
  const about = await circumstances(register)
  for (const [n, { id: organisationId, daysAgo }] of customers.entries()) {
    const issued = Math.max(daysAgo - 20, 1)
    const billed = as('bo', issued)
    const issuedOn = dayInHelsinki(billed.at)
    const amountCents = 48_000 + ((n * 7919) % 900) * 1000
    const netCents = Math.round(amountCents / 1.255)
    const invoice = await doing(billed, (act) =>
      enterInvoice(act, rules, {
        ...{ organisationId, number: String(20_001 + n), issuedOn, dueOn: addDays(issuedOn, 14) },
        ...{ amountCents, netCents, text: n % 2 ? 'Lämpöpumpun huolto' : 'Lämpöpumppu' },
      }),
    )
    if (issued > 30) {
      const event = n === 5 ? 'collection' : 'payment'
      await doing(as('bo', issued - 12), (act) => settleInvoice(act, rules, { id: invoice.id, event, about }))
    }
    const [sku, item] = pumps[n % pumps.length] ?? pumps[0]
    if (n % 2 === 0)
      await doing(as('helmi', issued), (act) =>
        addWarranty(act, rules, {
          ...{ organisationId, item, product: products.get(sku), serial: `V${2400 + n}-${sku}` },
          ...{ startsOn: issuedOn, endsOn: addDays(issuedOn, 3 * 365) },
        }),
      )
    if (n % 4 === 1) {
      const [about, text, outcome] = troubles[((n - 1) / 4) % troubles.length] ?? troubles[0]
      const complaint = await doing(as('helmi', Math.max(issued - 5, 1)), (act) =>
        openComplaint(act, rules, { organisationId, text, product: products.get(about) }),
      )
      if (n % 3 !== 0)
        await doing(as('helmi', Math.max(issued - 9, 1)), (act) =>
          closeComplaint(act, rules, { id: complaint, outcome, resolution: 'repaired' }),
        )
    }
  }
}
