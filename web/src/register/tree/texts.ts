import { ownTexts } from '../../texts/own.ts'

const fi = {
  title: 'Konserni',
  alone: 'Yritys ei kuulu konserniin, eikä sillä ole tytäryhtiöitä.',
  place: 'Aseta emoyhtiö',
  change: 'Vaihda emoyhtiö',
  find: 'Hae emoyhtiö',
  remove: 'Irrota konsernista',
  placed: 'Emoyhtiö asetettu',
  removed: 'Yritys irrotettu konsernista',
  here: 'tämä yritys',
  others: (n: number) => (n === 1 ? 'yksi yhtiö' : `${n} yhtiötä`),
}
const sv: typeof fi = {
  title: 'Koncern',
  alone: 'Företaget hör inte till en koncern och har inga dotterbolag.',
  place: 'Ange moderbolag',
  change: 'Byt moderbolag',
  find: 'Sök moderbolag',
  remove: 'Lösgör från koncernen',
  placed: 'Moderbolaget har angetts',
  removed: 'Företaget har lösgjorts från koncernen',
  here: 'det här företaget',
  others: (n: number) => (n === 1 ? 'ett bolag' : `${n} bolag`),
}
const en: typeof fi = {
  title: 'Group of companies',
  alone: 'The company belongs to no group and has no subsidiaries.',
  place: 'Set the parent company',
  change: 'Change the parent company',
  find: 'Find the parent company',
  remove: 'Take out of the group',
  placed: 'Parent company set',
  removed: 'Company taken out of the group',
  here: 'this company',
  others: (n: number) => (n === 1 ? 'one company' : `${n} companies`),
}

export const useTreeTexts = ownTexts({ fi, sv, en })
