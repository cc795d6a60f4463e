/** The shapes that every part of the HTTP contract shares. */

export type Language = 'fi' | 'sv' | 'en'

/** A text of the server: already in the reader's language, or in all of them. */
export type Words = string | Partial<Record<Language, string>>

/** What the statement answers to "may I?". A no always carries its reason and its clause. */
export type Verdict = { allowed: true } | { allowed: false; code: string; clause?: string; reason?: string }

export interface Page<Item> {
  items: Item[]
  next: string | null
  count?: number
}

/** Where a value came from: S6 of the statement. */
export interface Origin {
  source: string
  label?: Words
  /** When it was obtained, and when it was written down here. */
  at?: string | null
  recordedAt?: string | null
  byName?: string | null
  asOf?: string | null
  verifiedAt?: string | null
  note?: string | null
  /** The quote request, order or contract with which it came. */
  document?: Occasioned | null
}

export interface Occasioned {
  kind: 'enquiry' | 'quote-request' | 'quote' | 'order' | 'contract' | 'invoice'
  id: string
}

export interface FieldVerdicts {
  read: Verdict
  write: Verdict
}

export interface Kept {
  id: string
  revision: number | string
  values: Record<string, unknown>
  sources?: Record<string, Origin>
  /** Art. 18: kept and masked. */
  restricted?: boolean
  may?: { edit?: Verdict; fields?: Record<string, FieldVerdicts> } & Record<string, unknown>
}

export interface Named {
  id: string
  name: string
}

export interface Labelled {
  id: string
  label: Words
}
