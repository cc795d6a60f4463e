import { ownTexts } from '../texts/own.ts'

const fi = {
  title: 'Omat lisätiedot',
  notOnPaper:
    'Omia merkintöjänne: eivät näy asiakkaan asiakirjoissa. Niitä voi muuttaa, vaikka asiakirja on lukittu tai asia päätetty.',
  must: 'Näitä vielä kysytään:',
  saved: 'Lisätiedot tallennettu',
}
const sv: typeof fi = {
  title: 'Egna tilläggsuppgifter',
  notOnPaper:
    'Egna anteckningar: syns inte i kundens dokument. De kan ändras också när dokumentet är låst eller ärendet avslutat.',
  must: 'Detta ska ännu anges:',
  saved: 'Tilläggsuppgifterna har sparats',
}
const en: typeof fi = {
  title: 'Added fields',
  notOnPaper:
    'Your own notes: not on the customer’s documents. They may change also when a document is locked or a matter closed.',
  must: 'Still to be said:',
  saved: 'Added fields saved',
}

export const useAddedTexts = ownTexts({ fi, sv, en })
