import type { RawBuilder } from 'kysely'

/**
 * C1, S11.1: something that shows that house and customer are in touch, out of a table of the module that exports it.
 *
 * `rows` selects exactly `person uuid, organisation uuid, group_company text, at timestamptz`: one of the first two is there, no group company
 * means each, and what goes on, such as a running contract, is in touch at `seloste.at()`. Indexes on either party answer.
 */
export interface ContactPart {
  rows: RawBuilder<unknown>
  /** A deal of somebody's own says nothing of the company that they work for; what they say or write does. */
  isDeal?: boolean
}
