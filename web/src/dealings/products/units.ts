import type { Language } from '../../contract.ts'
import type { Names } from './contract.ts'

/** Units that have a word in each language, as the server keeps them. */
export const units: Record<string, Record<Language, string>> = {
  pcs: { fi: 'kpl', sv: 'st', en: 'pcs' },
  h: { fi: 'h', sv: 'h', en: 'h' },
  day: { fi: 'pv', sv: 'dag', en: 'day' },
  month: { fi: 'kk', sv: 'mån', en: 'month' },
  year: { fi: 'v', sv: 'år', en: 'year' },
  m: { fi: 'm', sv: 'm', en: 'm' },
  m2: { fi: 'm²', sv: 'm²', en: 'm²' },
  m3: { fi: 'm³', sv: 'm³', en: 'm³' },
  kg: { fi: 'kg', sv: 'kg', en: 'kg' },
  l: { fi: 'l', sv: 'l', en: 'l' },
  km: { fi: 'km', sv: 'km', en: 'km' },
  lot: { fi: 'erä', sv: 'parti', en: 'lot' },
}

export const unitIn = (unit: string, language: Language) => units[unit]?.[language] ?? unit

export const nameIn = (names: Names, language: Language) => names[language] ?? names.fi
