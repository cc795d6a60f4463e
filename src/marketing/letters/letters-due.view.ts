import { sql } from 'kysely'
import { addressKey, type ChoicesKey, postalKey } from '#choices'
import type { Look } from '#ledger'
import type { Door } from '#platform/address-field'
import { dayInHelsinki } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import type { RecipientState } from '../recipient.ts'
import { rowsOf } from '../rows.ts'
import type { Due } from '../sending.ts'
import type { MarketingTables } from '../tables.ts'

/** A letter that is still to go, with the door it goes to; without one, of somebody whom the gate refuses now. */
export interface LetterDue extends Due {
  door: Door | null
}

interface Row extends Omit<Door, 'name' | 'firm'> {
  id: string
  personId: string | null
  language: Language
  given: string | null
  family: string | null
  addressId: string | null
  source: string | null
  firm: string | null
}

export interface LettersWish {
  campaignId: string
  state: RecipientState
  after: string | null
  limit: number
  key: ChoicesKey
}

/** The letters of the campaign that looks, in one state; its login sees only people whom the gate allows. */
export async function lettersDue(look: Look<MarketingTables>, wish: LettersWish): Promise<LetterDue[]> {
  const { campaignId, state, after, limit, key } = wish
  const part = (name: string) => sql`coalesce(${sql.ref(`own.${name}`)}, ${sql.ref(`door.${name}`)})`
  const rows = await rowsOf<Row>(
    look.db,
    sql<Row>`
      select due.id, due.person_id as "personId", due.language, person.given_name as given, person.family_name as family,
        coalesce(own.id, door.id) as "addressId", place.source, firm.name as firm,
        ${part('care_of')} as "careOf", ${part('street')} as street, ${part('house_number')} as "houseNumber", ${part('stair')} as stair,
        ${part('flat')} as flat, ${part('po_box')} as "poBox", ${part('postcode')} as postcode, ${part('city')} as city, ${part('country')} as country
      from register.campaign_recipient due
        left join register.person on person.id = due.person_id
        left join lateral seloste.address_for(person.id, 'post', ${dayInHelsinki(look.at)}::date) place on person.id is not null
        left join register.person_address own on own.id = place.id
        left join register.organisation_address door on door.id = place.id
        left join register.organisation firm on firm.id = door.organisation_id
      where due.campaign_id = ${campaignId} and due.channel = 'post' and due.state = ${state}
        and (${after}::uuid is null or due.id > ${after}::uuid)
      order by due.id limit ${limit}`,
  )
  const due = rows.map((row) => dueOf(row, key))
  look.saw(
    due.flatMap(({ personId, person }) => (personId && person ? [personId] : [])),
    ['org.addresses', 'org.name', 'person.name'],
  )
  return due
}

function dueOf({ id, personId, language, given, family, addressId, source, firm, ...place }: Row, key: ChoicesKey) {
  if (!addressId || !source) return { id, personId, language, person: null, door: null }
  const name = `${given ?? ''} ${family ?? ''}`.trim()
  const person = {
    ...{ givenName: given ?? '', familyName: family ?? '', address: '', addressId, source },
    digest: addressKey(key, 'post', postalKey(name, place)),
  }
  return { id, personId, language, person, door: { ...place, name, firm } }
}
