import { attribute, type Html, html } from '#platform/html'
import type { Language } from '#platform/language'
import { words } from './words.ts'

/** What a refused form says and keeps. Passwords are never put back. */
export interface Refused {
  title: string
  typed?: Record<string, string>
}

export function refusedNote(refused: Refused | null): Html | null {
  return refused && html`<p class="error" role="alert">${refused.title}</p>`
}

export function signInForm(
  language: Language,
  { next, passkeys }: { next: string; passkeys: boolean },
  refused: Refused | null,
): Html {
  return html`<div class="narrow"><h1>${words.signIn[language]}</h1>${refusedNote(refused)}
<form method="post" action="/auth/sign-in">
<input type="hidden" name="next" value="${next}">
${field('email', words.email[language], { type: 'email', autocomplete: 'username webauthn', value: refused?.typed?.email, autofocus: true })}
${field('password', words.password[language], { type: 'password', autocomplete: 'current-password' })}
<button>${words.signIn[language]}</button>
</form>
${
  passkeys &&
  html`<p id="passkey" hidden><button type="button" class="quiet" data-passkey="sign-in" data-next="${next}">${words.withPasskey[language]}</button></p>
<p class="error" role="alert" id="passkey-failed" hidden>${words.passkeyFailed[language]}</p>
<script src="/auth/passkey.js" defer></script>`
}
<p class="hint">${words.forgotten[language]}</p></div>`
}

export function codeForm(language: Language, next: string, refused: Refused | null): Html {
  return html`<div class="narrow"><h1>${words.code[language]}</h1>${refusedNote(refused)}
<form method="post" action="/auth/code">
<input type="hidden" name="next" value="${next}">
${codeField(language)}
<button>${words.goOn[language]}</button>
</form></div>`
}

export function codeField(language: Language): Html {
  return html`<label for="code">${words.code[language]}</label>
<input class="code" id="code" name="code" inputmode="numeric" pattern="[0-9 ]{6,7}" maxlength="7" autocomplete="one-time-code" required aria-describedby="code-hint">
<p class="hint" id="code-hint">${words.codeHint[language]}</p>`
}

export function passwordFields(language: Language): Html {
  return html`${field('password', words.newPassword[language], { type: 'password', autocomplete: 'new-password', hint: words.passwordHint[language] })}
${field('again', words.passwordAgain[language], { type: 'password', autocomplete: 'new-password' })}`
}

interface FieldWish {
  type?: string
  autocomplete?: string
  value?: string | undefined
  hint?: string
  autofocus?: boolean
}

export function field(
  name: string,
  label: string,
  { type = 'text', autocomplete, value, hint, autofocus }: FieldWish = {},
): Html {
  return html`<label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${type}" required maxlength="254"${attribute('autocomplete', autocomplete)}${attribute('value', value)}${autofocus && html` autofocus`}${attribute('aria-describedby', hint && `${name}-hint`)}>
${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}`
}
