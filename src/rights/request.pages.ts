import { type Html, html } from '#platform/html'
import type { Language } from '#platform/language'
import type { PackageForm } from './package/make-package.ts'
import { kindTexts, requestTexts as texts } from './request.texts.ts'
import { requestKinds } from './request.ts'

export interface Typed {
  kind: string
  text: string
  name: string
  address: string
  stop: boolean
}

export type Fault = { field: 'text' | 'address' | 'name' | ''; code: 'missing' | 'tooLong' | 'automatic' | 'expired' }

/** The form: free text and somewhere to answer are all that is needed (Art. 12(2)). */
export function requestPage(
  { language, token }: { language: Language; token: string },
  typed: Typed,
  faults: readonly Fault[],
): Html {
  const general = faults.filter(({ field }) => field === '')
  return html`<article class="form">
<h1>${texts.title[language]}</h1>
<p class="lead">${texts.lead[language]}</p>
${faults.length > 0 && html`<p class="alert" role="alert">${texts.faults[language]}${general.map(({ code }) => html` ${texts[code][language]}`)}</p>`}
<form method="post" action="./" novalidate>
${field('kind', texts.kind[language], language, faults, html`<select id="kind" name="kind">${requestKinds.map((kind) => html`<option value="${kind}"${kind === typed.kind && html` selected`}>${kindTexts[kind][language]}</option>`)}</select>`)}
${field('text', texts.text[language], language, faults, html`<textarea id="text" name="text" rows="7" maxlength="20000"${described('text', faults)}>${typed.text}</textarea>`)}
${field('address', texts.reach[language], language, faults, html`<small id="hint-address">${texts.reachHint[language]}</small><input id="address" name="address" maxlength="1000" autocomplete="email" value="${typed.address}" aria-describedby="hint-address${faults.some((one) => one.field === 'address') && ' fault-address'}"${faults.some((one) => one.field === 'address') && html` aria-invalid="true"`}>`)}
${field('name', html`${texts.name[language]} <small>(${texts.optional[language]})</small>`, language, faults, html`<input id="name" name="name" maxlength="400" autocomplete="name" value="${typed.name}">`)}
<p class="field"><label><input type="checkbox" name="stop" value="yes"${typed.stop && html` checked`}> ${texts.stop[language]}</label></p>
<p class="trap" aria-hidden="true"><label for="website">${texts.trap[language]}</label><input id="website" name="website" tabindex="-1" autocomplete="off"></p>
<input type="hidden" name="begun" value="${token}">
<p><button type="submit">${texts.send[language]}</button></p>
</form>
</article>`
}

export function takenPage({ language, reference, due }: { language: Language; reference: string; due: string }): Html {
  return html`<article class="form" role="status"><h1>${texts.sentTitle[language]}</h1>
<p>${texts.sent[language].replace('{due}', due)}</p><p>${texts.reference[language]}: <strong>${reference}</strong></p></article>`
}

/** The page behind an identity link: opening it proves nothing, the button does. */
export function confirmPage(language: Language): Html {
  return html`<article class="form"><h1>${texts.confirmTitle[language]}</h1><p>${texts.confirmLead[language]}</p>
<form method="post" action="./"><p><button type="submit">${texts.confirm[language]}</button></p></form></article>`
}

export function saidPage(language: Language, title: keyof typeof texts, said: keyof typeof texts): Html {
  return html`<article class="form" role="status"><h1>${texts[title][language]}</h1><p>${texts[said][language]}</p></article>`
}

/** A link that opens nothing any more, and how to go on. */
export function refusedPage(language: Language, { title, contact }: { title: string; contact: string }): Html {
  return html`<article class="form" role="alert"><h1>${texts.title[language]}</h1><p>${title}</p>${contact && html`<p>${texts.contact[language]}: ${contact}</p>`}</article>`
}

/** Asks for the code, or offers to send one. */
export function codePage(language: Language, { isSent, fault }: { isSent: boolean; fault?: string }): Html {
  return html`<article class="form"><h1>${texts.answerTitle[language]}</h1>
${fault && html`<p class="alert" role="alert">${fault}</p>`}
${
  isSent
    ? html`<p role="status">${texts.codeSent[language]}</p><form method="post" action="./"><p class="field"><label for="code">${texts.code[language]}</label><input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6" required></p><p><button type="submit">${texts.open[language]}</button></p></form>`
    : html`<p>${texts.answerLead[language]}</p>`
}
<form method="post" action="./"><p><button type="submit" name="send" value="code">${texts.sendCode[language]}</button></p></form></article>`
}

export function filesPage(language: Language, { code, forms }: { code: string; forms: readonly PackageForm[] }): Html {
  return html`<article class="form"><h1>${texts.answerTitle[language]}</h1><p>${texts.files[language]}</p>
${forms.map((form) => html`<form method="post" action="./${form}"><input type="hidden" name="code" value="${code}"><p><button type="submit">${texts[form][language]}</button></p></form>`)}</article>`
}

function field(id: string, label: Html | string, language: Language, faults: readonly Fault[], control: Html): Html {
  const fault = faults.find((one) => one.field === id)
  return html`<p class="field"><label for="${id}">${label}</label>
${control}${fault && html`<strong class="fault" id="fault-${id}">${texts[fault.code][language]}</strong>`}</p>`
}

function described(id: string, faults: readonly Fault[]) {
  return faults.some((one) => one.field === id) ? html` aria-invalid="true" aria-describedby="fault-${id}"` : ''
}
