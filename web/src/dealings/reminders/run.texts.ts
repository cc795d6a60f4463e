import { ownTexts } from '../../texts/own.ts'

const fi = {
  groups: {
    failed: 'Ei lähtenyt',
    unsure: 'Ei tiedetä, lähtikö',
    held: 'Odottaa lähetystä',
    letters: 'Kirjeet',
    mails: 'Sähköpostit',
  },
  unsureWhy:
    'Ohjelma keskeytyi kesken lähetyksen, joten nämä saattavat olla jo perillä. Jos lähetät uudelleen, asiakas voi saada saman muistutuksen kahdesti. Kysy ensin asiakkaalta.',
  againAnyway: 'Lähetä silti uudelleen',
  asLetterAnyway: 'Tulosta silti kirjeenä',
  heldWhy: 'Näitä ei ole voitu lähettää vielä, ja lähettämistä yritetään uudelleen. Kirjeenä ne voi postittaa heti.',
  failedWhy: 'Muistutus on kirjattu laskulle, mutta se ei ole lähtenyt asiakkaalle.',
}

const sv: typeof fi = {
  groups: {
    failed: 'Skickades inte',
    unsure: 'Okänt om de skickades',
    held: 'Väntar på att skickas',
    letters: 'Brev',
    mails: 'E-post',
  },
  unsureWhy:
    'Programmet avbröts mitt i sändningen, så de här kan redan vara framme. Om du skickar på nytt kan kunden få samma påminnelse två gånger. Fråga kunden först.',
  againAnyway: 'Skicka ändå på nytt',
  asLetterAnyway: 'Skriv ändå ut som brev',
  heldWhy: 'De här har ännu inte kunnat skickas, och nya försök görs. Som brev kan de postas genast.',
  failedWhy: 'Påminnelsen är antecknad på fakturan men har inte nått kunden.',
}

const en: typeof fi = {
  groups: {
    failed: 'Not sent',
    unsure: 'May have left',
    held: 'Waiting to be sent',
    letters: 'Letters',
    mails: 'E-mails',
  },
  unsureWhy:
    'The program stopped while these were in the air, so they may already have arrived. Sent again, the customer may get the same reminder twice. Ask the customer first.',
  againAnyway: 'Send again all the same',
  asLetterAnyway: 'Print as letters all the same',
  heldWhy: 'These could not be sent yet; it is tried again. As letters they can be posted at once.',
  failedWhy: 'The reminder stands on the invoice, but it has not reached the customer.',
}

/** The parts of a round that was written, and what each asks of a person. */
export const useRunTexts = ownTexts({ fi, sv, en })
