import type { Language, Said } from '#platform/language'
import { Refusal } from '#platform/refusal'

/** Units that have a word in each language; any other is taken as it is typed. */
export const units = {
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
} as const satisfies Record<string, Said>

/** EN 16931: standard, zero, exempt, reverse charge, within the EU, export, outside the scope. */
export const vatCategories = ['S', 'Z', 'E', 'AE', 'K', 'G', 'O'] as const
export type VatCategory = (typeof vatCategories)[number]

export interface ProductWords {
  sku: string
  names: { fi: string; sv?: string | null; en?: string | null }
  group?: string | null
  unit: string
  vatCategory: VatCategory
  /** Basis points: 2550 is 25.5 %. */
  vatRate: number
}

const unitsByWord = new Map<string, Said>(
  Object.entries(units).flatMap(([code, said]) => [code, ...Object.values(said)].map((word) => [word, said] as const)),
)

/** A unit, by its code or its word in any language, in the reader's; one that has no translation stays as it was typed. */
export function unitIn(unit: string, language: Language): string {
  return unitsByWord.get(unit)?.[language] ?? unit
}

/** What a product is called in a language: the Finnish name where nobody has said another. */
export function nameIn(names: { fi: string; sv?: string | null; en?: string | null }, language: Language): string {
  return names[language] ?? names.fi
}

/** The columns of a product as it was typed; refuses what is missing, and a rate that its VAT category cannot have. */
export function productColumns({ sku, names, group, unit, vatCategory, vatRate }: ProductWords) {
  if (!Number.isInteger(vatRate) || (vatCategory === 'S') !== vatRate > 0)
    throw new Refusal('VAT_RATE_NOT_OF_CATEGORY', 422, { field: 'vatRate' })
  return {
    sku: needed('sku', sku, 60),
    name_fi: needed('names.fi', names.fi, 200),
    name_sv: said('names.sv', names.sv, 200),
    name_en: said('names.en', names.en, 200),
    product_group: said('group', group, 100),
    unit: needed('unit', unit, 20),
    vat_category: vatCategory,
    vat_rate: vatRate,
  }
}

export function needed(field: string, typed: string, limit: number): string {
  const text = said(field, typed, limit)
  if (text === null) throw new Refusal('VALUE_REQUIRED', 422, { field })
  return text
}

function said(field: string, typed: string | null | undefined, limit: number): string | null {
  const text = typed?.replace(/\s+/g, ' ').trim() ?? ''
  if (text.length > limit) throw new Refusal('TEXT_TOO_LONG', 422, { field, limit })
  return text === '' ? null : text
}
