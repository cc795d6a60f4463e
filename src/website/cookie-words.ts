import type { Language } from '#platform/language'
import { countryInWords, type Published } from '#statement'
import { filled } from './contact.texts.ts'
import { bannerTexts, catalogueTexts as texts } from './cookies.texts.ts'
import { type Catalogue, type CookieService, digestOf, type Embed } from './cookies.ts'

/** The words of the banner in one language; which groups it names, `{groups}`, the browser fills in by its Global Privacy Control. */
export function bannerWordsOf({ months }: Catalogue, language: Language): Record<keyof typeof bannerTexts, string> {
  const words = Object.entries(bannerTexts).map(([name, said]) => [
    name,
    said[language].replace('{months}', String(months[0])),
  ])
  return Object.fromEntries(words) as Record<keyof typeof bannerTexts, string>
}

/** The hash of what a visitor was shown: banner words and catalogue lines of one language. */
export function wordsHashOf(catalogue: Catalogue, language: Language): string {
  return digestOf({ words: bannerWordsOf(catalogue, language), catalogue: catalogue.hash, language }).hash
}

/** L-CK.5: of each service, what it is for, who provides it and where, its cookies with their durations, and who else gets in. */
export function linesOf(service: CookieService, language: Language): string[] {
  const { use, provider, cookies } = service
  return [
    use ? `${capital(use[language])}.` : '',
    cookies.length > 0
      ? `${texts.cookies[language]}: ${cookies.map(({ name, duration }) => (duration ? `${name} (${duration[language]})` : name)).join(', ')}.`
      : '',
    `${[provider, countryInWords(service.country, language), roleOf(service, language)].filter(Boolean).join(', ')}. ${accessTo(service, language)}.`,
  ].filter(Boolean)
}

function accessTo({ thirdPartyAccess, provider }: CookieService, language: Language): string {
  return thirdPartyAccess ? filled(texts.alsoProvider[language], { provider }) : texts.onlyWe[language]
}

export function roleOf({ role }: CookieService, language: Language): string {
  return role === null ? '' : texts[role === 'joint-controller' ? 'joint' : role][language]
}

/** S7.11, S7.12: who provides an embed and where, what it does, and who answers for it (C-40/17). */
export function embedLinesOf(
  { provider, country, use, joint }: Embed,
  { statement }: Published,
  language: Language,
): string[] {
  const where = countryInWords(country, language)
  const values = {
    provider,
    country: where ? ` (${where})` : '',
    use: use?.[language] ?? '',
    controller: statement.controller.legalName ?? '',
  }
  return [
    filled(texts.embedBy[language], values),
    filled((use ? texts.embedUse : texts.embedPlain)[language], values),
    ...(joint ? [filled(texts.embedJoint[language], values)] : []),
  ]
}

/** The first letter as a sentence begins. */
export function capital(text: string) {
  return text.charAt(0).toLocaleUpperCase('fi') + text.slice(1)
}
