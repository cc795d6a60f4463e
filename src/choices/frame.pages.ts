import { type Html, html, safeAddress } from '#platform/html'
import { type Language, languages } from '#platform/language'
import { publicPage } from '#platform/page'
import type { Published } from '#statement'

export interface Framing {
  published: Published
  language: Language
  title: string
  /** The way up to the site's root from this page's address, such as `../`. */
  root: string
  /** The page's own address from itself, to which a language is added. */
  self: string
}

/** A page of somebody's own: without a script, a cookie, or a place in a search engine. */
export function framed({ published, language, title, root, self }: Framing, main: Html): string {
  const house = houseOf(published)
  return publicPage(
    {
      language,
      house,
      title: `${title} – ${house}`,
      css: `${root}public.css`,
      home: `${root}${language}/`,
      languages: Object.fromEntries(languages.map((other) => [other, `${self}?language=${other}`])),
      register: published.statement.register.name[language] ?? published.statement.register.name.fi ?? '',
      unlisted: true,
    },
    main,
  ).markup
}

export function houseOf({ statement }: Published): string {
  return statement.controller.legalName ?? ''
}

/** Where one may write or call instead: clause 3 of the statement. */
export function contactLines({ statement }: Published): Html {
  const { contact, controller } = statement
  const email = contact?.email?.address ?? controller.email?.address
  const phone = contact?.phone ?? controller.phone
  return html`<ul class="links">
${email && html`<li><a href="${safeAddress(`mailto:${email}`)}">${email}</a></li>`}
${phone?.display && html`<li><a href="${safeAddress(`tel:${phone.e164 ?? phone.display}`)}">${phone.display}</a></li>`}
</ul>`
}
