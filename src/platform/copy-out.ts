import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type DatabaseShape, shapeOf, type TableShape } from './database-shape.ts'

/** A database as it was at one moment, table by table, however long the reading takes. */
export interface Snapshot {
  shape: DatabaseShape
  /** The rows of a table as PostgreSQL's own text. */
  rowsOf(table: TableShape): AsyncIterable<Buffer>
  /** Further questions about the same moment. */
  ask<R extends pg.QueryResultRow>(text: string): Promise<R[]>
}

/** Reads a whole database in one snapshot; who writes meanwhile is not kept waiting. */
export async function inSnapshot<R>(
  url: string,
  without: readonly string[],
  read: (snapshot: Snapshot) => Promise<R>,
): Promise<R> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read, read only')
    await client.query(`set local datestyle = 'iso, ymd'`)
    return await read({
      shape: await shapeOf(client, without),
      rowsOf: (table) => client.query(copyTo(`copy ${table.place} (${columnList(table)}) to stdout`)),
      ask: async (text) => (await client.query(text)).rows,
    })
  } finally {
    await client.end()
  }
}

export function columnList({ columns }: TableShape) {
  return columns.map(({ name }) => pg.escapeIdentifier(name)).join(', ')
}
