import type { Language } from '#platform/language'
import type { Published } from '#statement'

interface Mark {
  who: string
  why: string
  language: Language
  published: Published
  at: Date
}

/** Who took the file, when, why, and under which statement. */
export function markOf({ who, why, language, published: { version, hash }, at }: Mark): string {
  const when = new Intl.DateTimeFormat({ fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }[language], {
    timeZone: 'Europe/Helsinki',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at)
  const statement = `v${version} (${hash.slice(0, 12)})`
  const said = {
    fi: ['Viety rekisteristä', 'Käyttö', 'Rekisteriseloste'],
    sv: ['Exporterad ur registret', 'Användning', 'Registerbeskrivning'],
    en: ['Exported from the register', 'Used for', 'Statement'],
  }[language]
  return [`${said[0]}: ${who}, ${when}`, ...(why ? [`${said[1]}: ${why}`] : []), `${said[2]} ${statement}`].join(' · ')
}
