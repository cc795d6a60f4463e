import { draftQuote, moveQuoteRequest, openQuoteRequest, sendQuote } from '#dealings'
import { type Act, type Occasion, perform } from '#ledger'
import { addDays, dayInHelsinki } from '#platform/finnish-calendar'
import type { InForce } from '#register'
import type { Running } from '#statement'
import type { Database } from '../database.ts'

interface Asking {
  rules: InForce
  /** Ids by their codes. */
  products: ReadonlyMap<string, string>
  companies: readonly { id: string; contact: string | null; daysAgo: number }[]
  as(by: 'saku', daysAgo: number): Occasion
}

interface Told {
  title: string
  wish: string
  lines: readonly (readonly [code: string | null, text: string, unit: string, pieces: number])[]
  /** Days ago it came, and days from today by which an answer is wanted. */
  came: number
  answerIn: number | null
  deliveryIn?: number
  reference?: string
  then?: 'quoted' | 'declined' | 'withdrawn'
}

const told: readonly Told[] = [
  {
    title: 'Maalämpö toimistotaloon',
    wish: 'Kiinteistössä on öljykattila vuodelta 1994. Pyydämme tarjouksen maalämmöstä avaimet käteen, katselmus sopii milloin vain aamupäivisin.',
    lines: [[null, 'Maalämpöjärjestelmä, noin 60 kW', 'kpl', 1]],
    ...{ came: 9, answerIn: -2, reference: 'TP 14/2026' },
  },
  {
    title: 'Ilmalämpöpumput kolmeen toimipisteeseen',
    wish: 'Kaksi laitetta kuhunkin toimipisteeseen. Asennus ennen hellekautta.',
    lines: [
      ['LP-08', 'Lämpöpumppu, sisäyksikkö', 'kpl', 6],
      ['ASENNUS', 'Asennus', 'h', 24],
    ],
    ...{ came: 5, answerIn: 0, deliveryIn: 60 },
  },
  {
    title: 'Latauspisteet taloyhtiön pihalle',
    wish: 'Kahdeksan autopaikkaa, kuormanhallinta ja laskutus osakkaittain. Hallitus kokoontuu ensi viikolla.',
    lines: [['LATAUS-22', 'Latausasema 22 kW', 'kpl', 8]],
    ...{ came: 3, answerIn: 6, deliveryIn: 90 },
  },
  {
    title: 'Aurinkosähkö hallin katolle',
    wish: 'Kattopinta-alaa on noin 400 m² etelään. Toivomme vaihtoehdot 40 ja 60 kW.',
    lines: [['AP-430', 'Aurinkopaneeli 430 W', 'kpl', 96]],
    ...{ came: 2, answerIn: 14, reference: 'Kilpailutus AS-2026' },
  },
  {
    title: 'Varaosia vanhaan pumppuun',
    wish: 'Kiertovesipumppu ja ohjainkortti, malli vuodelta 2009.',
    lines: [],
    ...{ came: 20, answerIn: -12, then: 'declined' },
  },
  {
    title: 'Lämmöntalteenotto leipomoon',
    wish: 'Uunien hukkalämpö käyttöveteen.',
    lines: [],
    ...{ came: 30, answerIn: -15, then: 'withdrawn' },
  },
  {
    title: 'Vesi-ilmalämpöpumppu varastoon',
    wish: 'Korvaa suoran sähkölämmityksen.',
    lines: [
      ['VILP-12', 'Ilma-vesilämpöpumppu 12 kW', 'kpl', 1],
      ['ASENNUS', 'Asennus ja käyttöönotto', 'h', 16],
    ],
    ...{ came: 26, answerIn: -10, then: 'quoted' },
  },
]

/** Customers who ask for quotes: some wait, one is late, others were answered or closed. Answers how many. */
export async function askForQuotes(register: Running<Database>, { rules, products, companies, as }: Asking) {
  const doing = <R>(occasion: Occasion, deed: (act: Act<never>) => Promise<R>) =>
    perform(register.db, occasion, (act) => deed(act as unknown as Act<never>))
  const today = dayInHelsinki(as('saku', 0).at)
  const old = companies.filter(({ daysAgo }) => daysAgo > 40)
  for (const [n, one] of told.entries()) {
    const company = old[(n * 5) % Math.max(old.length, 1)]
    if (!company) continue
    const id = await doing(as('saku', one.came), (act) =>
      openQuoteRequest(act, rules, {
        ...{ organisationId: company.id, contact: company.contact, title: one.title, wish: one.wish },
        answerBy: one.answerIn === null ? null : addDays(today, one.answerIn),
        wantedOn: one.deliveryIn ? addDays(today, one.deliveryIn) : null,
        buyerReference: one.reference ?? null,
        lines: one.lines.map(([code, text, unit, pieces]) => ({
          ...{ text, unit, quantity: pieces * 1000 },
          ...(code && products.has(code) ? { product: products.get(code) } : {}),
        })),
      }),
    )
    if (one.then === 'declined')
      await doing(as('saku', one.came - 2), (act) =>
        moveQuoteRequest(act, rules, { id, event: 'decline', reason: 'Varaosia ei enää valmisteta.' }),
      )
    if (one.then === 'withdrawn')
      await doing(as('saku', one.came - 6), (act) =>
        moveQuoteRequest(act, rules, { id, event: 'withdrawal', reason: 'Remontti siirtyi ensi vuoteen.' }),
      )
    if (one.then !== 'quoted') continue
    const quote = await doing(as('saku', one.came - 3), (act) =>
      draftQuote(act, rules, {
        ...{ organisationId: company.id, contact: company.contact, title: one.title, requestId: id },
        lines: [
          ...[['a', 'Ilma-vesilämpöpumppu 12 kW', 'kpl', 1000, 78_500_000] as const],
          ...[['b', 'Asennus ja käyttöönotto', 'h', 16_000, 720_000] as const],
        ].map(([line, text, unit, quantity, unitPrice]) => ({
          id: line,
          text,
          unit,
          quantity,
          unitPrice,
          vatRate: 2550,
        })),
      }),
    )
    await doing(as('saku', one.came - 3), (act) => sendQuote(act, rules, { id: quote }))
  }
  return told.length
}
