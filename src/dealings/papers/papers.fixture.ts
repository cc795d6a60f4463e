import type { Paper, PaperLine, Seller } from './paper.ts'

const seller: Seller = {
  ...{ name: 'Valo Energia Oy', businessId: '0000017-4', vatNumber: 'FI00000174' },
  ...{ street: 'Aurinkokatu 12 B', postcode: '00100', city: 'Helsinki', country: 'FI' },
  ...{ phone: '09 0000 0101', email: 'laskutus@valo.example', website: 'https://www.valo.example' },
  accounts: [{ iban: 'FI5810171000000122', bic: 'NDEAFIHH' }],
  footer: 'Kotipaikka Helsinki',
}

const things = [
  ['Lämpöpumppu Valo 12, asennettuna', 'kpl', 'VP-12'],
  ['Asennustyö', 'h', null],
  ['Aurinkopaneeli 430 W, musta', 'kpl', 'AP-430'],
  ['Kaapelointi ja tarvikkeet', 'erä', null],
  [
    'Invertteri 10 kW, kolmivaiheinen, seurantapalvelu kahdeksi vuodeksi ja käyttöönotto paikan päällä',
    'kpl',
    'INV-10',
  ],
] as const

/** So many lines, the same each time. */
export function linesFor(count: number): PaperLine[] {
  return Array.from({ length: count }, (_, at) => {
    const [text, unit, code] = things[at % things.length] ?? things[0]
    const [quantity, unitPrice] = [1000 * (1 + (at % 4)) + (at % 3 ? 500 : 0), 4_990_000 + at * 137_500]
    const discount = at % 5 === 2 ? 1000 : 0
    const net = Math.round((quantity * unitPrice * (10_000 - discount)) / 1e9)
    return { code, text, unit, quantity, unitPrice, discount, vatRate: 2550, vatCategory: 'S', net }
  })
}

/** A paper of so many lines to a company; what differs is said. */
export function aPaper(count: number, said: Partial<Paper> = {}): Paper {
  const lines = said.lines ?? linesFor(count)
  const net = lines.reduce((sum, line) => sum + line.net, 0)
  const vat = Math.round(net * 0.255)
  return {
    ...{ kind: 'invoice', language: 'fi', number: '1001', day: '2026-03-02', seller },
    buyer: {
      ...{ name: 'Kivelän Puu Oy', contact: 'Aino Mäkelä', businessId: '0000025-4', customerNumber: '20417' },
      address: {
        ...{ careOf: null, street: 'Sahatie', houseNumber: '4', stair: null, flat: null, poBox: null },
        ...{ postcode: '33100', city: 'Tampere', country: 'FI' },
      },
    },
    delivered: { from: '2026-02-26' },
    references: { yours: 'Työmaa 7', ours: 'Saku', order: 'T-88', contract: 'S-12' },
    lines,
    totals: { byVat: [{ category: 'S', rate: 2550, net, vat }], net, vat, total: net + vat },
    terms: { payment: '14 pv netto', lateInterest: 1050, complaint: '8 pv' },
    payment: { reference: '10016', dueOn: '2026-03-16', cents: net + vat },
    ...said,
  }
}

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 220 60"><circle cx="30" cy="30" r="24" fill="#f2b632"/><path d="M30 2v10M30 48v10M2 30h10M48 30h10" stroke="#175a55" stroke-width="5"/><path d="M76 18l12 26 12-26M118 44V24M140 18v26M160 31a10 10 0 1 0 20 0a10 10 0 1 0-20 0" fill="none" stroke="#175a55" stroke-width="5"/></svg>'

const privateBuyer: Paper['buyer'] = {
  name: 'Maija-Kaarina Wilhelmiina Mäkelä-Lindqvist',
  address: {
    ...{ careOf: null, street: 'Kuusikallionrinteenpolku', houseNumber: '12', stair: 'B', flat: '4', poBox: null },
    ...{ postcode: '00950', city: 'Helsinki', country: 'FI' },
  },
}

const reversed = linesFor(3).map((line) => ({ ...line, vatRate: 0, vatCategory: 'AE' as const }))
const returned = linesFor(2).map((line) => ({ ...line, quantity: -line.quantity, net: -line.net }))
const netOf = (lines: readonly PaperLine[]) => lines.reduce((sum, { net }) => sum + net, 0)

/** One paper of each kind, and the hard ones: what golden pictures are kept of. */
export const papers = {
  'invoice-1': aPaper(1),
  'invoice-25': aPaper(25),
  'invoice-reverse-charge': aPaper(3, {
    ...{ language: 'en', lines: reversed },
    totals: {
      ...{ byVat: [{ category: 'AE', rate: 0, net: netOf(reversed), vat: 0 }], net: netOf(reversed), vat: 0 },
      ...{ total: netOf(reversed), paid: 50_000 },
    },
    payment: { reference: 'RF18539007547034', dueOn: '2026-03-16', cents: netOf(reversed) - 50_000 },
  }),
  'invoice-long': aPaper(2, {
    lines: linesFor(2).map((line) => ({ ...line, text: 'Seikkaperäinen selostus työn vaiheista. '.repeat(25) })),
    buyer: {
      ...privateBuyer,
      name: 'Pohjois-Savon Energiatehokkuuden ja Uusiutuvien Lämmitysratkaisujen Osuuskunta',
    },
    terms: {
      payment: '2 erää',
      instalments: [
        { dueOn: '2026-03-16', cents: 100_000 },
        { dueOn: '2026-04-16', cents: 123_500 },
      ],
    },
    closing: 'Kiitos tilauksesta! '.repeat(120),
  }),
  'invoice-draft': aPaper(4, { number: null, language: 'sv', payment: null }),
  'credit-note': aPaper(2, {
    ...{ kind: 'credit-note', number: '1002', payment: null, lines: returned },
    references: { credits: { number: '1001', day: '2026-03-02' } },
    totals: {
      ...{ byVat: [{ category: 'S', rate: 2550, net: netOf(returned), vat: -45_412 }], net: netOf(returned) },
      ...{ vat: -45_412, total: netOf(returned) - 45_412 },
    },
  }),
  quote: aPaper(6, {
    ...{ kind: 'quote', language: 'sv', number: 'T1014', payment: null, validUntil: '2026-04-01', delivered: null },
    seller: { ...seller, logo: { type: 'image/svg+xml', bytes: Buffer.from(svg) } },
    opening: 'Tack för er förfrågan. Vi erbjuder er gärna följande.',
    closing: 'Priserna gäller leverans inom två månader från beställning.\n\nMed vänlig hälsning\nSaku Niemi',
  }),
  'order-confirmation': aPaper(4, {
    ...{ kind: 'order-confirmation', language: 'en', number: 'M1088', payment: null, buyer: privateBuyer },
    deliverTo: {
      ...{ name: 'Mökki', firm: null, careOf: null, street: 'Rantatie', houseNumber: '1', stair: null },
      ...{ flat: null, poBox: null, postcode: '52700', city: 'Mäntyharju', country: 'FI' },
    },
  }),
  'delivery-note': aPaper(7, {
    ...{ kind: 'delivery-note', number: 'L1031', totals: null, payment: null, terms: {} },
    lines: linesFor(7).map((line, at) => ({
      ...line,
      ordered: line.quantity + (at % 2) * 2000,
      left: (at % 2) * 2000,
    })),
  }),
  reminder: aPaper(0, {
    ...{ kind: 'reminder', number: '1001-1', totals: null, delivered: null, references: {}, buyer: privateBuyer },
    owed: [
      { number: '1001', day: '2026-01-02', dueOn: '2026-01-16', total: 62_625, open: 62_625, interest: 812, fee: 500 },
      { number: '1007', day: '2026-01-12', dueOn: '2026-01-26', total: 12_000, open: 2_000, interest: 35, fee: 500 },
    ],
    payment: { reference: '10016', dueOn: '2026-03-16', cents: 66_472 },
  }),
} satisfies Record<string, Paper>
