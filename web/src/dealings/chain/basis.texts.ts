import { ownTexts } from '../../texts/own.ts'

const fi = {
  billedUntil: 'Muualla laskutettu (viimeinen päivä)',
  billedUntilDay: 'Viimeinen muualla laskutettu päivä',
  billedUntilHint:
    'Tätä vanhempia päiviä ei tarjota laskutettaviksi. Jos vajaat kaudet laskutetaan kokonaisina, kausi, josta yksikin päivä on laskutettu, katsotaan laskutetuksi.',
  billedUntilDone: 'Muualla laskutettu aika kirjattu',
  billedUntilNever: 'Mitään ei ole laskutettu muualla',
  partPeriods: 'Vajaa laskutuskausi',
  partPeriodsOf: { days: 'Päivien mukaan', whole: 'Kokonaisena' },
  partPeriodsHint: 'Kun sopimus alkaa tai päättyy kesken laskutuskauden. Lähetettyihin laskuihin valinta ei vaikuta.',
  partPeriodsDone: 'Vajaiden kausien laskutus vaihdettu',
  partPeriodsTo: { days: 'Laskuta vajaat kaudet päivien mukaan', whole: 'Laskuta vajaat kaudet kokonaisina' },
  billsNext: 'Laskutetaan seuraavaksi alkaen',
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
    'Tidigare dagar än så erbjuds inte. Om ofullständiga perioder faktureras hela anses en period av vilken en enda dag har fakturerats fakturerad.',
  billedUntilDone: 'Sista dagen som fakturerats på annat håll har antecknats',
  billedUntilNever: 'Inget har fakturerats på annat håll',
  partPeriods: 'Ofullständig faktureringsperiod',
  partPeriodsOf: { days: 'Enligt dagarna', whole: 'Som hel' },
  partPeriodsHint: 'När avtalet börjar eller upphör mitt i en faktureringsperiod. Utställda fakturor påverkas inte.',
  partPeriodsDone: 'Faktureringen av ofullständiga perioder har bytts',
  partPeriodsTo: {
    days: 'Fakturera ofullständiga perioder enligt dagarna',
    whole: 'Fakturera ofullständiga perioder hela',
  },
  billsNext: 'Faktureras härnäst från och med',
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
  billedUntilHint:
    'Days before that are not offered. Where part periods are billed whole, a period of which a single day was billed counts as billed.',
  billedUntilDone: 'Written down how far it was billed elsewhere',
  billedUntilNever: 'Nothing was billed elsewhere',
  partPeriods: 'Part of a billing period',
  partPeriodsOf: { days: 'By its days', whole: 'As a whole period' },
  partPeriodsHint:
    'When the contract begins or ends in the middle of a billing period. Issued invoices stay as they are.',
  partPeriodsDone: 'Changed how parts of periods are billed',
  partPeriodsTo: { days: 'Bill parts of periods by days', whole: 'Bill parts of periods whole' },
  billsNext: 'Billed next from',
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
