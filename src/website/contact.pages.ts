import { type Html, html } from '#platform/html'
import type { Language } from '#platform/language'
import { filled, refusedSaid, contactTexts as texts } from './contact.texts.ts'
import type { ContactForm, FormFault, Submission } from './contact-form.ts'

export interface ContactPage {
  language: Language
  form: ContactForm
  controller: string
  version: number
  statementHref: string
  action: string
  token: string
}

/** The contact form: the declared fields and a message, the notice of Art. 13 beside them, and no box to tick. */
export function contactPage(page: ContactPage, typed: Submission | null, faults: readonly FormFault[]): Html {
  const { language } = page
  return html`<article class="form">
<h1>${texts.title[language]}</h1>
<p class="lead">${texts.lead[language]}</p>
${faults.length > 0 && html`<p class="alert" role="alert">${refusedSaid(faults, language)}</p>`}
<form method="post" action="${page.action}" novalidate>
${page.form.fields.map((field) => fieldMarkup(field, page, typed, faults))}
${labelled('message', texts.message[language], true, language, faults, html`<textarea id="message" name="message" rows="7" maxlength="5000" required${described('message', faults)}>${typed?.message ?? ''}</textarea>`)}
<p class="trap" aria-hidden="true"><label for="website">${texts.trap[language]}</label><input id="website" name="website" tabindex="-1" autocomplete="off"></p>
<input type="hidden" name="begun" value="${page.token}"><input type="hidden" name="language" value="${language}">
${notice(page)}
<p><button type="submit">${texts.send[language]}</button></p>
</form>
</article>`
}

// Art. 13(1)–(2) GDPR: told at the time of collection, in layers; the version shown is stored with what was sent.
function notice({ language, controller, version, statementHref }: ContactPage): Html {
  return html`<aside class="notice" aria-labelledby="notice"><h2 id="notice">${texts.noticeTitle[language]}</h2>
<p>${filled(texts.notice[language], { controller })}</p>
<p><a href="${statementHref}">${filled(texts.noticeMore[language], { version })}</a></p></aside>`
}

export function sentPage({ language, reference }: { language: Language; reference: string }): Html {
  return html`<article class="form" role="status"><h1>${texts.sentTitle[language]}</h1>
<p>${texts.sent[language]}</p><p>${texts.reference[language]}: <strong>${reference}</strong></p></article>`
}

export function closedPage(language: Language): Html {
  return html`<article class="form"><h1>${texts.title[language]}</h1><p>${texts.closed[language]}</p></article>`
}

export const autocompletes: Record<string, string> = {
  'person.name': 'name',
  'person.email': 'email',
  'person.phone': 'tel',
  'org.name': 'organization',
}

/** What a field is called to a visitor. */
export function fieldLabel({ id, label }: ContactForm['fields'][number], language: Language): string {
  return texts.fields[id as keyof typeof texts.fields]?.[language] ?? label[language]
}

function fieldMarkup(
  field: ContactForm['fields'][number],
  page: ContactPage,
  typed: Submission | null,
  faults: readonly FormFault[],
) {
  const { id, kind, required } = field
  return labelled(
    id,
    fieldLabel(field, page.language),
    required,
    page.language,
    faults,
    html`<input id="${id}" name="${id}" type="${kind}" maxlength="200" autocomplete="${autocompletes[id] ?? 'off'}" value="${typed?.values[id] ?? ''}"${required ? html` required` : ''}${described(id, faults)}>`,
  )
}

function labelled(
  id: string,
  name: string,
  required: boolean,
  language: Language,
  faults: readonly FormFault[],
  control: Html,
) {
  const fault = faults.find(({ field }) => field === id)
  return html`<p class="field"><label for="${id}">${name}${!required && html` <small>(${texts.optional[language]})</small>`}</label>
${control}${fault && html`<strong class="fault" id="fault-${id}">${texts.faultOf[fault.code][language]}</strong>`}</p>`
}

function described(id: string, faults: readonly FormFault[]) {
  return faults.some(({ field }) => field === id) ? html` aria-invalid="true" aria-describedby="fault-${id}"` : ''
}
