import type { QueryCreator } from 'kysely'
import type { Replay } from './replay.ts'

/** A handle that reaches these tables and no others. */
export type Tables<T> = QueryCreator<T>

/** The same handle inside a transaction. What must happen together asks for this. */
export type Atomic<T> = Tables<T> & { readonly isTransaction: true }

/** Who acts, in which duty, for which purpose, when, and under which published statement. */
export interface Occasion {
  /** Opaque id of a member of staff, or the name of a machine duty. */
  by: string
  duty: string
  purpose: string
  at: Date
  /** Statement version, such as `3`; `0` before the first is published. */
  under: string
  /** Whose people the duty reaches; `all` where nothing is said. */
  reach?: Reach
  /** Also what staff has deleted and may take back: row policies hide it from every other occasion. */
  withBin?: boolean
}

export type Reach = 'all' | 'group-company' | 'team' | 'own'

/** One line of the ledger. Opaque ids only: the ledger holds no personal data. */
export interface Entry {
  /** A past-tense event of the glossary, such as `person.corrected`. */
  what: string
  /** The opaque id of what it concerns. */
  about?: string
  detail?: Record<string, string | number | boolean | null | readonly string[]>
  /** What a restored backup must do again: kept outside the database, before the deed is committed. */
  replay?: Replay
}

/** One thing done on one occasion: it happens whole, and it leaves a record. */
export interface Act<T> extends Occasion {
  db: Atomic<T>
  record(entry: Entry): Promise<void>
  readonly reaches?: T
}

/** One reading of people on one occasion: made only by look(), which writes the access log before it answers. */
export interface Look<T> extends Occasion {
  db: Tables<T>
  /** Says which people this reading shows, and which declared fields of theirs. */
  saw(people: readonly string[], fields: readonly string[]): void
  readonly reaches?: T
}
