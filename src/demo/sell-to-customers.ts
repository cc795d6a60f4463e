import {
  acceptQuote,
  addToContactList,
  declineQuote,
  draftQuote,
  enterContract,
  enterOrder,
  moveContract,
  moveDelivery,
  moveOrder,
  openAssignment,
  planDelivery,
  sendQuote,
} from '#dealings'
import { type Act, type Occasion, perform } from '#ledger'
import { addDays, addMonths, dayInHelsinki } from '#platform/finnish-calendar'
import type { InForce } from '#register'
import type { Running } from '#statement'
import type { Database } from '../database.ts'

interface Company {
  id: string
  daysAgo: number
  /** Somebody who works there. */
  contact: string | null
}

interface Selling {
  rules: InForce
  customers: readonly Company[]
  prospects: readonly Company[]
  /** Ids by their codes. */
  products: ReadonlyMap<string, string>
  /** Whom the assignments are given to. */
  fitter: string
  as(by: 'saku' | 'helmi', daysAgo: number): Occasion
}

type Doing = <R>(occasion: Occasion, deed: (act: Act<never>) => Promise<R>) => Promise<R>

const line = (id: string, text: string, unit: string, quantity: number, euros: number) => {
  return { id, text, unit, quantity: quantity * 1000, unitPrice: euros * 10_000, vatRate: 2550 }
}
const wares = [
  [line('a', 'Ilma-vesilämpöpumppu 12 kW', 'kpl', 1, 7850), line('b', 'Asennus ja käyttöönotto', 'h', 16, 72)],
  [line('a', 'Lämpöpumppu, sisäyksikkö', 'kpl', 4, 1290), line('b', 'Asennus', 'h', 12, 72)],
  [line('a', 'Aurinkopaneeli 430 W', 'kpl', 24, 118), line('b', 'Invertteri 10 kW', 'kpl', 1, 1640)],
  [line('a', 'Latausasema 22 kW', 'kpl', 3, 890), line('b', 'Sähkötyöt', 'h', 9, 68)],
] as const
const codes = [
  ['VILP-12', 'ASENNUS'],
  ['LP-08', 'ASENNUS'],
  ['AP-430', 'INV-10'],
  ['LATAUS-22', 'ASENNUS'],
] as const
const titles = ['Lämmityksen uusinta', 'Toimitilan lämpöpumput', 'Aurinkosähkö katolle', 'Sähköautojen latauspisteet']

/** From quotes to deliveries, contracts and assignments: each customer stands at another place on the way. */
export async function sellToCustomers(register: Running<Database>, selling: Selling) {
  const doing: Doing = (occasion, deed) => perform(register.db, occasion, (act) => deed(act as unknown as Act<never>))
  for (const [n, company] of selling.customers.slice(-24).entries()) {
    const start = Math.min(company.daysAgo - 1, 12 + ((n * 17) % 140))
    if (n % 6 === 5) await contractWith(doing, selling, { company, n, start })
    else await sellTo(doing, selling, { company, n, start })
  }
  for (const [n, company] of selling.prospects.slice(-10).entries()) {
    const start = Math.min(company.daysAgo - 1, 2 + ((n * 5) % 55))
    await quoteTo(doing, selling, { company, n, start, isSent: n % 3 !== 0 })
  }
}

interface Sale {
  company: Company
  n: number
  start: number
}

async function quoteTo(doing: Doing, { rules, products, as }: Selling, sale: Sale & { isSent: boolean }) {
  const { company, n, start, isSent } = sale
  const lines = wares[n % 4]?.map((one, at) => ({ ...one, product: products.get(codes[n % 4]?.[at] ?? '') }))
  const id = await doing(as('saku', start), (act) =>
    draftQuote(act, rules, {
      ...{ organisationId: company.id, contact: company.contact, title: titles[n % 4] ?? '', lines },
      ...{ paymentDays: n % 4 === 0 ? 30 : 14, terms: 'Toimitusaika 3–4 viikkoa tilauksesta. Takuu kaksi vuotta.' },
      opening: 'Kiitos tarjouspyynnöstä. Tarjoamme kohteeseen seuraavaa:',
    }),
  )
  if (isSent) await doing(as('saku', start), (act) => sendQuote(act, rules, { id }))
  return id
}

async function sellTo(doing: Doing, selling: Selling, { company, n, start }: Sale) {
  const { rules, as } = selling
  const quoteId = await quoteTo(doing, selling, { company, n, start, isSent: true })
  const answer = { quoteId, version: 1, via: 'desk' as const, name: 'Toimitusjohtaja' }
  if (n % 6 === 0) return
  if (n % 6 === 1) {
    await doing(as('saku', start - 4), (act) => declineQuote(act, { ...answer, reason: 'Hankinta siirtyi.' }))
    return
  }
  const { orderId } = await doing(as('saku', start - 5), (act) => acceptQuote(act, { ...answer, source: 'order' }))
  if (n % 6 === 2) return
  const isAll = n % 6 === 4
  const [wareA, wareB] = wares[n % 4] ?? wares[0]
  const lines = isAll
    ? [
        { line: 'a', quantity: wareA.quantity },
        { line: 'b', quantity: wareB.quantity },
      ]
    : [{ line: 'a', quantity: wareA.quantity }]
  const id = await doing(as('helmi', start - 8), (act) =>
    planDelivery(act, rules, { orderId, lines, note: 'Soita tuntia ennen.' }),
  )
  await doing(as('helmi', start - 9), (act) => moveDelivery(act, rules, { id, event: 'delivery' }))
  if (isAll) await doing(as('saku', start - 10), (act) => moveOrder(act, rules, { id: orderId, event: 'closure' }))
  else
    await doing(as('helmi', 1), (act) =>
      planDelivery(act, rules, { orderId, lines: [{ line: 'b', quantity: wareB.quantity }] }),
    )
}

async function contractWith(doing: Doing, { rules, as, fitter }: Selling, { company, n, start }: Sale) {
  const { id: organisationId, contact } = company
  const order = await doing(as('saku', start), (act) =>
    enterOrder(act, rules, {
      ...{ organisationId, title: 'Huolto ja ylläpito', lines: [line('a', 'Vuosihuolto', 'kpl', 1, 480)] },
      ...(contact ? { contact } : {}),
    }),
  )
  const startsOn = dayInHelsinki(as('saku', start).at)
  const contractId = await doing(as('saku', start - 1), (act) =>
    enterContract(act, rules, {
      ...{ organisationId, contact, orderId: order.id, title: 'Lämpöpumppujen huoltosopimus', startsOn },
      ...{ endsOn: addDays(addMonths(startsOn, n % 2 ? 12 : 6), -1), renewal: 'automatic', renewalMonths: 12 },
      ...{ noticeMonths: n % 2 ? 1 : 3, billingMonths: 12, lines: [line('a', 'Vuosihuolto', 'kpl', 1, 480)] },
      text: 'Kaksi käyntiä vuodessa: suodattimet, kylmäainepiirin tarkastus ja säädöt. Varaosat laskutetaan erikseen.',
    }),
  )
  await doing(as('saku', start - 2), (act) => moveContract(act, rules, { id: contractId, event: 'signing' }))
  const assignmentId = await doing(as('helmi', Math.max(start - 6, 1)), (act) =>
    openAssignment(act, rules, {
      ...{ organisationId, contractId, orderId: order.id, title: 'Syyshuolto' },
      text: 'Käydään läpi ulko- ja sisäyksiköt.',
    }),
  )
  await doing(as('helmi', Math.max(start - 6, 1)), (act) =>
    addToContactList(act, rules, { assignmentId, staff: fitter, task: 'Asentaja' }),
  )
  if (contact)
    await doing(as('helmi', Math.max(start - 6, 1)), (act) =>
      addToContactList(act, rules, { assignmentId, person: contact, task: 'Päästää sisään' }),
    )
}
