import { sql } from 'kysely'
import { addressKey, type ChoicesKey } from '#choices'
import type { Look } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import { rowsOf } from './rows.ts'
import type { Due } from './sending.ts'
import type { MarketingTables } from './tables.ts'

interface Row {
  id: string
  personId: string | null
  language: Language
  given: string | null
  family: string | null
  addressId: string | null
  address: string | null
  source: string | null
}

/** The next messages of the campaign that looks; its login sees only people whom the gate allows. */
export async function messagesDue(
  look: Look<MarketingTables>,
  { campaignId, after, limit, key }: { campaignId: string; after: string | null; limit: number; key: ChoicesKey },
): Promise<Due[]> {
  const rows = await rowsOf<Row>(
    look.db,
    sql<Row>`
      with due as materialized (
        select mine.id, mine.person_id, mine.channel, mine.language from register.campaign_recipient mine
        where mine.campaign_id = ${campaignId} and mine.state = 'queued' and (mine.not_before is null or mine.not_before <= ${look.at})
          and (${after}::uuid is null or mine.id > ${after}::uuid)
        order by mine.id limit ${limit})
      select due.id, due.person_id as "personId", due.language, person.given_name as given, person.family_name as family,
        mail.id as "addressId", mail.address, place.source
      from due
        left join register.person on person.id = due.person_id
        left join lateral seloste.address_for(person.id, due.channel, ${dayInHelsinki(look.at)}::date) place on person.id is not null
        left join register.person_email mail on mail.id = place.id
      order by due.id`,
  )
  const due = rows.map(({ id, personId, language, given, family, addressId, address, source }) => ({
    ...{ id, personId, language },
    person:
      address && addressId && source
        ? {
            givenName: given ?? '',
            familyName: family ?? '',
            address,
            addressId,
            source,
            digest: addressKey(key, 'email', address),
          }
        : null,
  }))
  look.saw(
    due.flatMap(({ personId, person }) => (personId && person ? [personId] : [])),
    ['person.email', 'person.name'],
  )
  return due
}
