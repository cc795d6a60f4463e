import { sql } from 'kysely'
import type { BinPart } from '../bin/bin-part.ts'

/** Views and reports that their owner has taken away; where others kept them they come back with them. */
export const viewsBin: BinPart = {
  kind: 'view',
  table: 'register.saved_view',
  fields: [],
  title: sql`name`,
  own: true,
}
