import { useCallback } from 'react'
import { useSpeech } from '../../texts/index.tsx'

const locales = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const

/** A price of 1/10 000 € as the reader writes it: cents, and smaller parts where there are any. */
export function useUnitPrice() {
  const { language } = useSpeech()
  return useCallback(
    (unitPrice: number, currency = 'EUR') =>
      new Intl.NumberFormat(locales[language], {
        style: 'currency',
        currency,
        minimumFractionDigits: 2,
        maximumFractionDigits: 4,
      }).format(unitPrice / 10_000),
    [language],
  )
}
