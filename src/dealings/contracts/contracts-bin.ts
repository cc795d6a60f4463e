import { sql } from 'kysely'
import type { BinPart } from '#lists'

/** S6.4: contracts that were never signed. What was signed stays; it ends. */
export const contractsBin: BinPart = {
  kind: 'contract',
  table: 'register.contract',
  fields: ['com.contracts'],
  title: sql`title`,
  party: 'held',
}
