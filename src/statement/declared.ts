import { createHash } from 'node:crypto'
import pg from 'pg'
import type { Field, FieldId, FieldType, Policy } from './policy.ts'
import { deals, type Subject, subjects } from './subject.ts'
import { declaredColumn, fieldsOf, type TableMap } from './table-map.ts'

export const columnTypes: Record<FieldType, string> = {
  text: 'text',
  'long-text': 'text',
  number: 'numeric',
  date: 'date',
  boolean: 'boolean',
  choice: 'text',
}

/** The fields that live in schema `declared`: typed in the statement, carried by no table of the code. */
export function declaredFields(policy: Policy | null, maps: readonly TableMap[]): Field[] {
  const carried = new Set(maps.flatMap(fieldsOf))
  return [...(policy?.fields.values() ?? [])].filter((field) => field.type !== null && !carried.has(field.id))
}

/** How the tables of schema `declared` hold a policy's added fields. Each row is seen with what it is about, and nowhere else. */
export function declaredMaps(policy: Policy | null, maps: readonly TableMap[]): TableMap[] {
  const fields = declaredFields(policy, maps)
  return subjects.map((subject) => ({
    table: `declared.${subject}`,
    plain: [`${subject}_id`],
    carries: Object.fromEntries(
      fields.filter((field) => field.subject === subject).map((field) => [field.id, [declaredColumn(field.id).column]]),
    ),
    rows: {
      // Asked row by row: `exists` would gather every row of the register beside an order of which one page is read.
      all: `(select true from ${rowsOf(subject)} seen where seen.id = ${subject}_id)${unlessMasked(subject)}`,
    },
    adds: `exists (select 1 from ${rowsOf(subject)} seen where seen.id = ${subject}_id)${orNew(subject)}`,
    machines: machinesOf(subject),
  }))
}

/** The table of what the fields of a subject are said of. */
function rowsOf(subject: Subject) {
  return deals[subject]?.table ?? `register.${subject}`
}

// Who is taken in within a transaction is seen once their relationship stands; a deal is seen with its party from the first.
function orNew(subject: Subject) {
  return deals[subject] ? '' : ` or seloste.is_new('register.${subject}', ${subject}_id)`
}

// Art. 18 GDPR: what is restricted is nobody's to use meanwhile.
function unlessMasked(subject: Subject) {
  return subject === 'person' ? ' and not seloste.is_masked(person_id)' : ''
}

function machinesOf(subject: Subject): TableMap['machines'] {
  return { rights: { select: '*', delete: true }, retention: { select: [`${subject}_id`], delete: true } }
}

/** The SQL that makes the columns of a policy's added fields where they are missing. */
export function columnsFor(policy: Policy, maps: readonly TableMap[]): string[] {
  return declaredFields(policy, maps).map((field) => {
    const { table, column } = declaredColumn(field.id)
    const type = columnTypes[field.type ?? 'text']
    return `alter table ${table} add column if not exists ${pg.escapeIdentifier(column)} ${type}`
  })
}

/** The names of the indexes of an added field, with their schema: one of its order, and one of the words of a text. */
export function declaredIndexes(field: FieldId): { order: string; words: string } {
  const { subject, column } = declaredColumn(field)
  // PostgreSQL cuts a name at 63 bytes, and two that begin alike would be one.
  const short = column.length <= 40 ? column : createHash('sha256').update(column).digest('hex').slice(0, 16)
  return { order: `declared.${subject}_${short}_order`, words: `declared.${subject}_${short}_words` }
}

/** The SQL that makes what lists sort, filter and search added fields by, where it is missing. A long text is only searched. */
export function indexesFor(policy: Policy | null, maps: readonly TableMap[]): string[] {
  return declaredFields(policy, maps).flatMap(({ id, type, subject }) => {
    const { table, column } = declaredColumn(id)
    const { order, words } = declaredIndexes(id)
    const [name, key] = [pg.escapeIdentifier(column), `${subject}_id`]
    const index = (of: string, how: string) =>
      `create index if not exists ${pg.escapeIdentifier(of.slice('declared.'.length))} on ${table} ${how} where ${name} is not null`
    return [
      ...(type === 'long-text' ? [] : [index(order, `(${name}, ${key})`)]),
      ...(type === 'text' || type === 'long-text'
        ? [index(words, `using gin (seloste.folded(${name}) seloste.gin_trgm_ops)`)]
        : []),
    ]
  })
}
