import { type Html, html, safeAddress } from '#platform/html'
import type { Language } from '#platform/language'
import { publicPage } from '#platform/page'
import { composeDocument } from './compose.ts'
import type { Document, PublishedVersion } from './document.ts'
import { sectionMarkup, summaryMarkup, textMarkup } from './markup.ts'
import { pageWords } from './page.words.ts'
import { dayInWords, dayOf } from './words.ts'

/** Where everything around a statement stands. Paths or full addresses; relative ones for a static site. */
export interface PageLinks {
  css: string
  languages: Record<Language, string>
  versions: string
  pdf: string
  yaml: string
  json: string
  jsonld: string
  record?: string
  /** Given when the page shows a version that is no longer in force. */
  current?: string
  /** Other places of the website. */
  navigation?: readonly { text: string; href: string; current?: boolean }[]
}

/** The public page of a statement: what GDPR Art. 12 asks to be concise, transparent, intelligible and easily accessible. */
export function renderPage(version: PublishedVersion, language: Language, links: PageLinks): string {
  const document = composeDocument(version, language)

  return publicPage(
    {
      language,
      title: `${document.title} – ${document.register}`,
      css: links.css,
      languages: links.languages,
      alternates: [
        { type: 'application/ld+json', href: links.jsonld },
        { type: 'application/json', href: links.json },
      ],
      house: version.statement.controller.legalName ?? '',
      navigation: links.navigation,
      unlisted: links.current !== undefined,
      footer: footer(document, links),
    },
    html`${header(document, links)}${body(document)}`,
  ).markup
}

export function body(document: Document): Html {
  const words = pageWords[document.language]

  return html`${summaryMarkup(document.summary, words.inShort)}
<nav class="toc" aria-labelledby="toc"><h2 id="toc">${words.contents}</h2>
<ol>${document.sections.map(({ number, heading }) => html`<li><a href="#section-${number}">${number} ${textMarkup(heading)}</a></li>`)}</ol></nav>
${document.sections.map(sectionMarkup)}`
}

export function header(document: Document, links?: Pick<PageLinks, 'current'>): Html {
  const { language } = document
  const words = pageWords[language]

  return html`<h1 id="S0.1">${document.title}</h1>
${document.subtitle && html`<p class="lead">${document.subtitle}</p>`}
<p class="dates" id="S0.2">${words.updated} <time datetime="${dayOf(document.updatedOn)}">${dayInWords(document.updatedOn, language)}</time>. ${words.inForce} ${dayInWords(document.effectiveFrom, language)}. ${words.version} ${document.version}.</p>
${links?.current && html`<p class="note">${words.notCurrent} <a href="${safeAddress(links.current)}">${words.toCurrent}</a></p>`}
`
}

function footer(document: Document, links: PageLinks): Html {
  const words = pageWords[document.language]
  const copies = [
    [links.versions, words.versions],
    [links.pdf, 'PDF'],
    [links.yaml, 'YAML'],
    [links.json, 'JSON'],
    [links.jsonld, 'JSON-LD'],
    [links.record, words.record],
  ]

  return html`<ul class="links">${copies.map(([href, text]) => href && html`<li><a href="${safeAddress(href)}">${text}</a></li>`)}</ul>
<p>${words.authoritative}</p>
<p class="hash">SHA-256 ${document.hash}</p>`
}
