import type { Language } from '#platform/language'
import { clausesOf, type SaidIn, type Statement } from '../format.ts'
import type { Block, Row, Said } from './document.ts'
import { type MaybeSaid, pick, type Sayable, type Text, textOf } from './text.ts'

/** What every section is composed from. */
export interface Composing {
  statement: Statement
  language: Language
}

/** The company's own words for a clause where it gave them in this language. */
export function ownWords({ statement, language }: Composing, clause: string): Text | null {
  const words = (statement.clauses as Record<string, MaybeSaid> | undefined)?.[clause]
  if (!words || typeof words === 'string' || !words[language]) return null

  return textOf(String(words[language]).replaceAll(' | ', ', '))
}

/** A clause as said on the page: the company's own words first, then the template filled with facts. */
export function clause(composing: Composing, id: string, template: Sayable): Said {
  return { clauses: [id], text: ownWords(composing, id) ?? textOf(template) }
}

export function paragraph(...said: readonly (Said | null | false | undefined)[]): Block[] {
  const kept = said.filter((one): one is Said => !!one && one.text.length > 0)
  return kept.length > 0 ? [{ kind: 'paragraph', said: kept }] : []
}

export function heading(text: Sayable, anchor?: string): Block {
  return anchor ? { kind: 'heading', text: textOf(text), anchor } : { kind: 'heading', text: textOf(text) }
}

export function list(items: readonly (Said | null | false | undefined)[]): Block[] {
  const kept = items.filter((one): one is Said => !!one && one.text.length > 0)
  return kept.length > 0 ? [{ kind: 'list', items: kept }] : []
}

export function facts(
  rows: readonly ({ clauses: readonly string[]; term: Sayable; text: Sayable } | null | false | undefined)[],
): Block[] {
  const kept = rows
    .filter((row) => !!row)
    .map((row) => ({ clauses: row.clauses, term: textOf(row.term), text: textOf(row.text) }))
    .filter((row) => row.text.length > 0)

  return kept.length > 0 ? [{ kind: 'facts', rows: kept }] : []
}

export function table(caption: Sayable, head: readonly Sayable[], rows: readonly Row[]): Block[] {
  return rows.length > 0 ? [{ kind: 'table', caption: textOf(caption), head: head.map(textOf), rows }] : []
}

/** Where the text says it; where the file does not tell, where such a thing is usually said. */
export function saidIn(
  thing: { saidIn?: SaidIn } | null | undefined,
  usually: readonly string[] = [],
): readonly string[] {
  const clauses = clausesOf(thing?.saidIn)
  return clauses.length > 0 ? clauses : usually
}

export function labelOf(thing: { id?: string; label?: MaybeSaid; name?: MaybeSaid }, language: Language): Text {
  return textOf(pick(thing.label ?? thing.name, language) ?? thing.id ?? '')
}
