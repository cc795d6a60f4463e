import type { RawBuilder } from 'kysely'
import type { FieldId } from '#statement'

/**
 * One kind of record that is found by its number, out of the table of the module that exports it.
 *
 * `rows` selects exactly `id uuid, title text, state text, person uuid, organisation uuid` where the number is exactly this, so that an
 * index on `(group_company, number)` answers.
 */
export interface FinderPart {
  /** A word of `web/src/work/texts.kinds.ts`, such as `invoice`. */
  kind: string
  field: FieldId
  rows(asked: { number: string; groupCompanies: readonly string[] }): RawBuilder<unknown>
}
