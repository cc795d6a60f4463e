import type { RawBuilder } from 'kysely'
import type { Act } from '#ledger'
import type { FieldId } from '#statement'

/** What staff deletes stays in the bin this many days; then it is destroyed. */
export const daysInBin = 14

/**
 * One kind of record that staff may delete and take back, out of the table of the module that exports it. The table's map says `binned`, so
 * that row policies hide what lies in the bin; what leans on such a row is deleted with it by its foreign key.
 */
export interface BinPart {
  /** A word of `web/src/work/texts.bin.ts`, such as `note`; the ledger says `note.binned` and `note.restored`. */
  kind: string
  /** It has `id`, `binned_at` and `binned_by`. */
  table: `register.${string}`
  /** Whoever writes one of these sees it in the bin and takes it back; where none is said, whoever deleted it. */
  fields: readonly FieldId[]
  /** SQL over a row of the table: what the reader knows it by. */
  title: RawBuilder<unknown>
  /** It is about somebody: the table has `organisation_id`, `person_id`, and where a law or a claim may hold its rows `held_at`. */
  party?: 'free' | 'held'
  /** Only whoever deleted it sees it there: it was theirs alone. */
  own?: true
  /** Asked under the lock before it comes back. Refuses where it can come back no more as it was. */
  restoring?: (act: Act<never>, id: string) => Promise<void>
  /** Where its rows are hidden from the desks otherwise than by the bin: whence they are read there, and what takes one back, if it lies there. */
  hidden?: { rows: RawBuilder<unknown>; bringBack: (act: Act<never>, id: string) => Promise<boolean> }
  /** SQL over a row of the table: what else keeps it from being destroyed. */
  kept?: RawBuilder<unknown>
  /** It is somebody: the night erases them wherever they are, and nobody destroys them by hand. */
  erased?: true
}
