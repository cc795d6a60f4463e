import type { RawBuilder } from 'kysely'
import type { FieldId } from '#statement'

/**
 * Something upon which a when–then rule may start, out of the table of the module that exports it.
 *
 * `rows` selects exactly `id uuid, person uuid, organisation uuid, occasion text`: the records that meet the condition at `at` and did
 * not before `since`; those a rule has met already on the same occasion are left out by whoever asks. The occasion is the day or the
 * instant by which a record that meets it again is told apart, `''` where it cannot. It runs under the duty of the rule's maker.
 */
export interface WorkTrigger {
  /** A word of `triggers` in `web/src/work/texts.fi.ts`, such as `enquiry-arrives`. */
  name: string
  /** What the record is, for links and tasks: `enquiry`, `quote`. */
  subject: string
  field: FieldId
  /** What the rule's maker says beside: a count of days, a stage of a pipeline by its id. */
  asks?: readonly ('days' | 'stage')[]
  rows(asked: TriggerAsked): RawBuilder<unknown>
  /** Makes the record somebody's; without it a rule cannot assign such records. Records itself in the ledger. */
  assign?: (act: never, inForce: never, wish: { id: string; to: string }) => Promise<unknown>
}

export interface TriggerAsked {
  since: Date
  at: Date
  /** In Finland, `YYYY-MM-DD`. */
  today: string
  days: number
  stage: string | null
}
