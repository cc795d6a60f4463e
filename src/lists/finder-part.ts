import type { Language } from '#platform/language'
import type { FieldId } from '#statement'
import type { Sql } from './list-definition.ts'

/** One kind of record that ⌘K finds, out of the table of the module that exports it. Rows are read under the asker's own login. */
export interface FinderPart {
  /** A word of `web/src/work/texts.kinds.ts`, such as `invoice`. */
  kind: string
  /** Found by a duty that reads any of these; said in the access log where a row is about a person. */
  field: FieldId | readonly FieldId[]
  /** With its schema; its rows go by the last part, as in a list: `register.quote` is `quote`. It has a uuid `id`. */
  table: string
  /** A long one is cut around what was looked for. By the reader's language where they call it by another name. */
  title: Sql | ((language: Language) => Sql)
  state?: Sql
  /** Which of its kind a row is, as on a timeline: `call` of an activity. */
  sort?: Sql
  /** Uuids, left out where rows are about nobody. */
  person?: Sql
  organisation?: Sql
  /** Uuids of everybody whom a row is about beside `person`: who took part in a meeting. */
  others?: Sql
  /** What its screen is opened by where that is not the row itself: a message's thread. Of rows that open the same, one is given. */
  opens?: Sql
  /** Rows that the list of this kind never shows. */
  where?: Sql
  /** The GIN index over `seloste.folded(…)` of what words are looked for in, with its schema; asked through its own function (0288). */
  words?: string
  /** Selects `id` and the number's length as `place` of a few rows whose number begins so, in any case and without its letters. */
  numbered?(said: string): Sql
}
