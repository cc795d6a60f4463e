import type { Language } from '#platform/language'

const locales = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const

/** Days, sums, quantities and shares as the reader of a document writes them. */
export function written(language: Language) {
  const locale = locales[language]
  const number = (value: number, least: number, most: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most }).format(value)
  const zone = { timeZone: 'Europe/Helsinki' } as const
  return {
    /** Whole cents. */
    money: (cents: number) => new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(cents / 100),
    /** Ten-thousandths of a euro; two decimals, or as many as it has. */
    price: (price: number) => `${number(price / 10_000, 2, 4)} €`,
    /** Thousandths. */
    quantity: (thousandths: number) => number(thousandths / 1000, 0, 3),
    /** Basis points. */
    share: (points: number) => number(points / 100, 0, 2),
    day: (day: string) =>
      new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'short' }).format(new Date(`${day}T12:00:00Z`)),
    instant: (at: Date | string) =>
      new Intl.DateTimeFormat(locale, { ...zone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(at)),
  }
}
