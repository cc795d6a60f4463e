import { sql } from 'kysely'
import type { ContactPart } from '#lists'

/** What somebody wrote to the house, and what the house answered. */
export const registerContacts: readonly ContactPart[] = [
  {
    rows: sql`select person_id as person, organisation_id as organisation, group_company, greatest(received_at, answered_at) as at
      from register.enquiry where person_id is not null or organisation_id is not null`,
  },
]
