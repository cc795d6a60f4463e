import type { Act, Occasion } from '#ledger'
import type { Language, Said } from '#platform/language'
import type { RefusalCatalogue } from '#platform/problem'
import type { DealSubject, Field } from '#statement'
import type { InForce } from './in-force.ts'
import type { RegisterTables } from './tables.ts'

/** A column that a file of this kind may have, and how its cells are read. */
export interface ImportColumn {
  /** As the deed names it in a refusal: the reader is told the label. */
  id: string
  label: Said
  /** What its title says: small letters, signs as spaces, no number at its end. */
  titles: RegExp
  /** Text unless said: a day becomes YYYY-MM-DD, a figure a whole number of so many decimals, a choice its id. */
  type?:
    | 'day'
    | { decimals: number; mayBeShare?: true }
    | { choices: Readonly<Record<string, RegExp>> }
    | { added: Field }
  /** Without it no line can be taken. */
  isNeeded?: true
}

/** What one line says, by column: whole numbers where the column is a figure, what an added field holds, text otherwise. Empty cells are absent. */
export type SaidByColumn = Readonly<Record<string, string | number | boolean | undefined>>

/** Whether the file's value takes the place of one that is held. */
export type FileOverHeld = 'always' | 'if-empty' | 'never'

/** How the lines of a file are taken: over what is held, and in whose words what the file leaves unnamed is named. */
export interface FileTaking {
  over: FileOverHeld
  /** The language of whoever brought the file. */
  language: Language
}

export interface TakenRecord {
  outcome: 'created' | 'updated' | 'unchanged'
  /** What was made, changed or found. */
  record: string
  /** Whom it is about: the line goes with them when they are erased. */
  person?: string | null
  organisation?: string | null
  /** What `undo` needs to take the line back, as JSON; null where it did nothing. */
  undo: object | null
}

export type Importing = Act<RegisterTables>

/**
 * One kind of record that a file may hold, beside people and companies. The importer reads, tries, takes, resumes, reports and undoes;
 * a kind says what its columns are and how one line is made, changed and taken back. `take` and `undo` run under the importer's own
 * duty, each line in a savepoint of its own: what they refuse is the line's reason. A trial is the same, rolled back.
 */
export interface ImportKind {
  id: string
  label: Said
  columns: readonly ImportColumn[]
  /** The fields that the statement added to this subject are columns too. */
  subject?: DealSubject
  /** S6.1: what says something of people is imported with its source. */
  needsSource: boolean
  refusals: RefusalCatalogue
  /** Refuses a duty that may not bring this kind, before a file is kept. */
  refuseUnlessBrings(inForce: InForce, who: Occasion): void
  /** What a line speaks of, and the line in a few words; refuses what is wrong whatever the register holds. */
  lineOf(said: SaidByColumn, asked: { today: string }): { key: string; shown: string }
  take(act: Importing, inForce: InForce, said: SaidByColumn, how: FileTaking): Promise<TakenRecord>
  undo(act: Importing, inForce: InForce, taken: unknown): Promise<void>
}
