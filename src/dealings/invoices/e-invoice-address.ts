import type { Act, Look } from '#ledger'
import { type InForce, partyOfDeal, provenanceOf, type RegisterTables, refuseUnlessSees } from '#register'
import { refuseEdited } from '../deal-parts.ts'
import type { DealingsReach } from '../reach.ts'
import { eAddressOf } from './e-address.ts'

/** With which document it came (S6.2–S6.4). */
export interface DocumentOfAddress {
  kind: 'quote' | 'order' | 'contract' | 'invoice'
  id: string
}

/** Where the e-invoices of a company go and where that came from, or nulls. */
export async function eAddressOfCompany(look: Look<DealingsReach>, inForce: InForce, organisationId: string) {
  refuseUnlessSees(inForce, look, ['com.invoicing'])
  const row = await look.db
    .selectFrom('register.e_invoice_address')
    .select(['address', 'operator', 'person_id', 'source', 'source_note', 'document_kind', 'document_id'])
    .select(['entered_at', 'revision'])
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  look.saw(row?.person_id ? [row.person_id] : [], row ? ['com.invoicing'] : [])
  return {
    ...{ eAddress: row?.address ?? null, eOperator: row?.operator ?? null },
    ...{ source: row?.source ?? null, sourceNote: row?.source_note ?? null, enteredAt: row?.entered_at ?? null },
    revision: row?.revision ?? 0,
    document: row?.document_id ? { kind: row.document_kind, id: row.document_id } : null,
  }
}

export interface EAddressWish {
  organisationId: string
  eAddress?: string | null
  eOperator?: string | null
  source?: string
  sourceNote?: string
  document?: DocumentOfAddress
  /** What was read of it; 0: there was none. */
  revision?: number
}

/**
 * Sets it with its source (S6.1), a contact of the customer's where nothing else is said, or takes it away where both are empty. Refuses what
 * is neither an OVT code nor an IBAN (`E_ADDRESS_NOT_VALID`), and what somebody else set meanwhile.
 */
export async function setEAddress(act: Act<DealingsReach>, inForce: InForce, wish: EAddressWish) {
  const { organisationId, document } = wish
  const party = await partyOfDeal(act as unknown as Act<RegisterTables>, inForce, {
    field: 'com.invoicing',
    organisationId,
  })
  const held = await act.db
    .selectFrom('register.e_invoice_address')
    .select('revision')
    .where('organisation_id', '=', organisationId)
    .forUpdate()
    .executeTakeFirst()
  const revision = held?.revision ?? 0
  refuseEdited({ revision }, wish.revision)
  const { e_address, e_operator } = eAddressOf(wish.eAddress, wish.eOperator)
  if (e_address === null)
    await act.db.deleteFrom('register.e_invoice_address').where('organisation_id', '=', organisationId).execute()
  else {
    const { source, note } = provenanceOf(inForce.policy, { ...wish, source: wish.source ?? 'contact' }, act)
    const said = {
      ...{ address: e_address, operator: e_operator as string, source: source.id, source_note: note },
      ...{ document_kind: document?.kind ?? null, document_id: document?.id ?? null },
      ...{ entered_by: act.by, entered_at: act.at, revision: revision + 1 },
    }
    await act.db
      .insertInto('register.e_invoice_address')
      .values({ organisation_id: organisationId, person_id: party.personId, held_at: null, ...said })
      .onConflict((taken) => taken.column('organisation_id').doUpdateSet(said))
      .execute()
  }
  await act.record({ what: 'e-invoice-address.set', about: organisationId })
}
