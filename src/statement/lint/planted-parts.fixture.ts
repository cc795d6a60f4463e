import type { Statement } from '../format.ts'

export type Faults = Readonly<Record<string, (statement: Statement) => void>>

export function said(text: string) {
  return { fi: text, sv: text, en: text }
}

export function say(statement: Statement, clause: string, text: string): void {
  statement.clauses = { ...statement.clauses, [clause]: said(text) }
}

export function interestOf({ purposes }: Statement) {
  return sure(first(purposes).basis?.find(({ ref }) => ref === 'eu-gdpr:A6-1-f'))
}

export function marketing({ purposes }: Statement) {
  return sure(purposes.find(({ id }) => id === 'direct-marketing'))
}

export function first<T>(list: readonly T[]): T {
  return sure(list[0])
}

export function sure<T>(part: T | null | undefined): T {
  if (part === null || part === undefined) throw new Error('the mended statement lacks the part to spoil')
  return part
}
