import type { Language } from '../contract.ts'

const languages: readonly string[] = ['fi', 'sv', 'en']

/** What this browser remembers between visits: the language and the duty, nothing of the register. */
export function languageAtHand(): Language {
  const kept = localStorage.getItem('seloste.language')
  const wanted = [kept, ...navigator.languages].map((tag) => tag?.slice(0, 2) ?? '')
  return (wanted.find((tag) => languages.includes(tag)) ?? 'fi') as Language
}

export function languageWasChosen() {
  return localStorage.getItem('seloste.language') !== null
}

export function keepLanguage(language: Language) {
  localStorage.setItem('seloste.language', language)
}

export function dutyAtHand() {
  return localStorage.getItem('seloste.duty')
}

export function keepDuty(duty: string | null) {
  if (duty) localStorage.setItem('seloste.duty', duty)
  else localStorage.removeItem('seloste.duty')
}

/** The groups of places that somebody has folded away. */
export function foldedGroups(): string[] {
  return (localStorage.getItem('seloste.folded') ?? '').split(',').filter(Boolean)
}

export function keepFolded(groups: readonly string[]) {
  localStorage.setItem('seloste.folded', groups.join())
}
