import type { Html } from '#platform/html'
import type { Language } from '#platform/language'
import { type PageFrame, publicPage } from '#platform/page'

export type Place = 'statement' | 'contact' | 'my-page' | 'cookies'

/** A page of the website: the public frame with the places a visitor can go to. */
export function websitePage(frame: PageFrame & { at?: Place; places?: Partial<Record<Place, string>> }, main: Html): Html {
  const { at, places = {}, ...rest } = frame
  const navigation = (Object.keys(words[frame.language]) as Place[])
    .filter((place) => places[place])
    .map((place) => ({ text: words[frame.language][place], href: places[place] ?? '', current: place === at }))

  return publicPage({ navigation, ...rest }, main)
}

const words: Record<Language, Record<Place, string>> = {
  fi: { statement: 'Tietosuojaseloste', contact: 'Ota yhteyttä', 'my-page': 'Omat tiedot', cookies: 'Evästeet' },
  sv: { statement: 'Dataskyddsbeskrivning', contact: 'Kontakta oss', 'my-page': 'Mina uppgifter', cookies: 'Kakor' },
  en: { statement: 'Privacy statement', contact: 'Contact us', 'my-page': 'My data', cookies: 'Cookies' },
}
