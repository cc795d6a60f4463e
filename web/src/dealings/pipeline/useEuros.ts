import { useCallback } from 'react'
import { useSpeech } from '../../texts/index.tsx'

const locales = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const

/** Cents as whole euros: on a board the cents are noise. */
export function useEuros() {
  const { language } = useSpeech()
  return useCallback(
    (cents: number) =>
      new Intl.NumberFormat(locales[language], { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }).format(
        cents / 100,
      ),
    [language],
  )
}
