import type { Language } from '#platform/language'
import { type Text, textOf } from './text.ts'

type Three = Record<Language, string>

/** The day of a moment in Finland; a day without a time of day is that day everywhere. */
export function dayOf(moment: string): string {
  if (!moment.includes('T') || Number.isNaN(Date.parse(moment))) return moment.slice(0, 10)
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki', dateStyle: 'short' }).format(new Date(moment))
}

/** 12.12.2022 in Finnish, 12 december 2022 in Swedish, 12 December 2022 in English. */
export function dayInWords(moment: string | null | undefined, language: Language): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(dayOf(moment ?? '')) ?? []
  if (!year || !month || !date) return moment ?? ''
  if (language === 'fi') return `${Number(date)}.${Number(month)}.${year}`

  const noon = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date), 12))
  const locale = language === 'sv' ? 'sv-FI' : 'en-GB'
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    noon,
  )
}

const units: Record<string, Record<Language, readonly [one: string, many: string]>> = {
  Y: { fi: ['vuosi', 'vuotta'], sv: ['år', 'år'], en: ['year', 'years'] },
  M: { fi: ['kk', 'kk'], sv: ['månad', 'månader'], en: ['month', 'months'] },
  W: { fi: ['viikko', 'viikkoa'], sv: ['vecka', 'veckor'], en: ['week', 'weeks'] },
  D: { fi: ['päivä', 'päivää'], sv: ['dag', 'dagar'], en: ['day', 'days'] },
}

/** P6M → "6 kk". What cannot be read stays as it is written. */
export function periodInWords(period: string | null | undefined, language: Language): string {
  const parts = [...(period ?? '').matchAll(/(\d+)([YMWD])/g)].map(([, count = '0', unit = 'D']) => {
    const [one, many] = units[unit]?.[language] ?? [unit, unit]
    return `${count} ${Number(count) === 1 ? one : many}`
  })

  return parts.join(' ') || (period ?? '')
}

export function countryInWords(code: string | null | undefined, language: Language): string {
  if (!code) return ''
  if (!/^[A-Z]{2}$/.test(code)) return code
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code
}

const bases: Record<string, Three> = {
  a: { fi: 'suostumus', sv: 'samtycke', en: 'consent' },
  b: { fi: 'sopimus', sv: 'avtal', en: 'contract' },
  c: { fi: 'lakisääteinen velvoite', sv: 'rättslig förpliktelse', en: 'legal obligation' },
  d: { fi: 'elintärkeä etu', sv: 'vitalt intresse', en: 'vital interests' },
  e: { fi: 'yleinen etu', sv: 'allmänt intresse', en: 'public interest' },
  f: { fi: 'oikeutettu etu', sv: 'berättigat intresse', en: 'legitimate interest' },
}

/** The letter of Art. 6(1) that a basis refers to: "eu-gdpr:A6-1-f" → "f". */
export function basisLetter(ref: string | null | undefined): string | null {
  return /A6-1-([a-f])/.exec(ref ?? '')?.[1] ?? null
}

export function basisInWords(ref: string | null | undefined, language: Language): string {
  return bases[basisLetter(ref) ?? '']?.[language] ?? ref ?? ''
}

const article: Record<Language, (letter: string) => string> = {
  fi: (letter) => `6 art. 1 kohdan ${letter} alakohta`,
  sv: (letter) => `art. 6.1 ${letter}`,
  en: (letter) => `Art. 6(1)(${letter})`,
}

export function basisWithArticle(ref: string | null | undefined, language: Language): string {
  const letter = basisLetter(ref)
  return letter ? `${basisInWords(ref, language)} (${article[language](letter)})` : (ref ?? '')
}

const channels: Record<string, Three> = {
  email: { fi: 'sähköpostilla', sv: 'per e-post', en: 'by e-mail' },
  post: { fi: 'postitse', sv: 'per brev', en: 'by post' },
  sms: { fi: 'tekstiviestillä', sv: 'per textmeddelande', en: 'by text message' },
  phone: { fi: 'puhelimitse', sv: 'per telefon', en: 'by phone' },
  push: { fi: 'sovelluksen ilmoituksina', sv: 'som aviseringar i appen', en: 'by app notifications' },
}

export function channelInWords(channel: string, language: Language): string {
  return channels[channel]?.[language] ?? channel
}

export const changeClasses: Record<string, Three> = {
  material: { fi: 'Olennainen muutos', sv: 'Väsentlig ändring', en: 'Material change' },
  narrowing: { fi: 'Supistava muutos', sv: 'Inskränkande ändring', en: 'Narrowing change' },
  editorial: { fi: 'Kielellinen tai tekninen muutos', sv: 'Redaktionell ändring', en: 'Editorial change' },
  none: { fi: 'Ei muutoksia', sv: 'Inga ändringar', en: 'No changes' },
}

/** "laki, jonka nojalla": a ground or note may be one text or one per language. */
export function groundOf(ground: string | Partial<Three> | null | undefined, language: Language): Text {
  if (!ground) return []
  return textOf(typeof ground === 'string' ? ground : (ground[language] ?? ground.fi ?? ground.sv ?? ground.en))
}
