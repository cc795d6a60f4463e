import type { RawBuilder } from 'kysely'
import type { Act, Look } from '#ledger'
import type { Language, Said } from '#platform/language'
import type { FieldId, Running, Subject } from '#statement'

export type Sql = RawBuilder<unknown>

/**
 * What a column's `sql` gives: `number` any number, `money` integer cents, `day` a date, `instant` a timestamptz, `choice` an id of
 * `choices`; `person`, `company` and `staff` an id, whose name the engine adds itself where the duty reads it.
 */
export type ColumnType =
  | 'text'
  | 'number'
  | 'money'
  | 'day'
  | 'instant'
  | 'choice'
  | 'boolean'
  | 'person'
  | 'company'
  | 'staff'

export interface Choice {
  id: string
  label: Said
  tone?: 'calm' | 'good' | 'wait' | 'bad'
  /** What it belongs to, where the desk lays the choices: a stage's pipeline. */
  of?: Said
  /** Its label with that, where another has the same: for whoever chooses or compares. A file of rows has the label alone. */
  toldApart?: Said
}

/** A declared list of rows: what it may show, and of whom. Rows are read under the duty's own grants and row policies. */
export interface ListDefinition {
  /** In addresses: `quotes`. */
  name: string
  title: Said
  /** With its schema; its rows go by the last part: `register.quote` is `quote` in every piece of SQL. It has a uuid `id`. */
  table: string
  /** A duty that reads none of these declared fields has no such list; empty where the rows are about nobody (products). */
  field: FieldId | readonly FieldId[]
  columns: readonly ListColumn[]
  /** The desk's path of one row: `/quotes/$id`. */
  opens: string
  /** Columns shown before the reader has chosen; the first is the row's name and always stays. */
  shown: readonly string[]
  /** Columns of choices or colleagues that stand beside the search as filters of one press. */
  quick?: readonly string[]
  /** The order before the reader has chosen: `-issuedOn`. */
  sort: string
  /** What words typed into the search field are looked for in: a row fits that holds each of them, anywhere. */
  search?: Searched
  /** Rows that the list never shows, such as those in the bin. */
  where?: Sql
  /** Its row policies ask who reads, such as those of one's own mailbox: the database is told by name. */
  byName?: boolean
  /** For the access log: SQL of the uuid of the person a row is about, or null; left out where rows are about nobody. */
  person?: Sql
  /** The fields that the statement added to this subject become columns, filters and groups of the list. */
  subject?: Subject
  /** How a statement-added field of `subject` is changed for many; `value` is what it says of a row. */
  editAdded?: (field: FieldId, value: Sql) => ColumnEdit
}

/**
 * Texts that a trigram index answers. Row policies keep the reader's own login from using one, so the index is asked first, with the
 * rights of `seloste.rows_with`, for at most `most.found` rows; those rows are then read under the reader's own login.
 */
export interface Words {
  /** A GIN index over `seloste.folded(…)`, with its schema. */
  index: string
  /** The column of the indexed table that is the id of the list's row; by default `id`. */
  row?: string
  /** The index joins several texts, so that where one begins or ends cannot be asked of it. */
  joined?: boolean
}

export interface Searched {
  in: readonly {
    words: Words
    /** The same asked of one row, under the reader's rights. */
    holds(test: (value: Sql) => Sql): Sql
    field?: FieldId
  }[]
  /** Rows that fit in another way, found by an index: a phone number written with its spaces. */
  also?: (words: string) => Sql
}

export interface ListColumn {
  /** In addresses and saved views: letters, digits, dots. A declared field's own column is named after the field. */
  id: string
  type: ColumnType
  /** By default the statement's own label of its field. */
  label?: Said
  /** Shown, filtered, sorted and grouped only for a duty that reads these; without any, plain. */
  field?: FieldId | readonly FieldId[]
  /** In the reader's language, where what is kept has words of its own in each: the name of a product. */
  sql: Sql | ((language: Language) => Sql)
  /** `sql` gives an array of them, without nulls; such a column says `within`, and is neither sorted nor grouped. */
  several?: boolean
  /** Never null: sorting can then follow an index. */
  filled?: boolean
  /** What is sorted by, where not by `sql`: family name, then given name. Texts, each never null. */
  order?: readonly Sql[]
  /**
   * Filters look here instead: `(test) => sql`exists (select from … line where line.quote_id = quote.id and ${test(sql`line.text`)})``.
   * Said with `exists`, which the planner joins either way round; `in` would keep a million ids beside a filter that is turned round.
   */
  within?: (test: (value: Sql) => Sql) => Sql
  /** The index over the text of this column. */
  words?: Words
  /** An index gives this order, so that a page needs no bound of time. */
  indexed?: boolean
  /** The table that holds the value where not the list's own, one row at most for each: `declared.person said` on `said.person_id`. */
  apart?: { table: Sql; on: Sql; value: Sql }
  /** A text that names whom the row is about: a report by it shows people. */
  names?: boolean
  /** `keptIn`: SQL that gives them as rows of `id, label, of`, in their order, where the desk itself lays them. */
  choices?: readonly Choice[] | 'group-companies' | 'sources' | { keptIn: Sql }
  /** Default true, but for `several`. */
  sortable?: boolean
  /** Default true. */
  filterable?: boolean
  /** Default true for `choice`, `boolean`, `staff`, `company`, `day`, `instant`. */
  groupable?: boolean
  /** How the value is written for people, where not as it is kept: a phone number with its spaces. */
  written?: (value: string) => string
  edit?: ColumnEdit
}

/** A change of one value in one row, through the module's own deed: it checks the duty, the revision and the value, and records. */
export interface ColumnEdit {
  /** Without writing it nobody is offered the change. */
  field: FieldId
  /** The deed asks for a source; one is chosen with the value. */
  source?: boolean
  change(act: Act<never>, running: Running<never>, change: RowChange): Promise<void>
  /** The value and revision before the change; by default the column's `sql` and the table's `revision`. */
  before?: { value: Sql; revision: Sql }
}

export interface RowChange {
  id: string
  revision: number
  value: string | number | boolean | null
  /** It gives back what the row held before: rules about where a row may be moved from do not hold. */
  isUndo?: boolean
  source?: { source: string; sourceNote?: string }
}

/** How the engine says the name of what a `person`, `company` or `staff` column points at. */
export interface Reference {
  /** Readers of this field see the name; the others the id alone. */
  field?: FieldId
  name(id: Sql): Sql
  /** The person that a company is, or null: a sole trader (S5.2). */
  person?: (id: Sql) => Sql
  /** The index over those names. */
  words?: Words
  /** The desk's path: `/companies/$id`. */
  opens?: string
}

export type References = Record<'person' | 'company' | 'staff', Reference>

export type ListLook = Look<never>
