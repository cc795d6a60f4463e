import { encode } from 'fast-png'
import type { Language } from '#platform/language'
import { termsInWords } from './lines-on-paper.ts'
import type { Logo, Paper, PaperLine, Seller } from './paper.ts'

const towns = { fi: 'Helsinki', sv: 'Helsingfors', en: 'Helsinki' }
const feet = { fi: 'Kotipaikka Helsinki', sv: 'Hemort Helsingfors', en: 'Registered office Helsinki' }

const sellerIn = (language: Language): Seller => ({
  ...{ name: 'Valo Energia Oy', businessId: '0000017-4', vatNumber: 'FI00000174' },
  ...{ street: 'Aurinkokatu 12 B', postcode: '00100', city: towns[language], country: 'FI' },
  ...{ phone: '09 0000 0101', email: 'laskutus@valo.example', website: 'https://www.valo.example' },
  accounts: [{ iban: 'FI5810171000000122', bic: 'NDEAFIHH' }],
  footer: feet[language],
})

type Thing = readonly [text: Record<Language, string>, unit: Record<Language, string>, code: string | null]

const piece = { fi: 'kpl', sv: 'st', en: 'pcs' }
const things: readonly Thing[] = [
  [
    {
      fi: 'Lämpöpumppu Valo 12, asennettuna',
      sv: 'Värmepump Valo 12, installerad',
      en: 'Heat pump Valo 12, installed',
    },
    ...([piece, 'VP-12'] as const),
  ],
  [{ fi: 'Asennustyö', sv: 'Installationsarbete', en: 'Installation work' }, { fi: 'h', sv: 'h', en: 'h' }, null],
  [
    { fi: 'Aurinkopaneeli 430 W, musta', sv: 'Solpanel 430 W, svart', en: 'Solar panel 430 W, black' },
    ...([piece, 'AP-430'] as const),
  ],
  [
    { fi: 'Kaapelointi ja tarvikkeet', sv: 'Kablage och tillbehör', en: 'Cabling and supplies' },
    { fi: 'erä', sv: 'parti', en: 'lot' },
    null,
  ],
  [
    {
      fi: 'Invertteri 10 kW, kolmivaiheinen, seurantapalvelu kahdeksi vuodeksi ja käyttöönotto paikan päällä',
      sv: 'Växelriktare 10 kW, trefasig, uppföljningstjänst för två år och driftsättning på plats',
      en: 'Inverter 10 kW, three-phase, with monitoring for two years and commissioning on site',
    },
    ...([piece, 'INV-10'] as const),
  ],
]

/** So many lines, the same each time. */
export function linesFor(count: number, language: Language = 'fi'): PaperLine[] {
  return Array.from({ length: count }, (_, at) => {
    const [text, unit, code] = things[at % things.length] as Thing
    const [quantity, unitPrice] = [1000 * (1 + (at % 4)) + (at % 3 ? 500 : 0), 4_990_000 + at * 137_500]
    const discount = at % 5 === 2 ? 1000 : 0
    const net = Math.round((quantity * unitPrice * (10_000 - discount)) / 1e9)
    return {
      code,
      text: text[language],
      unit: unit[language],
      quantity,
      unitPrice,
      discount,
      vatRate: 2550,
      vatCategory: 'S',
      net,
    }
  })
}

const complaints = { fi: '8 pv', sv: '8 dagar', en: '8 days' }

/** A paper of so many lines to a company; what differs is said. */
export function aPaper(count: number, said: Partial<Paper> = {}): Paper {
  const language = said.language ?? 'fi'
  const lines = said.lines ?? linesFor(count, language)
  const net = lines.reduce((sum, line) => sum + line.net, 0)
  const vat = Math.round(net * 0.255)
  return {
    ...{ kind: 'invoice', language, number: '1001', day: '2026-03-02', seller: sellerIn(language) },
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
    terms: { payment: termsInWords(14, language), lateInterest: 1050, complaint: complaints[language] },
    payment: { reference: '10016', dueOn: '2026-03-16', cents: net + vat },
    ...said,
  }
}

const svg: Logo = {
  type: 'image/svg+xml',
  bytes: Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 220 60"><circle cx="30" cy="30" r="24" fill="#f2b632"/><path d="M30 2v10M30 48v10M2 30h10M48 30h10" stroke="#175a55" stroke-width="5"/><path d="M76 18l12 26 12-26M106 44l10-24 10 24M109 36h14M140 18v26M160 31a10 10 0 1 0 20 0a10 10 0 1 0-20 0" fill="none" stroke="#175a55" stroke-width="5"/></svg>',
  ),
}

const png: Logo = { type: 'image/png', bytes: Buffer.from(aSun(240)) }

// A sun between four rays, half transparent at its middle. Whole numbers only, so that it is the same everywhere.
function aSun(size: number) {
  const dots = Array.from({ length: size * size }, (_, at) => {
    const [x, y] = [(at % size) - size / 2, Math.floor(at / size) - size / 2]
    const far = x * x + y * y
    if (far < 70 * 70) return [242, 182, 50, far < 35 * 35 ? 128 : 255]
    const ray = far > 84 * 84 && Math.min(Math.abs(x), Math.abs(y)) < 10
    return [23, 90, 85, ray ? 255 : 0]
  })
  return encode({ width: size, height: size, data: new Uint8Array(dots.flat()), channels: 4, depth: 8 })
}

/** The same paper in Swedish with a drawn logo and in English with a pictured one. */
function inOthers<Name extends string>(name: Name, paper: (said: Partial<Paper> & { language: Language }) => Paper) {
  return {
    [`${name}-sv`]: paper({ language: 'sv', seller: { ...sellerIn('sv'), logo: svg } }),
    [`${name}-en`]: paper({ language: 'en', seller: { ...sellerIn('en'), logo: png } }),
  } as Record<`${Name}-${'sv' | 'en'}`, Paper>
}

const privateBuyer: Paper['buyer'] = {
  name: 'Maija-Kaarina Wilhelmiina Mäkelä-Lindqvist',
  address: {
    ...{ careOf: null, street: 'Kuusikallionrinteenpolku', houseNumber: '12', stair: 'B', flat: '4', poBox: null },
    ...{ postcode: '00950', city: 'Helsinki', country: 'FI' },
  },
}

const reversed = linesFor(3, 'en').map((line) => ({ ...line, vatRate: 0, vatCategory: 'AE' as const }))
const returned = linesFor(2).map((line) => ({ ...line, quantity: -line.quantity, net: -line.net }))
const netOf = (lines: readonly PaperLine[]) => lines.reduce((sum, { net }) => sum + net, 0)

const wordsOfQuote = {
  fi: [
    'Kiitos yhteydenotostanne. Tarjoamme teille mielellämme seuraavaa.',
    'Hinnat ovat voimassa, kun toimitus on kahden kuukauden kuluessa tilauksesta.\n\nYstävällisin terveisin\nSaku Niemi',
  ],
  sv: [
    'Tack för er förfrågan. Vi erbjuder er gärna följande.',
    'Priserna gäller leverans inom två månader från beställning.\n\nMed vänlig hälsning\nSaku Niemi',
  ],
  en: [
    'Thank you for your enquiry. We are glad to offer you the following.',
    'The prices hold for delivery within two months of the order.\n\nKind regards\nSaku Niemi',
  ],
}

function quote(said: Partial<Paper> = {}) {
  const [opening, closing] = wordsOfQuote[said.language ?? 'fi']
  return aPaper(6, {
    ...{ kind: 'quote', number: 'T1014', payment: null, validUntil: '2026-04-01', delivered: null },
    ...{ references: { yours: 'Työmaa 7', ours: 'Saku' }, opening, closing },
    ...said,
  })
}

function orderConfirmation(said: Partial<Paper> = {}) {
  return aPaper(4, {
    ...{ kind: 'order-confirmation', number: 'M1088', payment: null, buyer: privateBuyer },
    ...{ references: { yours: 'Mökki' }, terms: { payment: termsInWords(14, said.language ?? 'fi') } },
    ...{ delivered: null, wantedOn: '2026-03-20' },
    deliverTo: {
      ...{ name: 'Mökki', firm: null, careOf: null, street: 'Rantatie', houseNumber: '1', stair: null },
      ...{ flat: null, poBox: null, postcode: '52700', city: 'Mäntyharju', country: 'FI' },
    },
    ...said,
  })
}

function deliveryNote(said: Partial<Paper> = {}) {
  return aPaper(7, {
    ...{ kind: 'delivery-note', number: 'L1031', totals: null, payment: null, terms: {} },
    lines: linesFor(7, said.language).map((line, at) => ({
      ...line,
      ordered: line.quantity + (at % 2) * 2000,
      left: (at % 2) * 2000,
    })),
    ...said,
  })
}

function reminder(said: Partial<Paper> = {}) {
  return aPaper(0, {
    ...{ kind: 'reminder', number: '1001-1', totals: null, delivered: null, references: {}, buyer: privateBuyer },
    owed: [
      { number: '1001', day: '2026-01-02', dueOn: '2026-01-16', total: 62_625, open: 62_625, interest: 812, fee: 500 },
      { number: '1007', day: '2025-09-16', dueOn: '2025-09-30', total: 12_000, open: 2_000, interest: 35, fee: 500 },
    ],
    ...{ terms: { lateInterest: 'by-law' }, payment: { reference: '10016', dueOn: '2026-03-16', cents: 66_472 } },
    ...said,
  })
}

/** One paper of each kind, and the hard ones: what golden pictures are kept of. */
export const papers = {
  'invoice-1': aPaper(1),
  ...inOthers('invoice', (said) => aPaper(5, said)),
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
    ...{ kind: 'credit-note', number: '1002', payment: null, terms: {}, lines: returned },
    references: { credits: { number: '1001', day: '2026-03-02' } },
    totals: {
      ...{ byVat: [{ category: 'S', rate: 2550, net: netOf(returned), vat: -45_412 }], net: netOf(returned) },
      ...{ vat: -45_412, total: netOf(returned) - 45_412 },
    },
  }),
  quote: quote({ seller: { ...sellerIn('fi'), logo: svg } }),
  ...inOthers('quote', quote),
  'order-confirmation': orderConfirmation(),
  ...inOthers('order-confirmation', orderConfirmation),
  'delivery-note': deliveryNote(),
  ...inOthers('delivery-note', deliveryNote),
  reminder: reminder(),
  ...inOthers('reminder', reminder),
} satisfies Record<string, Paper>
