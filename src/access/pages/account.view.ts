import { renderSVG } from 'uqr'
import { type Html, html, trusted } from '#platform/html'
import type { Language } from '#platform/language'
import { authenticatorAddress } from '../authenticator.ts'
import type { instructionFor } from '../instruction.ts'
import type { ownFactors } from '../own-factors.ts'
import type { sessionsOf } from '../sessions.ts'
import type { Need, Staff } from '../staff.ts'
import { codeField, field, passwordFields, type Refused, refusedNote } from './forms.ts'
import { words } from './words.ts'

export interface Account {
  language: Language
  staff: Staff
  factors: Awaited<ReturnType<typeof ownFactors>>
  sessions: Awaited<ReturnType<typeof sessionsOf>>
  instruction: Awaited<ReturnType<typeof instructionFor>>
  /** Whether this address can have passkeys. */
  passkeys: boolean
  refused: Refused | null
}

export function accountView(account: Account): Html {
  const { staff, refused, language } = account
  return html`<h1>${staff.name}</h1><p class="lead">${staff.email}</p>${refusedNote(refused)}
${todo(staff, language)}
${instruction(account, language)}
${factors(account, language)}
<section><h2>${words.sessions[language]}</h2><ul class="rows">${account.sessions.map((session) => sessionRow(session, language))}</ul></section>
${
  account.factors.password &&
  html`<section><h2>${words.renewPassword[language]}</h2><form method="post" action="/auth/password">
${field('current', words.currentPassword[language], { type: 'password', autocomplete: 'current-password' })}
${passwordFields(language)}<button class="quiet">${words.change[language]}</button></form></section>`
}
<section><form method="post" action="/auth/sign-out"><button class="quiet">${words.signOut[language]}</button></form></section>
<script src="/auth/passkey.js" defer></script>`
}

/** The picture that an authenticator app reads; drawn here, so that nobody else sees the key. */
export function authenticatorView({ language, email }: Staff, secret: string, refused: Refused | null): Html {
  const picture = trusted(renderSVG(authenticatorAddress(secret, email), { border: 0 }))
  return html`<div class="narrow"><h1>${words.app[language]}</h1>${refusedNote(refused)}<p>${words.appScan[language]}</p>
<figure class="picture" role="img" aria-label="${words.appPicture[language]}">${picture}</figure>
<p>${words.appKey[language]}: <span class="key">${secret.match(/.{4}/g)?.join(' ')}</span></p>
<form method="post" action="/auth/authenticator/confirmation">${codeField(language)}<button>${words.goOn[language]}</button></form></div>`
}

function todo({ needs }: Staff, language: Language): Html {
  if (needs.length === 0) return html`<p><a class="button" href="/desk/">${words.toDesk[language]}</a></p>`
  return html`<div class="short"><h2>${words.todo[language]}</h2><ul>${needs.map((need) => html`<li>${todoWords[need][language]}</li>`)}</ul></div>`
}

const todoWords: Record<Need, (typeof words)['needFactor']> = {
  undertaking: words.needUndertaking,
  instruction: words.needInstruction,
  'second-factor': words.needFactor,
}

function instruction({ instruction: current }: Account, language: Language): Html | null {
  if (!current || current.acknowledgedAt) return null
  return html`<section><h2>${words.instruction[language]} ${current.version}</h2><p class="text">${current.text[language]}</p>
<form method="post" action="/auth/instruction"><input type="hidden" name="version" value="${current.version}"><button>${words.haveRead[language]}</button></form></section>`
}

function factors({ factors: own, passkeys }: Account, language: Language): Html {
  return html`<section><h2>${words.factors[language]}</h2><h3>${words.app[language]}</h3>
${
  own.authenticator
    ? html`<div class="row"><span>${words.appInUse[language]}</span><form method="post" action="/auth/authenticator/removal"><button class="quiet">${words.remove[language]}</button></form></div>`
    : html`<form method="post" action="/auth/authenticator"><button>${words.appBegin[language]}</button></form>`
}
${passkeys && passkeyPart(own.passkeys, language)}</section>`
}

function passkeyPart(own: Account['factors']['passkeys'], language: Language): Html {
  return html`<h3>${words.passkeys[language]}</h3>
${own.length === 0 && html`<p class="hint">${words.passkeyNone[language]}</p>`}
<ul class="rows">${own.map(
    ({ id, label, addedAt }) =>
      html`<li class="row"><span>${label}, ${dayOf(addedAt, language)}</span><form method="post" action="/auth/passkeys/removal"><input type="hidden" name="id" value="${id}"><button class="quiet">${words.remove[language]}</button></form></li>`,
  )}</ul>
<div id="passkey" hidden><label for="label">${words.passkeyLabel[language]}</label><input id="label" maxlength="60" value="${words.passkeyOwn[language]} ${own.length + 1}">
<button type="button" data-passkey="new">${words.passkeyAdd[language]}</button></div>
<p class="error" role="alert" id="passkey-failed" hidden>${words.passkeyFailed[language]}</p>`
}

function sessionRow({ id, device, seenAt, isThis }: Account['sessions'][number], language: Language): Html {
  return html`<li class="row"><span>${device}${isThis && ` – ${words.thisSession[language]}`}<br><span class="hint">${words.lastSeen[language]} ${momentOf(seenAt, language)}</span></span>
${!isThis && html`<form method="post" action="/auth/sessions/end"><input type="hidden" name="id" value="${id}"><button class="quiet">${words.end[language]}</button></form>`}</li>`
}

function dayOf(at: Date, language: Language) {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeZone: 'Europe/Helsinki' }).format(at)
}

function momentOf(at: Date, language: Language) {
  return new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Helsinki',
  }).format(at)
}

const locales = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }
