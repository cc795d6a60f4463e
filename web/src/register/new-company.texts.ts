import { ownTexts } from '../texts/own.ts'

const fi = {
  option: (name: string) => `Lisää uusi yritys: ${name}`,
  name: 'Uuden yrityksen nimi',
  add: 'Lisää yritys',
  back: 'Takaisin hakuun',
}

const sv: typeof fi = {
  option: (name) => `Lägg till ett nytt företag: ${name}`,
  name: 'Det nya företagets namn',
  add: 'Lägg till företaget',
  back: 'Tillbaka till sökningen',
}

const en: typeof fi = {
  option: (name) => `Add a new company: ${name}`,
  name: 'Name of the new company',
  add: 'Add the company',
  back: 'Back to the search',
}

export const useNewCompanyTexts = ownTexts({ fi, sv, en })
