import { html, safeAddress } from '#platform/html'
import type { Language } from '#platform/language'
import { publicPage } from '#platform/page'
import { type Change, changeClass, compare } from '../compare.ts'
import { sectionOf } from './clauses.ts'
import { headingOf } from './compose.ts'
import type { PublishedVersion } from './document.ts'
import { textMarkup } from './markup.ts'
import { pageWords } from './page.words.ts'
import { pick, plain } from './text.ts'
import { changeClasses, dayInWords } from './words.ts'

/** Where the pages about versions lead to. */
export interface VersionLinks {
  css: string
  languages: Record<Language, string>
  /** The statement in force. */
  current: string
  version: (version: number) => string
  /** What a version changed against the one it supersedes. */
  difference: (from: number, to: number) => string
  navigation?: readonly { text: string; href: string; current?: boolean }[]
}

/** S0.2: every version ever published, the newest first, each at its permanent address. */
export function renderVersions(list: readonly PublishedVersion[], language: Language, links: VersionLinks): string {
  const words = pageWords[language]
  const newest = [...list].sort((a, b) => b.version - a.version)
  const title = words.versionsTitle

  return publicPage(
    { ...frame(newest[0], language, links), title },
    html`<h1>${title}</h1>
<p class="lead">${words.versionsLead}</p>
<ol class="changes" reversed>${newest.map((version, at) => versionItem(version, language, links, at === 0))}</ol>`,
  ).markup
}

/** What one version does otherwise than another, by section, gravest first in words and not in colour alone. */
export function renderDifference(
  from: PublishedVersion,
  to: PublishedVersion,
  language: Language,
  links: VersionLinks,
): string {
  const words = pageWords[language]
  const changes = compare(from.statement, to.statement)
  const title = words.difference(from.version, to.version)
  const sections = Map.groupBy(changes, ({ clause }) => sectionOf(clause))

  return publicPage(
    { ...frame(to, language, links), title },
    html`<h1>${title}</h1>
<p class="lead">${changeClasses[changeClass(changes)]?.[language]}. ${words.inForce} ${dayInWords(to.effectiveFrom, language)}.</p>
${pick(to.changeSummary, language) && html`<p>${plain(pick(to.changeSummary, language))}</p>`}
${changes.length === 0 && html`<p>${words.noDifference}</p>`}
${[...sections.keys()]
  .sort((a, b) => Number(a) - Number(b))
  .map(
    (
      number,
    ) => html`<section><h2>${number !== '0' && html`<b>${number}</b>${textMarkup(headingOf(to.statement, number, language))}`}${number === '0' && words.wording}</h2>
<ul class="changes">${(sections.get(number) ?? []).map((change) => changeItem(change, change.kind === 'removed' ? from : to, language, links))}</ul></section>`,
  )}
<p><a href="${safeAddress(links.version(from.version))}">${words.version} ${from.version}</a> · <a href="${safeAddress(links.version(to.version))}">${words.version} ${to.version}</a></p>`,
  ).markup
}

// What was taken away is read where it still stands: in the older version.
function changeItem(change: Change, shown: PublishedVersion, language: Language, links: VersionLinks) {
  const effect = changeClasses[change.effect]?.[language]
  return html`<li class="${change.kind}">${change.said[language]} <span class="tag">${effect}</span> <a href="${safeAddress(`${links.version(shown.version)}#${change.clause}`)}">${change.clause}</a></li>\n`
}

function versionItem(version: PublishedVersion, language: Language, links: VersionLinks, newest: boolean) {
  const words = pageWords[language]
  const summary = pick(version.changeSummary, language)

  return html`<li><h2><a href="${safeAddress(links.version(version.version))}">${words.version} ${version.version}</a>${newest && html` <span class="tag">${words.current}</span>`}</h2>
<p>${words.published} ${dayInWords(version.publishedAt, language)}. ${words.inForce} ${dayInWords(version.effectiveFrom, language)}.${version.changeClass && version.supersedes !== null && html` ${changeClasses[version.changeClass]?.[language]}.`}${summary && html` ${plain(summary)}`}</p>
${version.supersedes !== null && html`<p><a href="${safeAddress(links.difference(version.supersedes, version.version))}">${words.compareTo} (${version.supersedes} → ${version.version})</a></p>`}
<p class="hash">SHA-256 ${version.hash}</p></li>
`
}

function frame(version: PublishedVersion | undefined, language: Language, links: VersionLinks) {
  return {
    language,
    css: links.css,
    languages: links.languages,
    house: version?.statement.controller.legalName ?? '',
    home: links.current,
    navigation: links.navigation,
    register: version ? plain(pick(version.statement.register.name, language)) : '',
  }
}
