import { sql } from 'kysely'
import type { Act } from '#ledger'
import { normaliseBusinessId } from '#platform/business-id'
import { Refusal } from '#platform/refusal'
import { groupCompanyOf, type InForce, normaliseEmail, partyBehind, type SaidByColumn, type SaidParty } from '#register'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'

type Reading = Act<DealingsReach>

/** What a line names, as this duty sees it: whom the row policies hide is not found, and nobody is guessed. */
export interface Meant {
  party: SaidParty
  contact: string | null
  owner: string | null
  groupCompany: string | null
}

const text = (said: SaidByColumn, id: string) => String(said[id] ?? '').trim() || null

/** The customer, the owner and the group company that a line names; refuses what is not found, or is not clear. */
export async function meantBy(act: Reading, inForce: InForce, said: SaidByColumn): Promise<Meant> {
  const company = await companyMeant(act, said)
  const person = text(said, 'email') ? await personMeant(act, text(said, 'email') as string) : null
  if (!company && !person) throw new Refusal('VALUE_REQUIRED', 422, { field: 'company' })
  const { contact, ...behind } = company
    ? { organisationId: company, contact: person }
    : await partyBehind(act as never, person as string)
  return {
    party: behind,
    contact,
    owner: await ownerMeant(act, text(said, 'owner')),
    groupCompany: companyOfGroup(inForce, text(said, 'groupCompany')),
  }
}

async function companyMeant(act: Reading, said: SaidByColumn): Promise<string | null> {
  const [typed, name] = [text(said, 'businessId'), text(said, 'company')]
  if (!typed && !name) return null
  const id = typed && normaliseBusinessId(typed)
  if (typed && !id) throw new Refusal('VALUE_NOT_VALID', 422, { field: 'businessId' })
  const which = id ? sql`business_id = ${id}` : sql`id in (select seloste.firms_called(${name}::text))`
  const field = id ? 'businessId' : 'company'
  const found = await rowsOf<{ id: string; closed: boolean }>(
    act,
    sql`select id, closed_at is not null as closed from register.organisation where ${which} limit 3`,
  )
  const open = found.filter(({ closed }) => !closed)
  if (found.length === 0) throw new Refusal('COMPANY_NOT_FOUND', 422, { field })
  if (open.length === 0) throw new Refusal('COMPANY_CLOSED', 422, { field })
  if (open.length > 1) throw new Refusal('COMPANY_NOT_CLEAR', 422, { field })
  return open[0]?.id ?? null
}

// Art. 17, 18 GDPR: whoever is erased or restricted has no address that a duty could find.
async function personMeant(act: Reading, typed: string): Promise<string> {
  const address = normaliseEmail(typed)
  if (!address) throw new Refusal('VALUE_NOT_VALID', 422, { field: 'email' })
  const found = await rowsOf<{ id: string }>(
    act,
    sql`select distinct person_id as id from register.person_email where address = ${address} and is_proven limit 2`,
  )
  if (found.length > 1) throw new Refusal('PERSON_NOT_CLEAR', 422, { field: 'email' })
  if (!found[0]) throw new Refusal('PERSON_NOT_FOUND', 422, { field: 'email' })
  return found[0].id
}

async function ownerMeant(act: Reading, typed: string | null): Promise<string | null> {
  if (!typed) return null
  const [found] = await rowsOf<{ id: string | null }>(act, sql`select seloste.staff_meant(${typed})::text as id`)
  if (!found?.id) throw new Refusal('STAFF_NOT_FOUND', 422, { field: 'owner' })
  return found.id
}

function companyOfGroup({ policy }: InForce, typed: string | null): string | null {
  if (!typed) return null
  const plain = typed.toLowerCase()
  const known = policy.groupCompanies.find(({ id, name }) => id === plain || name.toLowerCase() === plain)
  return groupCompanyOf(policy, known?.id ?? typed)
}
