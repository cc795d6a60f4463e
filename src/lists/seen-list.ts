import { sql } from 'kysely'
import { byName, type Occasion } from '#ledger'
import type { Language, Said } from '#platform/language'
import { Refusal } from '#platform/refusal'
import {
  declaredColumn,
  declaredFields,
  declaredIndexes,
  type Field,
  type FieldId,
  may,
  type Policy,
  type Running,
} from '#statement'
import { withKeptChoices } from './kept-choices.view.ts'
import type { Choice, ColumnType, ListColumn, ListDefinition, References, Sql, Words } from './list-definition.ts'
import { rowsWith } from './rows-with.view.ts'

/** A list as one occasion sees it: only the columns whose declared fields its duty reads. */
export interface SeenList {
  definition: ListDefinition
  /** The name that rows go by in SQL. */
  row: string
  columns: ReadonlyMap<string, SeenColumn>
  sees(field: FieldId): boolean
  references: References
  /** Rows of it say something about people. */
  isAboutPeople: boolean
  /** Whether the duty may take it out as a file: what is not about people always, the rest as the statement says. */
  mayExport: boolean
  occasion: Occasion
  policy: Policy
  /** The rows that an index of words finds, at most `most.found` of them, whoever they are: to be read under the duty's own login. */
  find(words: Words, patterns: readonly string[]): Promise<readonly string[]>
}

export interface SeenColumn extends Omit<ListColumn, 'sql' | 'choices'> {
  label: Said
  sql: Sql
  choices: readonly Choice[]
  /** Where those are kept that the desk itself lays. */
  keptIn?: Sql
  fields: readonly FieldId[]
}

interface Asked {
  occasion: Occasion
  references: References
  /** The reader's; where nobody reads, the desk's first. */
  language?: Language
}

/** Refuses whoever reads none of the list's fields. */
export async function seenList(
  definition: ListDefinition,
  running: Pick<Running<never>, 'policy' | 'ground' | 'db'>,
  { occasion: asked, references, language = 'fi' }: Asked,
): Promise<SeenList> {
  const occasion = definition.byName ? byName(asked) : asked
  const policy = running.policy()
  const verdict = (field: FieldId) => may(policy, occasion.duty, occasion.purpose, field, 'read')
  const sees = (field: FieldId) => verdict(field).allowed
  refuseUnlessOne(definition, verdict, occasion)

  const columns = await withKeptChoices(columnsSeen(definition, running, { ...occasion, language }), running, occasion)
  const isAboutPeople = definition.person !== undefined && listed(definition.field).length > 0
  const mayExport = !isAboutPeople || policy.duties.get(occasion.duty)?.exports !== false
  const row = rowName(definition)
  const find = (words: Words, patterns: readonly string[]) => rowsWith(running.db, occasion, { words, patterns })
  return { definition, row, columns, sees, references, isAboutPeople, mayExport, occasion, policy, find }
}

const kept = new WeakMap<Policy, WeakMap<ListDefinition, Map<string, SeenList['columns']>>>()

// A list is asked for all day under the same statement: its columns are made once for each duty and purpose.
function columnsSeen(
  definition: ListDefinition,
  running: Pick<Running<never>, 'policy' | 'ground'>,
  { duty, purpose, language }: Occasion & { language: Language },
): SeenList['columns'] {
  const policy = running.policy()
  const lists = kept.get(policy) ?? new WeakMap<ListDefinition, Map<string, SeenList['columns']>>()
  kept.set(policy, lists)
  const own = lists.get(definition) ?? new Map<string, SeenList['columns']>()
  lists.set(definition, own)
  const known = own.get(`${duty} ${purpose} ${language}`)
  if (known) return known

  const sees = (field: FieldId) => may(policy, duty, purpose, field, 'read').allowed
  const added = definition.subject ? addedTo(definition.subject, policy, running.ground) : []
  const columns = [...definition.columns, ...added.map((field) => addedColumn(definition, field))]
  const seen = columns.flatMap((column): [string, SeenColumn][] => {
    const fields = listed(column.field)
    if (!fields.every(sees)) return []
    const label = labelOf(column, policy)
    const said = typeof column.sql === 'function' ? column.sql(language) : column.sql
    return [[column.id, { ...column, fields, label, sql: said, ...choicesOf(column, policy) }]]
  })
  const made = new Map(seen)
  own.set(`${duty} ${purpose} ${language}`, made)
  return made
}

/**
 * The column that a wish names. A column of a field that the duty does not read is refused with the field's clause, also as a filter
 * or an order: which rows come and in what order would tell what may not be shown.
 */
export function columnOf(seen: SeenList, id: string): SeenColumn {
  const column = seen.columns.get(id)
  if (column) return column
  const fields = listed(
    seen.definition.columns.find((one) => one.id === id)?.field ?? (seen.policy.fields.has(id) ? id : []),
  )
  for (const field of fields) {
    const verdict = may(seen.policy, seen.occasion.duty, seen.occasion.purpose, field, 'read')
    if (!verdict.allowed)
      throw new Refusal(verdict.code, 403, { clause: verdict.clause, field, duty: seen.occasion.duty })
  }
  throw new Refusal('LIST_COLUMN_UNKNOWN', 422, { clause: 'S5.1', field: /^[\w.-]{1,80}$/.test(id) ? id : 'columns' })
}

export function listed<T>(one: T | readonly T[] | undefined): readonly T[] {
  return one === undefined ? [] : Array.isArray(one) ? one : [one as T]
}

export function rowName({ table }: ListDefinition) {
  return table.split('.').at(-1) ?? table
}

export function isGroupable({ groupable, several, type }: Pick<ListColumn, 'groupable' | 'several' | 'type'>) {
  return !several && (groupable ?? !['text', 'number', 'money', 'person'].includes(type))
}

/** Its values are names of companies or people: who they are is shown also where only sums are. */
export function isNaming({ names, type }: Pick<ListColumn, 'names' | 'type'>) {
  return names === true || type === 'company' || type === 'person'
}

export function isSortable({ sortable, several }: Pick<ListColumn, 'sortable' | 'several'>) {
  return sortable ?? !several
}

function refuseUnlessOne({ field }: ListDefinition, verdict: (field: FieldId) => ReturnType<typeof may>, by: Occasion) {
  const verdicts = listed(field).map((one) => ({ one, said: verdict(one) }))
  const first = verdicts.find(({ said }) => !said.allowed && said.code === 'FIELD_NOT_OF_DUTY') ?? verdicts[0]
  if (!first || first.said.allowed || verdicts.some(({ said }) => said.allowed)) return
  const { code, clause } = first.said
  throw new Refusal(code, 403, { clause, field: first.one, duty: by.duty, purpose: by.purpose })
}

function addedTo(subject: Field['subject'], policy: Policy, ground: Running<never>['ground']) {
  return declaredFields(policy, ground.maps).filter((field) => field.subject === subject)
}

const types: Record<NonNullable<Field['type']>, ColumnType> = {
  text: 'text',
  'long-text': 'text',
  number: 'number',
  date: 'day',
  boolean: 'boolean',
  choice: 'choice',
}

function addedColumn(definition: ListDefinition, { id, type, choices }: Field): ListColumn {
  const { subject, table, column } = declaredColumn(id)
  const key = sql.ref(`said.${subject}_id`)
  const row = sql.ref(`${rowName(definition)}.id`)
  const value = sql.ref(`said.${column}`)
  const said = sql`(select ${value} from ${sql.table(table)} said where ${key} = ${row})`
  const edit = definition.editAdded?.(id, said)
  const isText = type === 'text' || type === 'long-text'
  return {
    ...{ id, field: id, type: types[type ?? 'text'], choices: choices as Choice[] },
    sql: said,
    within: (test: (value: Sql) => Sql) =>
      sql`exists (select from ${sql.table(table)} said where ${key} = ${row} and ${test(value)})`,
    // A long text has no index of its order: what it begins with is nothing to sort by.
    ...(type === 'long-text'
      ? { sortable: false }
      : { apart: { table: sql`${sql.table(table)} said`, on: key, value } }),
    ...(isText ? { words: { index: declaredIndexes(id).words, row: `${subject}_id` } } : {}),
    ...(edit ? { edit } : {}),
  }
}

function choicesOf({ choices = [] }: ListColumn, policy: Policy): Pick<SeenColumn, 'choices' | 'keptIn'> {
  if (choices === 'sources') return { choices: [...policy.sources.values()].map(({ id, label }) => ({ id, label })) }
  if (choices === 'group-companies')
    return { choices: policy.groupCompanies.map(({ id, name }) => ({ id, label: { fi: name, sv: name, en: name } })) }
  return 'keptIn' in choices ? { choices: [], keptIn: choices.keptIn } : { choices }
}

function labelOf({ id, label, field }: ListColumn, policy: Policy): Said {
  return label ?? policy.fields.get(listed(field)[0] ?? id)?.label ?? { fi: id, sv: id, en: id }
}
