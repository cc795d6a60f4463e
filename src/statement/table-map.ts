import type { FieldId } from './policy.ts'
import { type Subject, subjectOf } from './subject.ts'

/** How one table holds declared fields: which columns carry which field, and who sees which rows. */
export interface TableMap {
  /** With its schema: `register.person`. */
  table: string
  /** Columns that say nothing about a person: keys, states, instants. */
  plain: readonly string[]
  /** Columns by the declared field they carry. */
  carries: Readonly<Record<FieldId, readonly string[]>>
  /** A duty that may read or write any of these fields may use the plain columns; by default those of `carries`. */
  opensWith?: readonly FieldId[]
  /** Also any field of this kind opens them, such as one that the statement added. */
  opensTo?: 'org.' | 'person.'
  /** SQL conditions on a row of this table, by reach; a reach that is not named sees what `all` sees. */
  rows?: { all: string } & Partial<Record<'group-company' | 'team' | 'own', string>>
  /** SQL condition on a row that a duty adds or changes, so that nothing is hung on a record it does not see. */
  adds?: string
  /** The condition is for added rows only. */
  addsOnly?: boolean
  /** Rows of values that staff may take away again, such as one phone number of several. */
  deletable?: boolean
  /**
   * What staff deletes lies fourteen days in the bin: the table has `binned_at` and `binned_by`, and such a row is hidden from every duty
   * and machine that does not open the bin, but `rights`, `retention` and `matching`.
   */
  binned?: boolean
  /** Machine duties with their own rights to this table, whatever the statement's duties are. */
  machines?: Readonly<Record<string, MachineRights>>
}

/** What a machine duty may do to a table: column lists, or `*` for all that `plain` and `carries` name. */
export interface MachineRights {
  select?: readonly string[] | '*'
  insert?: readonly string[] | '*'
  update?: readonly string[] | '*'
  delete?: boolean
  rows?: string
}

export function columnsOf(map: TableMap): string[] {
  return [...plainOf(map), ...Object.values(map.carries).flat()]
}

/** Columns that say nothing about a person, with those of the bin. */
export function plainOf({ plain, binned }: TableMap): readonly string[] {
  return binned ? [...plain, 'binned_at', 'binned_by'] : plain
}

export function fieldsOf(map: TableMap): FieldId[] {
  return [...new Set([...Object.keys(map.carries), ...(map.opensWith ?? [])])]
}

/** The column of a field that a statement added, by its id alone: `person.shoeSize` is `declared.person.shoe_size`. */
export function declaredColumn(field: FieldId): { subject: Subject; table: string; column: string } {
  const [prefix = '', ...rest] = field.split('.')
  const subject = subjectOf(field)
  const name = rest
    .join('_')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase()
  return { subject, table: `declared.${subject}`, column: prefix === 'com' ? `com_${name}` : name }
}
