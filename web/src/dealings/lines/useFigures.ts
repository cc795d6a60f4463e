import { useMemo } from 'react'
import { useSpeech } from '../../texts/index.tsx'

const locales = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const

/** Sums, prices, quantities and shares as the reader writes them. */
export function useFigures() {
  const { language } = useSpeech()
  return useMemo(() => {
    const locale = locales[language]
    const number = (value: number, least: number, most: number) =>
      new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most }).format(value)
    return {
      decimal: language === 'en' ? '.' : ',',
      /** Cents. */
      money: (cents: number) =>
        new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(cents / 100),
      /** 1/10 000 €. */
      price: (price: number) => `${number(price / 10_000, 2, 4)} €`,
      /** Thousandths. */
      quantity: (thousandths: number) => number(thousandths / 1000, 0, 3),
      /** Basis points. */
      share: (points: number) => number(points / 100, 0, 2),
    }
  }, [language])
}
