import { attribute, type Html, html, safeAddress } from './html.ts'
import { type Language, languages } from './language.ts'

/** The frame of every public page: one style sheet, no script, no cookie, readable by anything that reads HTML. */
export interface PageFrame {
  language: Language
  title: string
  /** Address of public.css. */
  css: string
  /** The same page in the other languages. */
  languages?: Partial<Record<Language, string>>
  alternates?: readonly { type: string; href: string; title?: string }[]
  /** Where one is: the name of the house or of the register. */
  house?: string
  home?: string
  navigation?: readonly { text: string; href: string; current?: boolean }[]
  footer?: Html
  /** S1.1: the register's name, at the foot of a page that has no other footer. */
  register?: string
  /** A page that search engines leave alone: an old version, a receipt. */
  unlisted?: boolean
  /** A page with forms that must prove where they come from: browsers hide the origin under no-referrer. */
  tellsItself?: boolean
}

export function publicPage(frame: PageFrame, main: Html): Html {
  const { language } = frame

  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="same-origin">
${frame.unlisted && html`<meta name="robots" content="noindex">`}
<title>${frame.title}</title>
<link rel="stylesheet" href="${frame.css}">
${Object.entries(frame.languages ?? {}).map(
  ([other, href]) => html`<link rel="alternate" hreflang="${other}" href="${href}">
`,
)}${(frame.alternates ?? []).map(
  ({ type, href, title }) => html`<link rel="alternate" type="${type}" href="${href}"${attribute('title', title)}>
`,
)}</head>
<body>
<a class="skip" href="#main">${words.skip[language]}</a>
<header class="top">
<div class="wide">
${frame.house && (frame.home ? html`<a class="house" href="${safeAddress(frame.home)}">${frame.house}</a>` : html`<span class="house">${frame.house}</span>`)}
${navigation(frame)}
${languageChoice(frame)}
</div>
</header>
<main id="main" class="wide" tabindex="-1">
${main}
</main>
${foot(frame)}
</body>
</html>
`
}

function foot({ footer, register }: PageFrame): Html | false {
  const said = footer ?? (register ? html`<p>${register}</p>` : null)
  return said !== null && html`<footer class="bottom"><div class="wide">${said}</div></footer>`
}

function navigation({ navigation: places = [], language }: PageFrame): Html | false {
  return (
    places.length > 0 &&
    html`<nav aria-label="${words.navigation[language]}"><ul>${places.map(
      ({ text, href, current }) =>
        html`<li><a href="${safeAddress(href)}"${current && html` aria-current="page"`}>${text}</a></li>`,
    )}</ul></nav>`
  )
}

function languageChoice({ languages: addresses = {}, language }: PageFrame): Html | false {
  const offered = languages.filter((one) => addresses[one] !== undefined)

  return (
    offered.length > 1 &&
    html`<nav class="languages" aria-label="${words.languages[language]}"><ul>${offered.map(
      (one) =>
        html`<li><a href="${safeAddress(addresses[one] ?? '')}" lang="${one}" hreflang="${one}"${one === language && html` aria-current="true"`}>${words.own[one]}</a></li>`,
    )}</ul></nav>`
  )
}

const words = {
  skip: { fi: 'Siirry sisältöön', sv: 'Gå till innehållet', en: 'Skip to content' },
  navigation: { fi: 'Sivut', sv: 'Sidor', en: 'Pages' },
  languages: { fi: 'Kieli', sv: 'Språk', en: 'Language' },
  own: { fi: 'Suomi', sv: 'Svenska', en: 'English' },
} as const
