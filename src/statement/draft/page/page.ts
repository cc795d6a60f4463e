/** What a part of a statement is about. */
export type Kind =
  | 'name'
  | 'controller'
  | 'contact'
  | 'dpo'
  | 'purpose'
  | 'basis'
  | 'data'
  | 'source'
  | 'cookies'
  | 'recipients'
  | 'processors'
  | 'transfers'
  | 'security'
  | 'retention'
  | 'rights'
  | 'authority'
  | 'automated'
  | 'changes'
  | 'title'
  | 'other'

/** A piece of the source text; `sentence` is exactly `text.slice(start, end)`. */
export interface Span {
  sentence: string
  start: number
  end: number
}

export interface Sentence extends Span {
  /** The sentence on one line, white space and soft hyphens tidied. */
  plain: string
  low: string
  kinds: ReadonlySet<Kind>
  /** Index into the page's sections; -1 before the first heading. */
  section: number
  /** The paragraph, line or list item it stood in. */
  unit: number
  /** It stood as an item of a list, a row of a table or a line of its own. */
  item: boolean
  /** The sentence ending with a colon that opened the list this item stands in. */
  lead?: Sentence
}

export interface Section {
  heading: string
  number?: string
  kind: Kind
  kinds: readonly Kind[]
  start: number
  end: number
}

/** A statement's text taken apart, every piece still knowing where it stood. */
export interface Page {
  text: string
  sections: Section[]
  headings: Sentence[]
  sentences: Sentence[]
}

export function about(page: Page, ...kinds: Kind[]): Sentence[] {
  return page.sentences.filter((sentence) => kinds.some((kind) => sentence.kinds.has(kind)))
}

export function tidy(raw: string): string {
  return raw
    .replace(/\u00ad/g, '')
    .replace(/[\s\u00a0\u2007\u202f\ufeff]+/g, ' ')
    .trim()
}
