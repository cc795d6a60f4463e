import type { RawBuilder } from 'kysely'
import type { FieldId } from '#statement'

/**
 * One kind of thing that waits for somebody today, out of the table of the module that exports it.
 *
 * `rows` selects exactly `id uuid, title text, day date, state text, person uuid, organisation uuid` (any of the last five may be null),
 * and where money waits `cents`: the most pressing first, with its own `order by`, and `limit ${most}`.
 */
export interface DayPart {
  /** A word of `web/src/work/texts.kinds.ts`, such as `enquiry`. */
  kind: string
  /** Shown to those only whose duty reads this field. */
  field: FieldId
  /** Only what this duty would settle: those whose duty writes this field. By default whoever reads `field`. */
  writes?: FieldId
  rows(asked: DayAsked): RawBuilder<unknown>
}

export interface DayAsked {
  /** The id of whose day it is. */
  by: string
  /** In Finland, `YYYY-MM-DD`. */
  today: string
  at: Date
  most: number
}
