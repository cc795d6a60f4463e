import type { el, sheet } from './elements.ts'

/** What the server writes before the gate: the services of the statement in force. */
export interface GateCatalogue {
  version: number
  /** Hash of the catalogue, sent with every receipt. */
  hash: string
  /** The statement honours Global Privacy Control. */
  gpc: boolean
  /** The request for this very file carried `Sec-GPC: 1`. */
  signal: boolean
  /** Services of exempt categories. */
  free: readonly string[]
  /** Services that wait for a choice, as id and scope; `ad` where GPC denies them. */
  asked: readonly { scope: string; ad?: 1 }[]
}

/** What gate and widget share, as `window.seloste`. */
export interface Gate {
  readonly home: string
  readonly catalogue: GateCatalogue
  readonly language: string
  readonly gpc: boolean
  choice: { at: number; receipt: string; said: Record<string, boolean> } | null
  /** Placeholders whose service runs, with the elements that were made of each. */
  readonly running: Map<Element, Element[]>
  allows(id: string): boolean
  /** Scopes that this visitor was never asked about. */
  unasked(): string[]
  run(): void
  load(part: string, wish?: string): void
  /** What each loaded part does with a wish. */
  readonly acts: Record<string, ((wish: string) => void) | undefined>
  readonly el: typeof el
  readonly sheet: typeof sheet
}

export interface TrustedScripts {
  createScriptURL(address: string): unknown
  createScript(text: string): unknown
}

/** What the server writes before the widget: the words of the banner and what the catalogue says, in one language. */
export interface WidgetWords {
  /** Hash of the words, sent with every receipt: which text was shown. */
  hash: string
  words: Record<BannerWord, string>
  /** Lifetimes of the cookie, in months: after a choice with something allowed, and after a refusal. */
  months: readonly [allowed: number, refused: number]
  groups: readonly {
    label: string
    note: string
    ad?: 1
    services: readonly { scope: string; free?: 1; name: string; lines: readonly string[]; kept: readonly string[] }[]
  }[]
  embeds: Readonly<Record<string, readonly string[]>>
  page: string
  statement: string
}

export type BannerWord =
  | 'title'
  | 'text'
  | 'newTitle'
  | 'newText'
  | 'more'
  | 'statement'
  | 'all'
  | 'necessary'
  | 'choose'
  | 'newAll'
  | 'newNone'
  | 'save'
  | 'close'
  | 'gpc'
  | 'saved'
  | 'withdrawn'
  | 'receipt'
  | 'load'
