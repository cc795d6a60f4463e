import type { Act } from '#ledger'
import type { Provenance } from './source.ts'
import type { RegisterTables } from './tables.ts'

/** A value whose source is written: the subject's own id where the field has one value. */
export interface Told {
  field: string
  valueId: string
}

/** S6: writes where a person's values come from; an earlier source of the same value is replaced. */
export async function tellSourcesOfPerson(
  act: Act<RegisterTables>,
  personId: string,
  told: readonly Told[],
  from: Provenance,
) {
  if (told.length === 0) return
  await forgetSourcesOfPerson(act, personId, told)
  await tellFirstSourcesOfPerson(act, personId, told, from)
}

/** The same for a person who has no sources yet. */
export async function tellFirstSourcesOfPerson(
  act: Act<RegisterTables>,
  personId: string,
  told: readonly Told[],
  from: Provenance,
) {
  await act.db
    .insertInto('register.person_source')
    .values(told.map((value) => ({ person_id: personId, ...rowOf(act, value, from) })))
    .execute()
}

export async function tellSourcesOfOrganisation(
  act: Act<RegisterTables>,
  organisationId: string,
  told: readonly Told[],
  from: Provenance,
) {
  if (told.length === 0) return
  await act.db
    .deleteFrom('register.organisation_source')
    .where('organisation_id', '=', organisationId)
    .where(
      'field',
      'in',
      told.map(({ field }) => field),
    )
    .where(
      'value_id',
      'in',
      told.map(({ valueId }) => valueId),
    )
    .execute()
  await act.db
    .insertInto('register.organisation_source')
    .values(told.map((value) => ({ organisation_id: organisationId, ...rowOf(act, value, from) })))
    .execute()
}

export async function forgetSourcesOfPerson(act: Act<RegisterTables>, personId: string, told: readonly Told[]) {
  if (told.length === 0) return
  await act.db
    .deleteFrom('register.person_source')
    .where('person_id', '=', personId)
    .where(
      'field',
      'in',
      told.map(({ field }) => field),
    )
    .where(
      'value_id',
      'in',
      told.map(({ valueId }) => valueId),
    )
    .execute()
}

function rowOf({ by, at }: Act<RegisterTables>, { field, valueId }: Told, from: Provenance) {
  return {
    field,
    value_id: valueId,
    source: from.source.id,
    note: from.note,
    by,
    recorded_at: at,
    obtained_at: from.obtainedAt,
    as_of: from.asOf,
    verified_at: from.verifiedAt,
    document_kind: from.document?.kind ?? null,
    document_id: from.document?.id ?? null,
  }
}
