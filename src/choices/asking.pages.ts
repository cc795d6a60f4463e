import { type Html, html } from '#platform/html'
import type { Language } from '#platform/language'
import { myTexts as texts } from './my-page.texts.ts'
import { linkHours } from './send-links.ts'
import { filled } from './unsubscribe.texts.ts'

/** Where one asks for the link to one's own page. */
export function askPage(language: Language, fault: boolean): Html {
  return html`<article class="form"><h1>${texts.title[language]}</h1><p class="lead">${texts.askLead[language]}</p>
<form method="post" action="my?language=${language}" novalidate>
<p class="field"><label for="email">${texts.email[language]}</label>
<input id="email" name="email" type="email" autocomplete="email" maxlength="254" required${fault && html` aria-invalid="true" aria-describedby="fault"`}>
${fault && html`<strong class="fault" id="fault">${texts.notAddress[language]}</strong>`}</p>
<p><button type="submit">${texts.askButton[language]}</button></p></form></article>`
}

/** The same answer whoever asked, known or not. */
export function askedPage(language: Language, contact: Html): Html {
  return html`<div class="form" role="status"><h1>${texts.askedTitle[language]}</h1><p class="lead">${filled(texts.asked[language], { hours: linkHours })}</p>${contact}</div>`
}

export function expiredPage(language: Language): Html {
  return html`<article class="form"><h1>${texts.expiredTitle[language]}</h1><p class="lead">${texts.expired[language]}</p>
<p><a class="button" href="../my?language=${language}">${texts.newLink[language]}</a></p></article>`
}

/** A consent that was asked for, in the words it would be given in: one button gives it. */
export function confirmPage(language: Language, wording: string): Html {
  return html`<article class="form"><h1>${texts.confirmTitle[language]}</h1><blockquote>${wording}</blockquote>
<form method="post" action="?language=${language}"><input type="hidden" name="deed" value="confirm"><p><button type="submit">${texts.confirmButton[language]}</button></p></form></article>`
}

export function confirmedPage(language: Language, isDone: boolean): Html {
  const said = isDone ? texts.confirmed : texts.confirmOver
  return html`<div class="form" role="status"><h1>${texts.confirmTitle[language]}</h1><p class="lead">${said[language]}</p></div>`
}
