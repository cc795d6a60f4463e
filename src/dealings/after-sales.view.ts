import { sql } from 'kysely'
import type { Look } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessSees } from '#register'
import { rowsOf } from './rows.ts'
import type { DealingsTables } from './tables.ts'

const fields = { complaint: 'com.complaints', warranty: 'com.warranty' } as const

/** Whose a complaint or a warranty is, for the desk to open their card. */
export async function partyOfAfterSales(
  look: Look<DealingsTables>,
  inForce: InForce,
  { kind, id }: { kind: keyof typeof fields; id: string },
) {
  refuseUnlessSees(inForce, look, [fields[kind]])
  const [row] = await rowsOf<{ company: string | null; person: string | null }>(
    look,
    sql<{ company: string | null; person: string | null }>`
      select organisation_id as company, person_id as person from ${sql.table(`register.${kind}`)} where id = ${id}::uuid`,
  )
  if (!row) throw new Refusal('NOT_FOUND', 404)
  look.saw(row.person ? [row.person] : [], row.person ? [fields[kind]] : [])
  return row
}
