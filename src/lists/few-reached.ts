import { type RawBuilder, sql } from 'kysely'
import type { Occasion } from '#ledger'
import { rowsOf } from './rows.ts'

const few = 2000

const idOf = { 'register.person': 'people', 'register.organisation': 'organisations' } as const

/**
 * Where a narrow reach has few of a table's rows, the condition that a row is one of them; else nothing. A page in an order's own index
 * walks the rows of everybody until fifty are the reader's: with 5 customers among a million, through all.
 */
export async function fewReached(
  look: Occasion & { db: unknown },
  table: string,
): Promise<RawBuilder<unknown> | undefined> {
  const { db, reach } = look
  if (!(reach === 'own' || reach === 'team') || !isReached(table)) return undefined
  const reached = sql.table(`seloste.${idOf[table]}_reached_${reach}`)
  const [row] = await rowsOf<{ many: boolean }>(
    db,
    sql<{ many: boolean }>`select exists (select from ${reached} offset ${sql.lit(few)}) as many`,
  )
  return row?.many ? undefined : sql`${sql.ref(`${table}.id`)} in (select id from ${reached})`
}

function isReached(table: string): table is keyof typeof idOf {
  return table in idOf
}
