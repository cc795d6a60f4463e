import { type RawBuilder, sql } from 'kysely'
import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { writeAdded } from './added-values.ts'
import { createPerson } from './create-person.ts'
import { groupCompanyOf } from './group-company.ts'
import { fieldsAbout, type InForce } from './in-force.ts'
import { addressRow } from './person-values.ts'
import { rowsOf } from './pieces.ts'
import { provenanceOf, refuseOtherFields, type SaidSource } from './source.ts'
import { type Told, tellSourcesOfOrganisation } from './sources.ts'
import type { OrganisationForm, RegisterTables } from './tables.ts'
import { checkedValues, type Values } from './values.ts'

export interface NewOrganisation extends SaidSource {
  form?: OrganisationForm
  vatRegistered?: boolean | null
  values: Record<string, unknown>
  /** The person behind a sole trader: chosen, or named and taken in by the same source. */
  person?: string
  personName?: unknown
  groupCompany?: string
  owner?: string | null
  team?: string | null
}

/** Takes an organisation into the register as a prospect, or as a customer where an order or contract brings it. Answers the id. */
export async function createOrganisation(
  act: Act<RegisterTables>,
  inForce: InForce,
  wish: NewOrganisation,
): Promise<string> {
  const from = provenanceOf(inForce.policy, wish, act)
  const state = from.source.saleContext ? 'customer' : 'prospect'
  const checked = await checkedValues(inForce, act, {
    subject: 'organisation',
    values: wish.values,
    stage: async () => state,
  })
  refuseOtherFields(from, Object.keys(wish.values))
  refuseIncomplete(inForce, wish.values)
  await refuseTaken(act, checked['org.businessId'])

  const form = wish.form ?? 'company'
  const person_id = form === 'sole-trader' ? await soleTrader(act, inForce, wish) : null
  const id = newId(act.at.getTime())
  const tie = newId(act.at.getTime())
  const row = { id, form, person_id, created_at: act.at, changed_at: act.at, closed_at: null }
  await act.db
    .insertInto('register.organisation')
    .values({ ...row, ...columnsOf(checked, wish.vatRegistered) } as never)
    .execute()
  await act.db
    .insertInto('register.relationship')
    .values({
      ...{ id: tie, organisation_id: id, group_company: groupCompanyOf(inForce.policy, wish.groupCompany), state },
      ...{ owner: wish.owner === undefined ? act.by : wish.owner, team: wish.team ?? null },
      ...{
        started_at: from.obtainedAt,
        last_activity_at: act.at,
        payment_terms: checked['com.paymentTerms'] ?? undefined,
      },
    } as never)
    .execute()
  if (person_id) await join(act, person_id, id)

  const told = [...toldOf(id, tie, checked), ...(await insertAddresses(act, id, checked['org.addresses'] ?? []))]
  await writeAdded(act, 'organisation', id, checked.added)
  await tellSourcesOfOrganisation(act, id, told, from)
  await act.record({
    what: 'organisation.created',
    about: id,
    detail: { form, source: from.source.id, fields: Object.keys(wish.values).sort() },
  })
  await act.record({ what: 'relationship.begun', about: tie, detail: { organisation: id, state } })
  return id
}

/** The columns that single values of an organisation fill; absent values leave theirs alone. */
export function columnsOf(values: Values, vatRegistered?: boolean | null) {
  const { 'org.name': name, 'org.businessId': business_id, 'org.phone': phone, 'org.email': email } = values
  return {
    ...(name === undefined ? {} : { name }),
    ...(business_id === undefined ? {} : { business_id }),
    ...(vatRegistered === undefined ? {} : { vat_registered: vatRegistered }),
    ...(phone === undefined ? {} : { phone: phone?.number ?? null, phone_typed: phone?.typed ?? null }),
    ...(email === undefined ? {} : { email: email?.address ?? null, email_kind: email?.kind ?? null }),
  }
}

export async function insertAddresses(
  act: Act<RegisterTables>,
  organisation_id: string,
  addresses: NonNullable<Values['org.addresses']>,
): Promise<Told[]> {
  const rows = addresses.map((address) => ({ organisation_id, ...addressRow(act.at, address) }))
  if (rows.length > 0) await act.db.insertInto('register.organisation_address').values(rows).execute()
  return rows.map(({ id }) => ({ field: 'org.addresses', valueId: id }))
}

/** S2.3: one business ID, one organisation; the caller is told which, so that it can be opened or reopened. */
export async function refuseTaken(act: Act<RegisterTables>, number: string | null | undefined, except?: string) {
  if (!number) return
  const { rows } = await sql<{ id: string; closed: boolean }>`
    select id, closed from seloste.closed_organisation(null, ${number}) limit 1
  `.execute(act.db as unknown as Parameters<RawBuilder<unknown>['execute']>[0])
  const [held] = rows
  if (held?.closed && (await isInBin(act, held.id)))
    throw new Refusal('BUSINESS_ID_IN_BIN', 409, { field: 'org.businessId' })
  if (held && held.id !== except)
    throw new Refusal('BUSINESS_ID_TAKEN', 409, { field: 'org.businessId', company: held.id, closed: held.closed })
}

// A closed company is found by itself; one in the bin by its number alone.
async function isInBin(act: Act<RegisterTables>, id: string) {
  return (await rowsOf(act.db, sql`select from seloste.closed_organisation(${id}::uuid, null)`)).length === 0
}

function refuseIncomplete(inForce: InForce, values: Record<string, unknown>) {
  for (const { id, required, fromStage, clause } of fieldsAbout(inForce, 'organisation')) {
    const isDue = id === 'org.name' || (required && (fromStage ?? 'prospect') === 'prospect')
    if (isDue && values[id] === undefined) throw new Refusal('VALUE_REQUIRED', 422, { field: id, clause })
  }
}

// A sole trader's company data are personal data: they follow the person in every request.
async function soleTrader(
  act: Act<RegisterTables>,
  inForce: InForce,
  { person, personName, source, sourceNote, asOf, obtainedAt }: NewOrganisation,
) {
  if (!person && !personName)
    throw new Refusal('SOLE_TRADER_NEEDS_PERSON', 422, { clause: 'S5.2', field: 'personName' })
  if (!person) {
    return createPerson(act, inForce, {
      kind: 'sole-trader',
      values: { 'person.name': personName },
      source,
      sourceNote,
      asOf,
      obtainedAt,
    })
  }
  const found = await act.db.selectFrom('register.person').select('id').where('id', '=', person).executeTakeFirst()
  if (!found) throw new Refusal('NOT_FOUND', 404, { field: 'person' })
  return person
}

async function join(act: Act<RegisterTables>, person_id: string, organisation_id: string) {
  const row = {
    id: newId(act.at.getTime()),
    person_id,
    organisation_id,
    since: act.at.toISOString().slice(0, 10),
    left_on: null,
  }
  await act.db
    .insertInto('register.affiliation')
    .values(row as never)
    .execute()
}

export function toldOf(id: string, relationship: string | null, values: Values): Told[] {
  const single = (['org.name', 'org.businessId', 'org.phone', 'org.email'] as const).filter((field) => values[field])
  const terms = relationship && values['com.paymentTerms'] ? [{ field: 'com.paymentTerms', valueId: relationship }] : []
  const added = Object.entries(values.added).flatMap(([field, value]) =>
    value === null ? [] : [{ field, valueId: id }],
  )
  return [...single.map((field) => ({ field, valueId: id })), ...terms, ...added]
}
