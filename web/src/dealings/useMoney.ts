import { useCallback } from 'react'
import { useSpeech } from '../texts/index.tsx'

const locales = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const

/** A sum in cents as the reader writes it. */
export function useMoney() {
  const { language } = useSpeech()
  return useCallback(
    (cents: number, currency: string) =>
      new Intl.NumberFormat(locales[language], { style: 'currency', currency }).format(cents / 100),
    [language],
  )
}
