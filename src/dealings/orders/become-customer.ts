import { sql } from 'kysely'
import type { Act } from '#ledger'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'

interface Buyer {
  organisationId: string | null
  personId: string | null
  groupCompany: string
  source: string
}

/** C1: whoever orders is a customer from now on, whatever they were before. */
export async function becomeCustomer(act: Act<DealingsReach>, buyer: Buyer) {
  const { organisationId, personId, groupCompany, source } = buyer
  const [row] = await rowsOf<{ was: string | null }>(
    act,
    sql`select seloste.customer_by_order(${organisationId}::uuid, ${personId}::uuid, ${groupCompany}, ${act.at}) as was`,
  )
  if (!row?.was) return
  const about = organisationId ?? personId ?? ''
  await act.record(
    row.was === 'begun'
      ? { what: 'relationship.begun', about, detail: { with: about, state: 'customer', source } }
      : { what: 'relationship.moved', about, detail: { from: row.was, to: 'customer' } },
  )
}
