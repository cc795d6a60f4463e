import { choiceCookie, writeChoice } from '../src/website/choice.ts'
import type { Gate, WidgetWords } from './contract.ts'
import { free, stop } from './stop.ts'

/** Keeps a choice in the visitor's own browser, tells the register's receipt book, starts what is allowed and stops what is not. */
export function keep(gate: Gate, words: WidgetWords, said: Record<string, boolean>, way: string) {
  const before = gate.choice
  const scopes = Object.keys(said)
  const some = scopes.some((scope) => said[scope])
  const at = new Date()
  const receipt = crypto.randomUUID()
  gate.choice = { at: Math.floor(at.getTime() / 1000), receipt: some ? receipt : '', said }

  const until = new Date(at)
  until.setMonth(at.getMonth() + words.months[some ? 0 : 1])
  // biome-ignore lint/suspicious/noDocumentCookie: older browsers and plain http know no Cookie Store
  document.cookie = `${choiceCookie}=${writeChoice(gate.choice)};path=/;samesite=lax;expires=${until.toUTCString()}${location.protocol === 'https:' ? ';secure' : ''}`
  tell(gate, words, {
    receipt,
    way,
    follows: before?.receipt ?? '',
    said: scopes.map((scope) => `${scope}.${said[scope] ? 1 : 0}`).join('~'),
  })
  for (const scope of scopes) {
    if (said[scope]) free(scope)
    else if (before?.said[scope]) stop(gate, words, scope)
  }
  gate.run()
  dispatchEvent(new CustomEvent('seloste:choice', { detail: said }))
}

/** L-CK.6: a random id, what was chosen, when, and which words and which catalogue were shown. Nobody's name, no address. */
export function tell(gate: Gate, words: WidgetWords, more: Record<string, string>) {
  const { version, hash } = gate.catalogue
  const body = new URLSearchParams({
    version: String(version),
    catalogue: hash,
    words: words.hash,
    language: gate.language,
    gpc: gate.gpc ? '1' : '',
    ...more,
  })
  // The choice holds also where the receipt book does not answer.
  fetch(`${gate.home}receipts`, { method: 'POST', body, credentials: 'omit', keepalive: true }).catch(() => undefined)
}
