import type { Act, Occasion } from '#ledger'
import { Refusal } from '#platform/refusal'
import { writeAdded } from './added-values.ts'
import { columnsOf, insertAddresses, refuseTaken, toldOf } from './create-organisation.ts'
import { type InForce, verdictOn } from './in-force.ts'
import { provenanceOf, refuseOtherFields, type SaidSource } from './source.ts'
import { tellSourcesOfOrganisation } from './sources.ts'
import { stageOfOrganisation } from './stage.ts'
import type { OrganisationForm, RegisterTables } from './tables.ts'
import { touch } from './touch.ts'
import { checkedValues, type Values } from './values.ts'

export interface OrganisationCorrection extends SaidSource {
  id: string
  /** The revision that was read; null where a value is only added with a document. */
  revision: number | null
  form?: Exclude<OrganisationForm, 'sole-trader'>
  vatRegistered?: boolean | null
  values: Record<string, unknown>
}

/** Corrects or completes what is held of an organisation. */
export async function correctOrganisation(act: Act<RegisterTables>, inForce: InForce, wish: OrganisationCorrection) {
  const { id, revision, values, vatRegistered } = wish
  const from = provenanceOf(inForce.policy, wish, act)
  const checked = await checkedValues(inForce, act, {
    subject: 'organisation',
    values,
    stage: () => stageOfOrganisation(act, id),
  })
  refuseOtherFields(from, Object.keys(values))
  if (vatRegistered !== undefined) refuseUnlessWriter(inForce, act, 'org.businessId')
  if (wish.form) refuseUnlessWriter(inForce, act, 'org.name')
  else if (vatRegistered === undefined && Object.keys(values).length === 0)
    throw new Refusal('VALUE_REQUIRED', 422, { field: 'values' })
  await touch(act, 'organisation', id, revision)
  await refuseTaken(act, checked['org.businessId'], id)

  const columns = { ...columnsOf(checked, vatRegistered), ...(wish.form ? { form: wish.form } : {}) }
  if (Object.keys(columns).length > 0)
    await act.db.updateTable('register.organisation').set(columns).where('id', '=', id).execute()
  const tie = checked['com.paymentTerms'] === undefined ? null : await setPaymentTerms(act, id, checked)
  if (checked['org.addresses'])
    await act.db.deleteFrom('register.organisation_address').where('organisation_id', '=', id).execute()
  const addresses = await insertAddresses(act, id, checked['org.addresses'] ?? [])
  await writeAdded(act, 'organisation', id, checked.added)
  await tellSourcesOfOrganisation(act, id, [...toldOf(id, tie, checked), ...addresses], from)
  await act.record({
    what: 'organisation.corrected',
    about: id,
    detail: { source: from.source.id, fields: Object.keys(values).sort() },
  })
}

export function refuseUnlessWriter(inForce: InForce, act: Occasion, field: string) {
  const verdict = verdictOn(inForce, act, field, 'write')
  if (!verdict.allowed)
    throw new Refusal(verdict.code, 403, { clause: verdict.clause, field, duty: act.duty, purpose: act.purpose })
}

/** Payment terms are agreed per relationship; said of the organisation, they are those of its first. */
async function setPaymentTerms(act: Act<RegisterTables>, organisationId: string, values: Values) {
  const tie = await act.db
    .selectFrom('register.relationship')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .orderBy('started_at')
    .executeTakeFirst()
  if (!tie) throw new Refusal('NOT_FOUND', 404)
  await act.db
    .updateTable('register.relationship')
    .set({ payment_terms: values['com.paymentTerms'] ?? null })
    .where('id', '=', tie.id)
    .execute()
  return tie.id
}
