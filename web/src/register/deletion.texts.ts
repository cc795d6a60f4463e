import { ownTexts } from '../texts/own.ts'

const fi = {
  remove: 'Poista',
  inUse: 'Poistaminen ei onnistu: tähän liittyy jo muuta',
  open: 'Auki on vielä',
  company: {
    title: (name: string) => `Poistetaanko ${name}?`,
    text: 'Poista vain vahingossa lisätty yritys. Se katoaa heti luetteloista ja hausta ja säilyy roskakorissa 14 päivää. Sinä aikana sen voi palauttaa; sen jälkeen se tuhotaan pysyvästi.',
    done: 'Yritys on roskakorissa 14 päivää',
    instead:
      'Myös roskakorissa oleva lasketaan mukaan. Jos asiakkuus on ohi, päätä asiakassuhde. Jos yritys on rekisterissä kahteen kertaan, yhdistä kaksoiskappaleet.',
  },
  person: {
    title: (name: string) => `Poistetaanko ${name}?`,
    text: 'Poista vain vahingossa lisätty henkilö. Hän katoaa heti luetteloista ja hausta, ja tiedot säilyvät roskakorissa 14 päivää. Sinä aikana ne voi palauttaa; sen jälkeen ne poistetaan pysyvästi.',
    done: 'Henkilön tiedot ovat roskakorissa 14 päivää',
    instead:
      'Myös roskakorissa oleva lasketaan mukaan. Jos asiakkuus on ohi, päätä asiakassuhde. Jos henkilö on rekisterissä kahteen kertaan, yhdistä kaksoiskappaleet. Jos hän itse pyytää tietojensa poistamista, kirjaa siitä pyyntö.',
  },
  kinds: {
    work: 'Muistiinpanoja, tehtäviä, tapaamisia tai asiakirjoja',
    deal: 'Myyntiä: mahdollisuuksia, tarjouksia, tilauksia tai sopimuksia',
    invoice: 'Laskuja tai maksuja',
    complaint: 'Reklamaatioita tai takuita',
    enquiry: 'Yhteydenottoja',
    mail: 'Viestejä',
    choice: 'Suostumuksia tai kieltoja',
    relationship: 'Asiakassuhde, joka on jo edennyt tai päättynyt',
    person: 'Yrityksen henkilöitä',
    company: 'Tytäryrityksiä',
    'sole-trader': 'Toiminimi ja sen yrittäjä, joiden tiedot kuuluvat yhteen',
    merge: 'Yhdistetty kaksoiskappale',
    other: 'Muita tietoja',
  },
}

const sv: typeof fi = {
  remove: 'Ta bort',
  inUse: 'Det går inte att ta bort: annat hör redan ihop med detta',
  open: 'Ännu öppet',
  company: {
    title: (name) => `Ta bort ${name}?`,
    text: 'Ta bara bort ett företag som lagts till av misstag. Det försvinner genast ur listor och sökning och ligger i papperskorgen i 14 dagar. Under den tiden kan det återställas; sedan förstörs det för gott.',
    done: 'Företaget ligger i papperskorgen i 14 dagar',
    instead:
      'Också det som ligger i papperskorgen räknas. Om kundrelationen är över, avsluta den. Om företaget finns två gånger i registret, slå ihop dubbletterna.',
  },
  person: {
    title: (name) => `Ta bort ${name}?`,
    text: 'Ta bara bort en person som lagts till av misstag. Personen försvinner genast ur listor och sökning, och uppgifterna ligger i papperskorgen i 14 dagar. Under den tiden kan de återställas; sedan raderas de för gott.',
    done: 'Personens uppgifter ligger i papperskorgen i 14 dagar',
    instead:
      'Också det som ligger i papperskorgen räknas. Om kundrelationen är över, avsluta den. Om personen finns två gånger i registret, slå ihop dubbletterna. Om personen själv ber att uppgifterna raderas, registrera en begäran om det.',
  },
  kinds: {
    work: 'Anteckningar, uppgifter, möten eller dokument',
    deal: 'Försäljning: affärsmöjligheter, offerter, beställningar eller avtal',
    invoice: 'Fakturor eller betalningar',
    complaint: 'Reklamationer eller garantier',
    enquiry: 'Förfrågningar',
    mail: 'Meddelanden',
    choice: 'Samtycken eller förbud',
    relationship: 'En kundrelation som redan har framskridit eller upphört',
    person: 'Personer i företaget',
    company: 'Dotterföretag',
    'sole-trader': 'En firma och dess företagare, vars uppgifter hör ihop',
    merge: 'En dubblett som slagits ihop',
    other: 'Andra uppgifter',
  },
}

const en: typeof fi = {
  remove: 'Delete',
  inUse: 'This cannot be deleted: other records belong to it already',
  open: 'Still open',
  company: {
    title: (name) => `Delete ${name}?`,
    text: 'Delete only a company entered by mistake. It leaves lists and search at once and stays in the bin for 14 days. Until then it can be restored; after that it is destroyed for good.',
    done: 'The company is in the bin for 14 days',
    instead:
      'What lies in the bin counts, too. If the customer has gone, end the relationship. If the company is in the register twice, merge the duplicates.',
  },
  person: {
    title: (name) => `Delete ${name}?`,
    text: 'Delete only a person entered by mistake. They leave lists and search at once, and their data stay in the bin for 14 days. Until then they can be restored; after that they are erased for good.',
    done: 'The person’s data are in the bin for 14 days',
    instead:
      'What lies in the bin counts, too. If the customer has gone, end the relationship. If the person is in the register twice, merge the duplicates. If they ask for erasure themselves, enter their request.',
  },
  kinds: {
    work: 'Notes, tasks, meetings or documents',
    deal: 'Sales: opportunities, quotes, orders or contracts',
    invoice: 'Invoices or payments',
    complaint: 'Complaints or warranties',
    enquiry: 'Enquiries',
    mail: 'Messages',
    choice: 'Consents or objections',
    relationship: 'A relationship that has moved on or ended',
    person: 'People of the company',
    company: 'Subsidiaries',
    'sole-trader': 'A sole trader’s business and its owner, whose data belong together',
    merge: 'A merged duplicate',
    other: 'Other records',
  },
}

/** Deleting a company or person entered by mistake. */
export const useDeletionTexts = ownTexts({ fi, sv, en })
export type HangingKind = keyof typeof fi.kinds
