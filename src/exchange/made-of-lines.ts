import { type RawBuilder, sql } from 'kysely'
import type { Act } from '#ledger'
import type { InForce, provenanceOf } from '#register'
import { declaredColumn, type Field } from '#statement'
import type { ExchangeReach } from './reach.ts'
import type { ImportSettings } from './settings.ts'

/** What the lines of one piece are made of. */
export interface Making {
  /** The import. */
  id: string
  lines: readonly number[]
  settings: ImportSettings
  wanted: InForce
  from: ReturnType<typeof provenanceOf>
  /** The declared fields that the file speaks of. */
  fields: ReadonlySet<string>
}

/** The waiting lines of this piece, as the table `line` of a query. */
export function linesOf({ id, lines }: Making): RawBuilder<unknown> {
  return sql`register.import_line line where line.import_id = ${id} and line.line = any(${[...lines]}::int[]) and line.state = 'waiting'`
}

export async function rowsOf<R>(act: Act<ExchangeReach>, query: RawBuilder<R>): Promise<R[]> {
  return (await query.execute(act.db as never)).rows
}

const types: Record<NonNullable<Field['type']>, string> = {
  text: 'text',
  'long-text': 'text',
  choice: 'text',
  number: 'numeric',
  date: 'date',
  boolean: 'boolean',
}

export const columnTypeOf = (type: Field['type']): string => types[type ?? 'text']

/** The fields of this file that the statement added, with their columns and the value that a line says. */
export function addedOf({ wanted, fields }: Making, subject: 'person' | 'organisation') {
  const said = subject === 'person' ? 'person' : 'company'
  return wanted.added
    .filter((field) => field.subject === subject && fields.has(field.id))
    .map(({ id, type }) => ({
      field: id,
      column: sql.ref(declaredColumn(id).column),
      value: sql`(line.said #>> ${`{${said},added,"${id}"}`}::text[])::${sql.raw(columnTypeOf(type))}`,
    }))
}

/** The source of a value that a line says, as columns of the sources' table after field and value. */
export function sourceColumns({ from }: Making, act: Act<ExchangeReach>): RawBuilder<unknown> {
  return sql`${from.source.id}, ${from.note}::text, ${act.by}, ${act.at}::timestamptz, (line.said ->> 'obtainedAt')::timestamptz, (line.said ->> 'asOf')::date`
}

export const sourceNames = sql`field, value_id, source, note, by, recorded_at, obtained_at, as_of`
