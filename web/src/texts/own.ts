import type { Language } from '../contract.ts'
import { useSpeech } from './index.tsx'

/**
 * The texts of a module whose screens are fetched when they are opened: they travel with those screens and not with the first load.
 * `const useRightsTexts = ownTexts({ fi, sv, en })` in `web/src/rights/texts.ts`.
 */
export function ownTexts<T>(all: Record<Language, T>): () => T {
  return () => all[useSpeech().language]
}
