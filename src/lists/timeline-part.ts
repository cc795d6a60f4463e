import type { RawBuilder } from 'kysely'
import type { Language } from '#platform/language'
import type { FieldId } from '#statement'

/** Whose timeline it is: one of the two; of all that, only what hangs on one deal of theirs, where `subjectId` is said. */
export interface TimelineParty {
  personId?: string
  organisationId?: string
  subjectId?: string
}

/** Which rows a page wants: the newest before a key, no more than `limit`; names of products in `language`. */
export interface TimelinePage {
  limit: RawBuilder<unknown>
  before: { at: string; id: string } | null
  language: Language
}

/**
 * One kind of thing on the timeline of a company or a person, out of the table of the module that exports it.
 *
 * `rows` selects exactly `at timestamptz, id uuid, kind text, title text, state text, by text, person uuid` (any of the last five may be
 * null; `by` is an id of staff or a machine's name; `person` is whom the row shows, for the access log) from one table, without `order by`
 * and without `limit`: the composer asks each part for its newest rows before a key, and the index on
 * `(person_id, <at> desc, id desc)` and `(organisation_id, <at> desc, id desc)` answers. `at` is a plain column, never null. Only a part that
 * gathers from several indexes, such as from each person of a company, bounds each of them by `page` itself.
 */
export interface TimelinePart {
  /** A word of `web/src/work/texts.kinds.ts`, such as `enquiry`. */
  kind: string
  /** Read by those only whose duty reads this field. */
  field: FieldId
  /** And by those only who read this one too. */
  also?: FieldId
  /** Its rows hang on a deal, and heed `subjectId`; the other parts are left out where one is said. */
  hangs?: true
  rows(party: TimelineParty, page: TimelinePage): RawBuilder<unknown>
}
