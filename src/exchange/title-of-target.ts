import type { Language } from '#platform/language'
import type { Field } from '#statement'
import { dayOfNotice, dayOfValues, type Target } from './column.ts'

type Words = Record<Language, string>

const parts: Record<string, Words> = {
  given: { fi: 'Etunimi', sv: 'Förnamn', en: 'First name' },
  family: { fi: 'Sukunimi', sv: 'Efternamn', en: 'Last name' },
  'family-first': { fi: 'Sukunimi ja etunimi', sv: 'Efternamn och förnamn', en: 'Last name and first name' },
  street: { fi: 'Katuosoite', sv: 'Gatuadress', en: 'Street address' },
  postcode: { fi: 'Postinumero', sv: 'Postnummer', en: 'Postcode' },
  city: { fi: 'Postitoimipaikka', sv: 'Postort', en: 'City' },
  place: { fi: 'Postinumero ja postitoimipaikka', sv: 'Postnummer och postort', en: 'Postcode and city' },
}
const days: Record<string, Words> = {
  [dayOfValues]: { fi: 'Lisätty', sv: 'Tillagd', en: 'Added' },
  [dayOfNotice]: { fi: 'Informoitu', sv: 'Informerad', en: 'Informed' },
}

/** What a column is called that fills this, so that a file with it is read as it stands; empty where it fills nothing. */
export function titleOfTarget(target: Target | null, fields: readonly Field[], language: Language): string {
  if (target === null) return ''
  const [id, part] = target.split('/')
  const words = part ? parts[part] : (days[target] ?? fields.find((field) => field.id === id)?.label)
  return words?.[language] ?? ''
}
