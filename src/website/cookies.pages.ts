import { type Html, html } from '#platform/html'
import type { Language } from '#platform/language'
import { countryInWords } from '#statement'
import { filled } from './contact.texts.ts'
import { cookiePageTexts as texts } from './cookie-page.texts.ts'
import { bannerWordsOf, capital, roleOf } from './cookie-words.ts'
import { bannerTexts, catalogueTexts } from './cookies.texts.ts'
import { askedServices, type Catalogue, type CookieService } from './cookies.ts'

export interface CookiesPage {
  language: Language
  catalogue: Catalogue
  controller: string
  statementHref: string
  /** The version of the statement, where the page shows one that is no longer in force. */
  earlier?: { version: number; currentHref: string }
  /** What this browser keeps; a page of an earlier version shows none and asks nothing. */
  choice?: { said: Readonly<Record<string, boolean>>; receiptHref: string | null; gpc: boolean; saved: boolean }
}

/** Every cookie with its purpose, provider, duration and who else gets in, and the choice itself without a line of script. */
export function cookiesPage(page: CookiesPage): Html {
  const { language, catalogue, earlier, choice } = page
  const asked = askedServices(catalogue)

  return html`<h1>${texts.title[language]}</h1>
${earlier && html`<p class="note">${texts.earlier[language]} ${earlier.version}. <a href="${earlier.currentHref}">${texts.toCurrent[language]}</a></p>`}
<p class="lead">${asked.length > 0 ? texts.lead[language] : texts.leadNone[language]}</p>
${choice && asked.length > 0 && choosing(page, choice)}
${catalogue.groups.map((group) => groupMarkup(group, language))}
${catalogue.embeds.length > 0 && embedsMarkup(catalogue, language)}
<p><a href="${page.statementHref}">${texts.statement[language]}</a></p>`
}

function choosing(
  { language, catalogue, controller }: CookiesPage,
  { said, receiptHref, gpc, saved }: NonNullable<CookiesPage['choice']>,
): Html {
  const words = bannerWordsOf(catalogue, language)
  const groups = catalogue.groups.filter(({ exempt }) => !exempt)

  return html`<section class="choices" aria-labelledby="choice"><h2 id="choice">${words.title}</h2>
${saved && html`<p class="note" role="status">${bannerTexts.saved[language]}</p>`}
<p>${texts.keeps[language].replace('{controller}', controller).replace('{months}', String(catalogue.months[0]))}</p>
${gpc && html`<p>${texts.gpc[language]}</p>`}
<form method="post" action="./">
${groups.map(
  ({ label, services }) => html`<fieldset><legend>${label[language]}</legend>${services.map(
    ({ scope, name, use }) =>
      html`<label class="tick"><input type="checkbox" name="${scope}" value="1"${said[scope] && html` checked`}> ${name}${use && html` <small>${capital(use[language])}</small>`}</label>`,
  )}</fieldset>
`,
)}<p class="buttons"><button name="choice" value="all">${words.all}</button> <button name="choice" value="necessary">${words.necessary}</button> <button name="choice" value="chosen">${words.save}</button></p>
</form>
${receiptHref && html`<p><a href="${receiptHref}">${words.receipt}</a></p>`}
</section>
`
}

function groupMarkup({ id, label, exempt, services }: Catalogue['groups'][number], language: Language): Html {
  return html`<section><h2 id="${id}">${label[language]}</h2><p>${catalogueTexts[exempt ? 'exempt' : 'asked'][language]}</p>
<table class="even" aria-labelledby="${id}">
<thead><tr>${texts.head[language].map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${services.map((service) => rowMarkup(service, language))}</tbody></table></section>
`
}

function rowMarkup(service: CookieService, language: Language): Html {
  const [, what, cookies, who] = texts.head[language]
  const place = [countryInWords(service.country, language), roleOf(service, language)].filter(Boolean).join(', ')
  return html`<tr><th scope="row">${service.name}${place && html`<br><small>${place}</small>`}</th>
<td data-l="${what}">${service.use ? capital(service.use[language]) : '–'}</td>
<td data-l="${cookies}">${service.cookies.length === 0 ? '–' : service.cookies.map(({ name, duration, party }, at) => html`${at > 0 && html`<br>`}<code>${name}</code> ${duration?.[language] ?? '–'}, ${texts.party[party][language]}`)}</td>
<td data-l="${who}">${filled(texts.access[service.thirdPartyAccess ? 'also' : 'we'][language], { provider: service.provider })}</td></tr>`
}

function embedsMarkup({ embeds }: Catalogue, language: Language): Html {
  return html`<section><h2>${texts.embeds[language]}</h2><p>${texts.embedsLead[language]}</p>
<ul>${embeds.map(
    ({ provider, country, use, joint }) =>
      html`<li><strong>${provider}</strong>, ${countryInWords(country, language)}${use && html`: ${use[language]}`}${joint && html` (${catalogueTexts.joint[language]})`}</li>`,
  )}</ul></section>
`
}
