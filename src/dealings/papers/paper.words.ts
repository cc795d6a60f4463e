import type { Language, Said } from '#platform/language'
import type { PaperKind, VatCategory } from './paper.ts'

const said = (fi: string, sv: string, en: string): Said => ({ fi, sv, en })

/** What stands in print on papers, in the language of whoever gets them. */
export const paperWords = {
  page: said('Sivu', 'Sida', 'Page'),
  draft: said('Luonnos', 'Utkast', 'Draft'),
  day: said('Päiväys', 'Datum', 'Date'),
  dueOn: said('Eräpäivä', 'Förfallodag', 'Due date'),
  wantedOn: said('Toivottu toimituspäivä', 'Önskad leveransdag', 'Wanted on'),
  validUntil: said('Voimassa', 'Giltig till', 'Valid until'),
  delivered: said('Toimitettu', 'Levererat', 'Delivered'),
  reference: said('Viitenumero', 'Referensnummer', 'Reference number'),
  yours: said('Viitteenne', 'Er referens', 'Your reference'),
  ours: said('Viitteemme', 'Vår referens', 'Our reference'),
  quote: said('Tarjous', 'Offert', 'Quote'),
  order: said('Tilaus', 'Beställning', 'Order'),
  contract: said('Sopimus', 'Avtal', 'Contract'),
  delivery: said('Lähete', 'Följesedel', 'Delivery note'),
  credits: said('Hyvittää laskun', 'Krediterar faktura', 'Credits invoice'),
  customerNumber: said('Asiakasnumero', 'Kundnummer', 'Customer number'),
  buyerId: said('Asiakkaan Y-tunnus', 'Kundens FO-nummer', 'Customer’s business ID'),
  buyerVat: said('Asiakkaan ALV-tunnus', 'Kundens momsnummer', 'Customer’s VAT number'),
  payment: said('Maksuehto', 'Betalningsvillkor', 'Payment terms'),
  lateInterest: said('Viivästyskorko', 'Dröjsmålsränta', 'Late interest'),
  deliveryTerms: said('Toimitusehto', 'Leveransvillkor', 'Delivery terms'),
  byLaw: said('korkolain mukaan', 'enligt räntelagen', 'by the Interest Act'),
  complaint: said('Huomautusaika', 'Anmärkningstid', 'Complaints'),
  deliverTo: said('Toimitusosoite', 'Leveransadress', 'Delivery address'),
  instalments: said('Maksuerät', 'Poster', 'Instalments'),

  text: said('Kuvaus', 'Beskrivning', 'Description'),
  quantity: said('Määrä', 'Antal', 'Quantity'),
  ordered: said('Tilattu', 'Beställt', 'Ordered'),
  handed: said('Toimitettu', 'Levererat', 'Delivered'),
  left: said('Toimittamatta', 'Återstår', 'To follow'),
  unitPrice: said('Yksikköhinta', 'À-pris', 'Unit price'),
  discount: said('Alennus', 'Rabatt', 'Discount'),
  vatRate: said('ALV', 'Moms', 'VAT'),
  net: said('Veroton, €', 'Utan moms, €', 'Without VAT, €'),
  carried: said('Siirtyy seuraavalle sivulle', 'Transport till nästa sida', 'Carried forward'),
  brought: said('Siirto edelliseltä sivulta', 'Transport från föregående sida', 'Brought forward'),
  noLines: said('Ei rivejä', 'Inga rader', 'No lines'),

  byVat: said('Arvonlisäveron erittely', 'Momsspecifikation', 'VAT by rate'),
  base: said('Veroton', 'Utan moms', 'Without VAT'),
  tax: said('Vero', 'Momsbelopp', 'VAT amount'),
  netTotal: said('Veroton yhteensä', 'Totalt utan moms', 'Total without VAT'),
  vatTotal: said('Arvonlisävero', 'Mervärdesskatt', 'VAT'),
  total: said('Yhteensä', 'Totalt', 'Total'),
  credited: said('Hyvitys yhteensä', 'Kredit totalt', 'Credit total'),
  paid: said('Maksettu tai hyvitetty', 'Betalt eller krediterat', 'Paid or credited'),
  toPay: said('Maksettavaa', 'Att betala', 'To pay'),

  invoice: said('Lasku', 'Faktura', 'Invoice'),
  sum: said('Laskun summa', 'Fakturabelopp', 'Invoice total'),
  open: said('Avoinna', 'Obetalt', 'Open'),
  interest: said('Korko', 'Ränta', 'Interest'),
  fee: said('Muistutuskulu', 'Påminnelseavgift', 'Reminder fee'),

  slip: said('Maksutiedot', 'Betalningsuppgifter', 'Payment details'),
  payee: said('Saaja', 'Mottagare', 'Payee'),
  payer: said('Maksaja', 'Betalare', 'Payer'),
  account: said('Tilinumero', 'Kontonummer', 'Account'),
  amount: said('Summa', 'Belopp', 'Amount'),
  barCode: said('Virtuaaliviivakoodi', 'Virtuell streckkod', 'Virtual bar code'),

  businessId: said('Y-tunnus', 'FO-nummer', 'Business ID'),
  vatNumber: said('ALV-tunnus', 'Momsnummer', 'VAT number'),
} as const satisfies Record<string, Said>

export type PaperWord = keyof typeof paperWords

export const paperTitles: Record<PaperKind, Said> = {
  quote: said('Tarjous', 'Offert', 'Quote'),
  'order-confirmation': said('Tilausvahvistus', 'Orderbekräftelse', 'Order confirmation'),
  'delivery-note': said('Lähete', 'Följesedel', 'Delivery note'),
  invoice: said('Lasku', 'Faktura', 'Invoice'),
  'credit-note': said('Hyvityslasku', 'Kreditnota', 'Credit note'),
  reminder: said('Maksumuistutus', 'Betalningspåminnelse', 'Payment reminder'),
}

/** What a paper's own number is called. */
export const paperNumbers: Record<PaperKind, Said> = {
  quote: said('Tarjousnumero', 'Offertnummer', 'Quote number'),
  'order-confirmation': said('Tilausnumero', 'Ordernummer', 'Order number'),
  'delivery-note': said('Lähetteen numero', 'Följesedelns nummer', 'Delivery note number'),
  invoice: said('Laskun numero', 'Fakturanummer', 'Invoice number'),
  'credit-note': said('Hyvityslaskun numero', 'Kreditnotans nummer', 'Credit note number'),
  reminder: said('Muistutuksen numero', 'Påminnelsens nummer', 'Reminder number'),
}

/** VAT act § 209 e: why no tax is charged, in the words that the law asks for. */
export const vatNotes: Partial<Record<VatCategory, Said>> = {
  AE: said(
    'Käännetty verovelvollisuus: ostaja maksaa arvonlisäveron.',
    'Omvänd skattskyldighet: köparen betalar mervärdesskatten.',
    'Reverse charge: the buyer accounts for the VAT.',
  ),
  K: said(
    'Veroton yhteisömyynti (AVL 72 a §).',
    'Skattefri gemenskapsintern försäljning (MomsL 72 a §).',
    'VAT-exempt intra-Community supply (Art. 138 of Directive 2006/112/EC).',
  ),
  G: said(
    'Veroton vientimyynti (AVL 70 §).',
    'Skattefri export (MomsL 70 §).',
    'VAT-exempt export (Art. 146 of Directive 2006/112/EC).',
  ),
  E: said('Arvonlisäveroton myynti.', 'Försäljning utan mervärdesskatt.', 'Supply exempt from VAT.'),
  O: said('Ei kuulu arvonlisäveron alaan.', 'Omfattas inte av mervärdesskatt.', 'Outside the scope of VAT.'),
}

/** What a reminder says where nobody wrote anything else. */
export const reminderOpening = said(
  'Emme ole saaneet maksua alla olevista laskuista. Maksa ne viimeistään eräpäivänä. Jos olet jo maksanut, tämä muistutus on aiheeton.',
  'Vi har inte fått betalning för fakturorna nedan. Betala dem senast på förfallodagen. Om du redan har betalat kan du bortse från den här påminnelsen.',
  'We have not received payment for the invoices below. Please pay them by the due date. If you have already paid, please disregard this reminder.',
)

/** The word of a paper in its language. */
export function wordsIn(language: Language): (word: PaperWord) => string {
  return (word) => paperWords[word][language]
}
