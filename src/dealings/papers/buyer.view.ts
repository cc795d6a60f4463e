import { sql } from 'kysely'
import type { Look } from '#ledger'
import type { Door } from '#platform/address-field'
import { vatNumberOf } from '#platform/business-id'
import type { InForce } from '#register'
import { allowedOf } from '../deal-seen.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import type { Buyer } from './paper.ts'

/** Whom a document is with, as its row says. */
export interface PartyOfPaper {
  organisationId: string | null
  personId: string | null
  contactId: string | null
}

type Place = Omit<Door, 'name' | 'firm'>

/** The buyer as the register knows them now: what this duty does not read, and what is not declared, stays off the paper. */
export async function buyerOf(look: Look<DealingsReach>, inForce: InForce, party: PartyOfPaper): Promise<Buyer> {
  const { organisationId, personId, contactId } = party
  const sees = allowedOf(inForce, look)
  const firm = organisationId && sees('org.name') ? await firmOf(look, organisationId, sees('org.businessId')) : null
  const contact = contactId && sees('person.name') ? await nameOf(look, contactId) : null
  const own = !organisationId && personId && sees('person.name') ? await nameOf(look, personId) : null
  const place = organisationId
    ? sees('org.addresses') && (await placeOf(look, 'organisation', organisationId))
    : sees('person.address') && personId && (await placeOf(look, 'person', personId))
  const e = organisationId && sees('com.invoicing') ? await eAddressOf(look, organisationId) : null
  return {
    name: firm?.name ?? own ?? '',
    businessId: firm?.businessId ?? null,
    vatNumber: firm?.businessId && firm.vatRegistered ? vatNumberOf(firm.businessId) : null,
    contact,
    address: place || null,
    eAddress: e,
  }
}

async function firmOf(look: Look<DealingsReach>, id: string, withId: boolean) {
  const [row] = await rowsOf<{ name: string; businessId: string | null; vatRegistered: boolean | null }>(
    look,
    withId
      ? sql`select name, business_id as "businessId", vat_registered as "vatRegistered" from register.organisation where id = ${id}::uuid`
      : sql`select name, null::text as "businessId", null::boolean as "vatRegistered" from register.organisation where id = ${id}::uuid`,
  )
  return row ?? null
}

async function nameOf(look: Look<DealingsReach>, id: string): Promise<string | null> {
  const who = await look.db
    .selectFrom('register.person')
    .select(['given_name', 'family_name'])
    .where('id', '=', id)
    .executeTakeFirst()
  return who ? `${who.given_name} ${who.family_name}`.trim() : null
}

// Where bills go comes first, then where post goes.
async function placeOf(look: Look<DealingsReach>, whose: 'organisation' | 'person', id: string): Promise<Place | null> {
  const [row] = await rowsOf<Place>(
    look,
    sql`select care_of as "careOf", street, house_number as "houseNumber", stair, flat, po_box as "poBox", postcode, city, country
      from ${sql.table(`register.${whose}_address`)} where ${sql.ref(`${whose}_id`)} = ${id}::uuid
      order by array_position(array['billing', 'postal', 'visiting'], kind), added_at desc limit 1`,
  )
  return row ?? null
}

async function eAddressOf(look: Look<DealingsReach>, organisationId: string): Promise<Buyer['eAddress']> {
  const row = await look.db
    .selectFrom('register.e_invoice_address')
    .select(['address', 'operator'])
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return row ?? null
}
