import { ownTexts } from '../texts/own.ts'

const fi = {
  with: 'Asiakirja',
  kinds: {
    enquiry: 'yhteydenotto',
    'quote-request': 'tarjouspyyntö',
    quote: 'tarjous',
    order: 'tilaus',
    contract: 'sopimus',
    invoice: 'lasku',
  },
  open: (kind: string) => `Avaa ${kind}, josta tieto saatiin`,
}

const sv: typeof fi = {
  with: 'Dokument',
  kinds: {
    enquiry: 'förfrågan',
    'quote-request': 'offertförfrågan',
    quote: 'offert',
    order: 'beställning',
    contract: 'avtal',
    invoice: 'faktura',
  },
  open: (kind) => `Öppna det som uppgiften kom med: ${kind}`,
}

const en: typeof fi = {
  with: 'Document',
  kinds: {
    enquiry: 'enquiry',
    'quote-request': 'request for a quote',
    quote: 'quote',
    order: 'order',
    contract: 'contract',
    invoice: 'invoice',
  },
  open: (kind) => `Open the ${kind} this came with`,
}

/** S6.2–S6.4: the document with which a value came. */
export const useOccasionTexts = ownTexts({ fi, sv, en })
