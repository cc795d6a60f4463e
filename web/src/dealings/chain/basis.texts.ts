import { ownTexts } from '../../texts/own.ts'

const fi = {
  billedUntil: 'Muualla laskutettu (viimeinen päivä)',
  billedUntilDay: 'Viimeinen muualla laskutettu päivä',
  billedUntilHint:
    'Tätä vanhempia kausia ei tarjota laskutettaviksi. Kausi, josta yksikin päivä on laskutettu, katsotaan laskutetuksi.',
  billedUntilDone: 'Muualla laskutettu aika kirjattu',
  billedUntilNever: 'Mitään ei ole laskutettu muualla',
  billsNext: 'Seuraava laskutuskausi alkaa',
  billedFrom: 'Laskutusperuste',
  billedFroms: { deliveries: 'Toimitusten mukaan', order: 'Tilauksesta sellaisenaan' },
  billedFromWhole: 'Laskutetaan tilauksesta, ei toimitusten mukaan',
  billedFromHint: 'Työ ja ennakko laskutetaan tilauksesta: toimitusta ei odoteta.',
  billedFromDone: 'Laskutusperuste vaihdettu',
  billFromOrder: 'Vaihda laskutusperusteeksi tilaus',
  billFromDeliveries: 'Vaihda laskutusperusteeksi toimitukset',
}

const sv: typeof fi = {
  billedUntil: 'Fakturerat på annat håll t.o.m.',
  billedUntilDay: 'Sista dagen som fakturerats på annat håll',
  billedUntilHint:
    'Äldre perioder än så erbjuds inte. En period av vilken en enda dag har fakturerats anses fakturerad.',
  billedUntilDone: 'Sista dagen som fakturerats på annat håll har antecknats',
  billedUntilNever: 'Inget har fakturerats på annat håll',
  billsNext: 'Nästa faktureringsperiod börjar',
  billedFrom: 'Faktureringsgrund',
  billedFroms: { deliveries: 'Enligt leveranserna', order: 'Enligt beställningen som den är' },
  billedFromWhole: 'Faktureras enligt beställningen, inte enligt leveranserna',
  billedFromHint: 'Arbete och förskott faktureras enligt beställningen: ingen leverans väntas.',
  billedFromDone: 'Faktureringsgrunden har bytts',
  billFromOrder: 'Byt faktureringsgrund till beställningen',
  billFromDeliveries: 'Byt faktureringsgrund till leveranserna',
}

const en: typeof fi = {
  billedUntil: 'Billed elsewhere until',
  billedUntilDay: 'The last day that was billed elsewhere',
  billedUntilHint: 'Older periods are not offered. A period of which a single day was billed counts as billed.',
  billedUntilDone: 'Written down how far it was billed elsewhere',
  billedUntilNever: 'Nothing was billed elsewhere',
  billsNext: 'The next billing period begins',
  billedFrom: 'Billed',
  billedFroms: { deliveries: 'By what is delivered', order: 'As ordered' },
  billedFromWhole: 'Billed as ordered, not by what is delivered',
  billedFromHint: 'Work and prepayments are billed as ordered: no delivery is waited for.',
  billedFromDone: 'The basis of billing is changed',
  billFromOrder: 'Change the billing basis to the order',
  billFromDeliveries: 'Change the billing basis to deliveries',
}

/** How an order or a contract is billed. */
export const useBasisTexts = ownTexts({ fi, sv, en })
