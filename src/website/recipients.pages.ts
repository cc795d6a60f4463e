import { Type } from 'typebox'
import { type Html, html, safeAddress } from '#platform/html'
import type { HttpServer } from '#platform/http'
import { type Language, languages } from '#platform/language'
import { publicPage } from '#platform/page'
import { circumstances, recipientsNow } from '#recipients'
import { countryInWords, dayInWords, type Published, type Running } from '#statement'
import { address, linksFrom } from './addresses.ts'
import {
  agreementTexts,
  recipientCaptions,
  recipientHeads,
  recipientTexts as texts,
  toolTexts,
  transferTexts,
} from './recipients.texts.ts'
import { navigationFrom } from './statement.pages.ts'

type Now = ReturnType<typeof recipientsNow>
const anyone = { may: 'public' as const }
const InLanguage = Type.Object({ language: Type.Enum([...languages]) })

/** Art. 13(1)(e)–(f): to whom data go, and what leaves the EEA with which safeguard, checked when. No cookie, no script. */
export function recipientPages<T>(server: HttpServer, running: Running<T>) {
  server.get('/:language/recipients', { config: anyone, schema: { params: InLanguage } }, (_, reply) =>
    reply.redirect('./recipients/', 308),
  )
  for (const [path, language] of [
    ['/vastaanottajat', 'fi'],
    ['/mottagare', 'sv'],
    ['/recipients', 'en'],
  ] as const)
    server.get(path, { config: anyone }, (_, reply) => reply.redirect(`./${address.recipients(language)}`))

  server.get(
    '/:language/recipients/',
    { config: anyone, schema: { params: InLanguage } },
    async ({ params: { language } }, reply) => {
      const about = await circumstances(running)
      const published = running.current() as Published // circumstances() has refused where there is none
      const here = address.recipients(language)
      const link = linksFrom(here)
      const house = published.statement.controller.legalName ?? ''
      const frame = {
        ...{ language, title: `${texts.title[language]} – ${house}`, css: link(address.css()), house },
        home: link(address.statement(language)),
        languages: Object.fromEntries(languages.map((other) => [other, link(address.recipients(other))])),
        navigation: navigationFrom(here, language, published),
      }
      const statementHref = link(address.statement(language))
      const page = publicPage(frame, mainOf(recipientsNow(about), published, { language, statementHref }))
      return reply.type('text/html; charset=utf-8').header('cache-control', 'public, max-age=60').send(page.markup)
    },
  )
}

function mainOf(
  now: Now,
  { statement }: Published,
  { language, statementHref }: { language: Language; statementHref: string },
): Html {
  const register = statement.register.name[language] ?? statement.register.name.fi
  return html`<h1>${texts.title[language]}</h1>
<p class="lead">${register}. ${texts.lead[language]}</p>
<section><h2>${texts.recipients[language]}</h2>
${now.recipients.length === 0 ? html`<p>${texts.unnamed[language]}</p>` : html`<ul>${now.recipients.map((one) => recipientMarkup(one, language))}</ul>`}
</section>
<section><h2>${texts.processors[language]}</h2><p>${texts.processorsLead[language]}</p>
${now.processors.some(({ self }) => self) && html`<p>${texts.own[language]}</p>`}
${processorsMarkup(now, language)}</section>
<section><h2>${texts.transfers[language]}</h2>
${now.transfers.length === 0 ? html`<p>${texts.none[language]}</p>` : transfersMarkup(now, language)}</section>
<p><a href="${statementHref}#section-8">${texts.statement[language]}</a></p>`
}

function recipientMarkup({ label, id, members, fourEyes }: Now['recipients'][number], language: Language): Html {
  const named = members.map(({ name }) => name).join(', ')
  return html`<li><strong>${label?.[language] ?? label?.fi ?? id}</strong>${named && html`: ${named}`}${fourEyes && html` (${texts.twoPeople[language]})`}</li>`
}

function processorsMarkup({ processors }: Now, language: Language): Html {
  const head = recipientHeads.processors[language]
  return html`<table><caption>${recipientCaptions.processors[language]}</caption>
<thead><tr>${head.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead>
<tbody>${processors
    .filter(({ self }) => !self)
    .map((one) => {
      const service = one.id === 'hosting' ? texts.hosting[language] : wordsOf(one.service, language)
      const { state, signedOn } = one.agreement
      const open = state !== 'missing' && state !== 'incomplete'
      const agreed = open
        ? filled(agreementTexts.signed[language], signedOn, language)
        : agreementTexts.missing[language]
      return html`<tr><th scope="row">${one.provider}${one.privacyUrl && html`<br><small><a href="${safeAddress(one.privacyUrl)}" rel="noreferrer">${texts.privacy[language]}</a></small>`}</th>
<td data-l="${head[1]}">${service || '–'}</td>
<td data-l="${head[2]}">${countryInWords(one.country, language) || '–'}</td>
<td data-l="${head[3]}">${agreed}</td></tr>`
    })}</tbody></table>
`
}

function transfersMarkup({ transfers }: Now, language: Language): Html {
  const head = recipientHeads.transfers[language]
  return html`<table><caption>${recipientCaptions.transfers[language]}</caption>
<thead><tr>${head.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead>
<tbody>${transfers.map(
    (one) => html`<tr><th scope="row">${one.provider}</th>
<td data-l="${head[1]}">${countryInWords(one.country, language)}</td>
<td data-l="${head[2]}">${(one.tool && toolTexts[one.tool]?.[language]) ?? '–'}${one.copyFrom && html`<br><small>${texts.copy[language]} ${wordsOf(one.copyFrom, language)}</small>`}</td>
<td data-l="${head[3]}">${filled(transferTexts[saidOf(one.state)][language], one.checkedOn, language)}</td></tr>`,
  )}</tbody></table>
`
}

function saidOf(state: Now['transfers'][number]['state']): keyof typeof transferTexts {
  if (state === 'stopped' || state === 'incomplete') return state
  return state === 'check-overdue' ? 'overdue' : 'open'
}

function filled(text: string, day: string | null, language: Language): string {
  return text.replace('{day}', day ? dayInWords(day, language) : '–')
}

function wordsOf(said: string | { fi: string; sv?: string; en?: string } | null, language: Language): string {
  return typeof said === 'string' ? said : (said?.[language] ?? said?.fi ?? '')
}
