import { ownTexts } from '../texts/own.ts'

const fi = {
  title: 'Asiakkaan kanssa on vielä auki',
  text: 'Asiakassuhteen voi päättää, kun nämä on hoidettu. Päättäminen veisi ne pois näkyvistä.',
  kinds: {
    contract: 'Sopimukset',
    assignment: 'Toimeksiannot',
    order: 'Tilaukset',
    delivery: 'Toimitukset',
    invoice: 'Laskut',
    complaint: 'Reklamaatiot',
    quote: 'Tarjoukset',
    'quote-request': 'Tarjouspyynnöt',
    opportunity: 'Myyntimahdollisuudet',
    enquiry: 'Yhteydenotot',
  },
  unnamed: 'Avaa',
  more: (count: number) => (count === 1 ? 'ja 1 muu' : `ja ${count} muuta`),
  elsewhere: (count: number) => `${count} – kuuluu toiselle roolille`,
}

const sv: typeof fi = {
  title: 'Öppet med kunden',
  text: 'Kundrelationen kan avslutas när det här har skötts. Att avsluta den skulle dölja det.',
  kinds: {
    contract: 'Avtal',
    assignment: 'Uppdrag',
    order: 'Beställningar',
    delivery: 'Leveranser',
    invoice: 'Fakturor',
    complaint: 'Reklamationer',
    quote: 'Offerter',
    'quote-request': 'Offertförfrågningar',
    opportunity: 'Försäljningsmöjligheter',
    enquiry: 'Förfrågningar',
  },
  unnamed: 'Öppna',
  more: (count) => `och ${count} till`,
  elsewhere: (count) => `${count} – hör till en annan roll`,
}

const en: typeof fi = {
  title: 'Still open with the customer',
  text: 'The relationship may end when these are settled. Ending it would take them out of sight.',
  kinds: {
    contract: 'Contracts',
    assignment: 'Assignments',
    order: 'Orders',
    delivery: 'Deliveries',
    invoice: 'Invoices',
    complaint: 'Complaints',
    quote: 'Quotes',
    'quote-request': 'Requests for a quote',
    opportunity: 'Opportunities',
    enquiry: 'Enquiries',
  },
  unnamed: 'Open',
  more: (count) => `and ${count} more`,
  elsewhere: (count) => `${count} – with another duty`,
}

/** C1: what must be settled before a relationship may end. */
export const useOpenWorkTexts = ownTexts({ fi, sv, en })
export type OpenKind = keyof typeof fi.kinds
