import type { Language } from '#platform/language'
import type { Statement } from '../format.ts'
import type { Text } from './text.ts'

/** A published statement, as it stands at its permanent address. */
export interface PublishedVersion {
  version: number
  statement: Statement
  hash: string
  publishedAt: string
  effectiveFrom: string
  supersedes: number | null
  changeClass: 'material' | 'narrowing' | 'editorial' | 'none' | null
  changeSummary?: Partial<Record<Language, string>> | null
}

/** One thing said, with the clauses it says: they become its permanent anchors. */
export interface Said {
  clauses: readonly string[]
  text: Text
}

export interface Row {
  clauses: readonly string[]
  cells: readonly Text[]
  anchor?: string
}

export type Block =
  | { kind: 'paragraph'; said: readonly Said[] }
  | { kind: 'heading'; text: Text; anchor?: string; clauses?: readonly string[] }
  | { kind: 'list'; items: readonly Said[] }
  | { kind: 'facts'; rows: readonly { clauses: readonly string[]; term: Text; text: Text }[] }
  | { kind: 'table'; caption: Text; head: readonly Text[]; rows: readonly Row[] }

export interface Section {
  number: string
  heading: Text
  blocks: readonly Block[]
}

/** The statement composed for reading, before it becomes a page or a PDF. */
export interface Document {
  language: Language
  title: string
  subtitle: string
  register: string
  updatedOn: string
  effectiveFrom: string
  version: number
  hash: string
  summary: readonly { term: string; text: Text }[]
  sections: readonly Section[]
}
