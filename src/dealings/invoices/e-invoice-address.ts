import type { Act, Look } from '#ledger'
import { type InForce, partyOfDeal, type RegisterTables, refuseUnlessSees } from '#register'
import type { DealingsReach } from '../reach.ts'
import { eAddressOf } from './e-address.ts'

/** Where the e-invoices of a company go, or nulls. */
export async function eAddressOfCompany(look: Look<DealingsReach>, inForce: InForce, organisationId: string) {
  refuseUnlessSees(inForce, look, ['com.invoicing'])
  const row = await look.db
    .selectFrom('register.e_invoice_address')
    .select(['address', 'operator', 'person_id'])
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  look.saw(row?.person_id ? [row.person_id] : [], row ? ['com.invoicing'] : [])
  return { eAddress: row?.address ?? null, eOperator: row?.operator ?? null }
}

/** Sets it, or takes it away where both are empty. Refuses what is neither an OVT code nor an IBAN (`E_ADDRESS_NOT_VALID`). */
export async function setEAddress(
  act: Act<DealingsReach>,
  inForce: InForce,
  wish: { organisationId: string; eAddress?: string | null; eOperator?: string | null },
) {
  const { organisationId } = wish
  const party = await partyOfDeal(act as unknown as Act<RegisterTables>, inForce, {
    field: 'com.invoicing',
    organisationId,
  })
  const { e_address, e_operator } = eAddressOf(wish.eAddress, wish.eOperator)
  if (e_address === null)
    await act.db.deleteFrom('register.e_invoice_address').where('organisation_id', '=', organisationId).execute()
  else {
    const said = { address: e_address, operator: e_operator as string, entered_by: act.by, entered_at: act.at }
    await act.db
      .insertInto('register.e_invoice_address')
      .values({ organisation_id: organisationId, person_id: party.personId, held_at: null, ...said })
      .onConflict((taken) => taken.column('organisation_id').doUpdateSet(said))
      .execute()
  }
  await act.record({ what: 'e-invoice-address.set', about: organisationId })
}
