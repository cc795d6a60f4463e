import type { Language } from '#platform/language'

/** One piece of a campaign's text. `text` may hold `{name}` for the person's given name, and nothing else is filled in. */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'button'; text: string; link: string }
  | { kind: 'divider' }

/** What is said in one language. */
export interface Piece {
  subject: string
  blocks: readonly Block[]
}

/** A campaign's text by language; a person whose language is missing gets the first of fi, sv, en that is there. */
export type Content = Partial<Record<Language, Piece>>

/** What the law wants around the text: § 203 of laki 917/2014, Art. 14 and 21 GDPR. Strings are ready to be shown. */
export interface Frame {
  language: Language
  /** `Mainos` · `Reklam` · `Advertisement`: must stand in text and HTML alike. */
  marker: string
  sender: { name: string; businessId: string; address: string; email: string }
  register: string
  /** Where the address came from, such as "tilaus". */
  source: string
  /** Filled for the test send and the preview too. */
  links: { unsubscribe: string; statement: string }
  person: { givenName: string; familyName: string }
}

/** One message, ready to be put into MIME. */
export interface Rendered {
  subject: string
  html: string
  text: string
}

/** The texts of one language, in the order in which another stands in for the one that is missing. */
export function pieceFor(content: Content, language: Language): { language: Language; piece: Piece } | null {
  for (const one of [language, 'fi', 'sv', 'en'] as const) {
    const piece = content[one]
    if (piece) return { language: one, piece }
  }
  return null
}
