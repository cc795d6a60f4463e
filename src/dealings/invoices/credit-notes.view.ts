import { sql } from 'kysely'
import type { Act, Look } from '#ledger'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import type { Billed } from './creditable.ts'

/** The credit notes that an invoice has so far. */
export function notesOf(reach: Act<DealingsReach> | Look<DealingsReach>, id: string): Promise<Billed[]> {
  return rowsOf<Billed>(
    reach,
    sql<Billed>`select lines, by_vat as "byVat" from register.invoice
      where credits_invoice_id = ${id}::uuid and number is not null order by issued_at, id`,
  )
}
