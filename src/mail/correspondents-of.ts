import { type RawBuilder, sql } from 'kysely'
import type { Sees } from './fields-of-letter.ts'

export interface NamedCorrespondent {
  role: 'from' | 'to' | 'cc'
  personId: string | null
  organisationId: string | null
  name: string | null
  address: string
}

/** The people and companies of a message whom the reader sees, by name. */
export function correspondentsOf(sees: Sees): RawBuilder<NamedCorrespondent[]> {
  const person = sees('person.name')
    ? sql`(select nullif(btrim(who.given_name || ' ' || who.family_name), '') from register.person who where who.id = one.person_id)`
    : sql`null::text`
  const company = sees('org.name')
    ? sql`(select firm.name from register.organisation firm where firm.id = one.organisation_id)`
    : sql`null::text`
  return sql`(select coalesce(json_agg(json_build_object('role', one.role, 'personId', one.person_id, 'organisationId', one.organisation_id,
      'name', case when one.person_id is null then ${company} else ${person} end, 'company', ${company}, 'address', one.address) order by one.id), '[]')
    from register.message_person one where one.message_id = message.id)`
}
