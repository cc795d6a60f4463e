import { sql } from 'kysely'
import type { ContactPart } from '#lists'

/** Calls, meetings and visits that took place, with everybody who took part. */
export const workContacts: readonly ContactPart[] = [
  {
    rows: sql`select person_id as person, organisation_id as organisation, group_company, at
      from register.activity where state = 'done' and binned_at is null`,
  },
  {
    rows: sql`select with_whom.person, null::uuid as organisation, group_company, at
      from register.activity, unnest(people) as with_whom(person) where state = 'done' and binned_at is null`,
  },
]
