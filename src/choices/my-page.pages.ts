import { type Html, html } from '#platform/html'
import type { Language } from '#platform/language'
import { type Published, periodInWords } from '#statement'
import type { Channel } from './channel.ts'
import { contactLines, houseOf } from './frame.pages.ts'
import { lookNames, myTexts as texts } from './my-page.texts.ts'
import type { MyPage } from './my-page.view.ts'
import { channelNames, filled, wordings } from './unsubscribe.texts.ts'

export interface Shown {
  page: MyPage
  published: Published
  language: Language
  until: Date
  /** What was just done, or why it was not. */
  said: { text: string; isFault: boolean } | null
}

/** One's own page: what is held, from where, why and until when, who looked; and what one may do about it. */
export function myPage(shown: Shown): Html {
  const { page, published, language, until, said } = shown
  const lead = filled(texts.lead[language], { house: houseOf(published), until: moment(until, language) })
  return html`<article class="mine"><h1>${texts.title[language]}${page.name && html`: ${page.name}`}</h1>
${said && html`<p class="${said.isFault ? 'alert' : 'note'}" role="${said.isFault ? 'alert' : 'status'}">${said.text}</p>`}
<p class="lead">${page.isShared ? texts.shared[language] : lead}</p>
${page.restricted && html`<p class="note">${texts.restricted[language]}</p>`}
${marketing(shown)}
${!page.isShared && held(shown)}
${!page.isShared && looks(shown)}
${asking(shown)}
<section><p>${texts.contact[language]}</p>${contactLines(published)}
<p><a href="../${language}/">${texts.statement[language]}</a></p></section></article>`
}

// Art. 21(3) GDPR: one press, no proof, no reasons; first on the page because it is asked most.
function marketing({ page, language, published }: Shown): Html {
  const consentable = page.standings.filter(
    ({ state, isDeclared }) => isDeclared && state !== 'consented' && state !== 'restricted',
  )
  return html`<section aria-labelledby="marketing"><h2 id="marketing">${texts.marketing[language]}</h2>
<dl class="facts">${page.standings.map(
    ({ channel, state, since }) =>
      html`<dt>${capitalised(channelNames[channel][language])}</dt><dd>${texts.standing[state][language]}${since && state !== 'nothing-said' && html` ${filled(texts.since[language], { day: day(since, language) })}`}</dd>`,
  )}</dl>
${
  page.objectedToAll
    ? html`<p>${texts.stopped[language]}</p>`
    : html`<form method="post" action="?language=${language}"><input type="hidden" name="deed" value="stop">
<p class="hint">${texts.stopHint[language]}</p><p><button type="submit">${texts.stopAll[language]}</button></p></form>`
}
${page.topics.length > 1 && !page.objectedToAll && topics(page.topics, language)}
${page.standings
  .filter(({ state }) => state === 'consented' || state === 'requested')
  .map(({ channel }) => withdrawal(channel, language))}
${consentable.map(({ channel }) => consenting(channel, language, houseOf(published)))}</section>`
}

function topics(list: MyPage['topics'], language: Language): Html {
  return html`<form method="post" action="?language=${language}"><input type="hidden" name="deed" value="topics">
<fieldset class="choices"><legend>${texts.topics[language]}</legend>${list.map(
    ({ id, label, isRefused }) =>
      html`<label><input type="checkbox" name="topic:${id}" value="yes"${!isRefused && html` checked`}> ${label}</label>`,
  )}</fieldset><p><button type="submit" class="quiet">${texts.saveTopics[language]}</button></p></form>`
}

function withdrawal(channel: Channel, language: Language): Html {
  return html`<form method="post" action="?language=${language}"><input type="hidden" name="deed" value="withdraw"><input type="hidden" name="channel" value="${channel}">
<p><button type="submit" class="quiet">${filled(texts.withdraw[language], { channel: channelNames[channel][language] })}</button></p></form>`
}

// Art. 4(11) GDPR: one channel at a time, in these words, by a press that does nothing else.
function consenting(channel: Channel, language: Language, house: string): Html {
  const name = channelNames[channel][language]
  return html`<details><summary>${filled(texts.allow[language], { channel: name })}</summary>
<form method="post" action="?language=${language}"><input type="hidden" name="deed" value="consent"><input type="hidden" name="channel" value="${channel}">
<p>${filled(wordings[channel][language], { house })}</p>
<p><button type="submit" class="quiet">${texts.confirmButton[language]}</button></p></form></details>`
}

function held({ page, language, published }: Shown): Html {
  const heads = [texts.value, texts.what, texts.from, texts.why].map((one) => one[language])
  return html`<section aria-labelledby="held"><h2 id="held">${texts.heldTitle[language]}</h2>
${
  page.held.length === 0
    ? html`<p>${texts.nothing[language]}</p>`
    : html`<table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${page.held.map(
        ({ field, label, values, sources }) =>
          html`<tr><th scope="row">${label}</th><td data-l="${heads[1]}">${values.map((value, at) => html`${at > 0 && html`<br>`}${value}`)}</td>
<td data-l="${heads[2]}">${sources.map(({ label, at }, n) => html`${n > 0 && html`<br>`}${label}, ${day(at, language)}`)}</td>
<td data-l="${heads[3]}">${purposesOf(published, field, language)}</td></tr>`,
      )}</tbody></table>`
}
${page.counted.length > 0 && html`<p>${texts.counted[language]}</p><ul>${page.counted.map(({ label, rows }) => html`<li>${label}: ${rows}</li>`)}</ul>`}
<h3>${texts.untilTitle[language]}</h3><p>${filled(texts.until[language], periods(published, language))}</p></section>`
}

function looks({ page, language, published }: Shown): Html {
  const heads = [texts.day, texts.duty, texts.reason, texts.times].map((one) => one[language])
  return html`<section aria-labelledby="looks"><h2 id="looks">${texts.looksTitle[language]}</h2><p class="hint">${texts.looksHint[language]}</p>
${
  page.looks.length === 0
    ? html`<p>${texts.noLooks[language]}</p>`
    : html`<table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${page.looks.map(
        (one) =>
          html`<tr><th scope="row">${dayText(one.day, language)}</th><td data-l="${heads[1]}">${dutyName(published, one, language)}</td><td data-l="${heads[2]}">${purposeName(published, one, language)}</td><td data-l="${heads[3]}">${one.times}</td></tr>`,
      )}</tbody></table>`
}</section>`
}

function asking({ language }: Shown): Html {
  return html`<section aria-labelledby="ask"><h2 id="ask">${texts.askTitle[language]}</h2><p class="hint">${texts.askHint[language]}</p>
<form method="post" action="?language=${language}"><input type="hidden" name="deed" value="request">
<label for="kind">${texts.kind[language]}</label>
<select id="kind" name="kind" required>${Object.entries(texts.kinds).map(([kind, said]) => html`<option value="${kind}">${said[language]}</option>`)}</select>
<label for="text">${texts.words[language]}</label><textarea id="text" name="text" rows="5" maxlength="5000"></textarea>
<p><button type="submit">${texts.send[language]}</button></p></form></section>`
}

// Art. 13(1)(c): what for, by the duties that read it; the privacy desk reads for the person alone.
function purposesOf({ policy }: Published, field: string, language: Language): string {
  const duties = [...policy.duties.values()].filter(({ id, reads }) => id !== 'privacy' && reads.has(field))
  const ids = [...new Set(duties.flatMap(({ purposes }) => purposes))]
  return ids.flatMap((id) => policy.purposes.get(id)?.label[language] ?? []).join(', ')
}

function periods({ statement }: Published, language: Language) {
  const period = (wanted: string) => statement.retention?.rules?.find((one) => one.class === wanted)?.period
  const said = (wanted: string) => periodInWords(period(wanted), language) || '–'
  return { contact: said('contact'), lead: said('lead') }
}

function dutyName({ policy }: Published, { duty, purpose }: MyPage['looks'][number], language: Language): string {
  if (purpose === 'own-page') return houseOwn[language]
  return policy.duties.get(duty)?.label[language] ?? lookNames[duty]?.[language] ?? duty
}

function purposeName({ policy }: Published, { duty, purpose }: MyPage['looks'][number], language: Language): string {
  const named = policy.purposes.get(purpose)?.label[language] ?? lookNames[purpose]?.[language]
  return named ?? lookNames[duty]?.[language] ?? purpose
}

const houseOwn = { fi: 'sinä itse', sv: 'du själv', en: 'you yourself' }

function capitalised(text: string) {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export function day(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { timeZone: 'Europe/Helsinki', dateStyle: 'medium' }).format(at)
}

function dayText(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', dateStyle: 'medium' }).format(
    new Date(`${iso}T12:00:00Z`),
  )
}

function moment(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    ...{ timeZone: 'Europe/Helsinki', dateStyle: 'medium', timeStyle: 'short' },
  } as const).format(at)
}

const locales = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const
