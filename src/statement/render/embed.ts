import { html } from '#platform/html'
import type { Language } from '#platform/language'
import { composeDocument } from './compose.ts'
import type { PublishedVersion } from './document.ts'
import { body, header } from './page.ts'

/** The statement without its page, to be included in one of the company's own. Its headings begin at h1; it brings no style. */
export function embedFragment(version: PublishedVersion, language: Language): string {
  const document = composeDocument(version, language)

  return html`<article class="seloste" lang="${language}" data-version="${document.version}" data-hash="${document.hash}">
${header(document)}${body(document)}</article>
`.markup
}
