import { useMemo } from 'react'
import { useSpeech } from '../texts/index.tsx'

const locales = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const

/** Days, instants and numbers as the reader writes them, in Finnish time. */
export function useFormat() {
  const { language } = useSpeech()
  return useMemo(() => {
    const locale = locales[language]
    const dayOf = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeZone: 'Europe/Helsinki' })
    const instantOf = new Intl.DateTimeFormat(locale, {
      dateStyle: 'short',
      timeStyle: 'short',
      timeZone: 'Europe/Helsinki',
    })
    const written = (format: Intl.DateTimeFormat) => (value: string | null | undefined) => {
      const at = value ? new Date(value) : null
      return at && !Number.isNaN(at.getTime()) ? format.format(at) : ''
    }
    return { day: written(dayOf), instant: written(instantOf), number: (n: number) => n.toLocaleString(locale) }
  }, [language])
}
