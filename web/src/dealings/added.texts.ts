import { ownTexts } from '../texts/own.ts'

const fi = {
  title: 'Omat lisätiedot',
  notOnPaper: 'Eivät näy asiakirjassa. Niitä voi muuttaa, vaikka asiakirja on lukittu.',
  saved: 'Lisätiedot tallennettu',
}
const sv: typeof fi = {
  title: 'Egna tilläggsuppgifter',
  notOnPaper: 'Syns inte i dokumentet. De kan ändras också när dokumentet är låst.',
  saved: 'Tilläggsuppgifterna har sparats',
}
const en: typeof fi = {
  title: 'Added fields',
  notOnPaper: 'Not on the document. They may change also when it is locked.',
  saved: 'Added fields saved',
}

export const useAddedTexts = ownTexts({ fi, sv, en })
