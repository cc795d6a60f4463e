import { sql } from 'kysely'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { refuseUnlessWriter } from './correct-organisation.ts'
import type { InForce } from './in-force.ts'
import { rowsOf } from './pieces.ts'
import { mayCollect } from './relationship.ts'
import { stageOfOrganisation, stageOfPerson } from './stage.ts'
import type { RegisterTables } from './tables.ts'
import { refuseIdentityCodes, textOf } from './values.ts'
import { waitAtParty } from './wait-at-party.ts'
import { waitForPerson } from './wait-for.ts'

export interface SaidParty {
  organisationId?: string
  personId?: string
}

/** Who stands behind a deal: a company, a person, or a sole trader, who is both. */
export interface Party {
  organisationId: string | null
  personId: string | null
  name: string
}

// S4.6: what these hold is agreed with, or owed by, the company that somebody represents, and never by its representative.
const ofBuyers: readonly string[] = ['com.quotes', 'com.orders', 'com.contracts', 'com.invoicing']

/**
 * Finds the party of a deal; refuses where this duty may not write the field, or it is not collected at this stage yet, and as
 * `PARTY_IS_REPRESENTATIVE` a representative of a company (S4.6), unless it is only the hope of a deal; `PERSON_RESTRICTED` whose data are restricted, unless it is billed.
 */
export async function partyOfDeal(
  act: Act<RegisterTables>,
  inForce: InForce,
  { field, organisationId, personId, isHope = false }: SaidParty & { field: string; isHope?: boolean },
): Promise<Party> {
  refuseUnlessWriter(inForce, act, field)
  if (Boolean(organisationId) === Boolean(personId)) throw new Refusal('VALUE_REQUIRED', 422, { field: 'party' })
  await waitAtParty(act, { organisationId, personId })
  const mayRepresent = isHope || !ofBuyers.includes(field)
  const party = organisationId
    ? await company(act, organisationId)
    : await person(act, personId as string, { mayRepresent })
  if (party.personId && field !== 'com.invoicing') await refuseIfRestricted(act, party.personId)
  const stage = await (organisationId
    ? stageOfOrganisation(act, organisationId)
    : stageOfPerson(act, personId as string))
  const { fromStage = null, clause = 'S5.8' } = inForce.policy.fields.get(field) ?? {}
  if (!mayCollect(fromStage, stage)) throw new Refusal('FIELD_NOT_OF_STAGE', 422, { clause, field, stage })
  return party
}

// Art. 18 GDPR: nothing new is begun with somebody whose data are restricted; what is owed may still be billed (Art. 18(2)).
async function refuseIfRestricted(act: Act<RegisterTables>, personId: string) {
  const [asked] = await rowsOf<{ masked: boolean }>(act.db, sql`select seloste.is_masked(${personId}::uuid) as masked`)
  if (asked?.masked) throw new Refusal('PERSON_RESTRICTED', 409, { clause: 'S12.19', field: 'party' })
}

/** Free text of a deal: trimmed, not too long, without a personal identity code (S5.15). */
export function textOfDeal(field: string, typed: unknown, limit = 4000): string | null {
  refuseIdentityCodes(typed, field)
  return textOf(field, typed, limit)
}

async function company(act: Act<RegisterTables>, id: string): Promise<Party> {
  const firm = await act.db
    .selectFrom('register.organisation')
    .select(['id', 'person_id', 'name'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!firm) throw new Refusal('NOT_FOUND', 404, { field: 'company' })
  return { organisationId: firm.id, personId: firm.person_id, name: firm.name } // S5.2: a sole trader's company is the person
}

async function person(
  act: Act<RegisterTables>,
  id: string,
  { mayRepresent }: { mayRepresent: boolean },
): Promise<Party> {
  await waitForPerson(act, id)
  const who = await act.db
    .selectFrom('register.person')
    .select(['id', 'kind', 'given_name', 'family_name'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!who) throw new Refusal('NOT_FOUND', 404, { field: 'person' })
  if (who.kind === 'representative' && !mayRepresent)
    throw new Refusal('PARTY_IS_REPRESENTATIVE', 422, { clause: 'S4.6', field: 'party' })
  return { organisationId: null, personId: who.id, name: `${who.given_name} ${who.family_name}`.trim() }
}
