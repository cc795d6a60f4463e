import type { Said } from '#platform/language'
import type { Effects } from './effects.ts'

/** What a place of the statement is called, in which clause it is usually said, and what its change means. */
export interface Rule {
  at: RegExp
  noun: Said
  clause: string
  effects: Effects
}

export const rule = (at: string, clause: string, effects: Effects, fi: string, sv: string, en: string): Rule => ({
  at: new RegExp(`^/${at.replaceAll('**', '.+').replaceAll('*', '[^/]+')}$`),
  noun: { fi, sv, en },
  clause,
  effects,
})
