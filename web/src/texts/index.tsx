import { createContext, type ReactNode, useContext } from 'react'
import type { Language, Words } from '../contract.ts'
import type { Texts } from './fi.ts'

export type { Texts } from './fi.ts'

/** One language is one file, fetched when it is spoken. */
const dictionaries: Record<Language, () => Promise<Texts>> = {
  fi: async () => (await import('./fi.ts')).fi,
  sv: async () => (await import('./sv.ts')).sv,
  en: async () => (await import('./en.ts')).en,
}

export const languageNames: Record<Language, string> = { fi: 'Suomi', sv: 'Svenska', en: 'English' }

export function textsIn(language: Language) {
  return dictionaries[language]()
}

export interface Speech {
  language: Language
  texts: Texts
  speak(language: Language): void
}

const SpeechContext = createContext<Speech | null>(null)

export function Speaking({ speech, children }: { speech: Speech; children: ReactNode }) {
  return <SpeechContext value={speech}>{children}</SpeechContext>
}

export function useSpeech() {
  const speech = useContext(SpeechContext)
  if (!speech) throw new Error('A screen is rendered without a language')
  return speech
}

export function useTexts() {
  return useSpeech().texts
}

/** The server's text in the reader's language, else in the first it exists in. */
export function useSay() {
  const { language } = useSpeech()
  return (words: Words | null | undefined) => inLanguage(words, language)
}

/** With its first letter large, for where a label stands alone. */
export function capital(said: string) {
  return said.charAt(0).toLocaleUpperCase() + said.slice(1)
}

export function inLanguage(words: Words | null | undefined, language: Language): string {
  if (!words) return ''
  if (typeof words === 'string') return words
  return words[language] ?? words.fi ?? words.en ?? words.sv ?? ''
}
