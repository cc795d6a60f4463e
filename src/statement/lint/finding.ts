import type { Language, Said } from '#platform/language'
import type { Statement, Words } from '../format.ts'

export type Level = 'error' | 'warning' | 'note'

/** One thing the statement gets wrong or leaves unsaid: where, why, and how to mend it. */
export interface Finding {
  code: string
  clause: string
  level: Level
  path?: string
  article?: string
  reason: Said
  mend: Said
}

/** A place where a rule is broken; `names` fills {names} in the rule's sentences. */
export interface Breach {
  clause?: string
  path?: string
  names?: readonly (string | Words)[]
}

/** One rule of the lint. Its code's first letter tells its weight: E error, W warning, N note, P needed to publish. */
export interface Rule {
  code: `${'E' | 'W' | 'N' | 'P'}-${string}`
  clause: string
  article?: string
  find: (statement: Statement) => readonly Breach[]
  reason: Said
  mend: Said
}

const levels = { E: 'error', W: 'warning', N: 'note', P: 'note' } as const

/** What one rule finds in a statement. */
export function findingsOf(rule: Rule, statement: Statement): Finding[] {
  const { code, article, reason, mend } = rule
  return rule.find(statement).map(({ clause = rule.clause, path, names = [] }) => ({
    code,
    clause,
    level: levels[code[0] as keyof typeof levels],
    ...(path === undefined ? {} : { path }),
    ...(article === undefined ? {} : { article }),
    reason: named(reason, names),
    mend: named(mend, names),
  }))
}

/** One breach when the list is not empty, naming its members. */
export function oneBreach(names: readonly (string | Words)[], path?: string, clause?: string): Breach[] {
  return names.length > 0 ? [{ names, path, clause }] : []
}

/** One breach when this is so. */
export function when(broken: boolean, path?: string, clause?: string): Breach[] {
  return broken ? [{ path, clause }] : []
}

function named(said: Said, names: readonly (string | Words)[]): Said {
  const fill = (language: Language) =>
    said[language].replace('{names}', () =>
      names.map((name) => (typeof name === 'string' ? name : (name[language] ?? name.fi))).join(', '),
    )

  return { fi: fill('fi'), sv: fill('sv'), en: fill('en') }
}
