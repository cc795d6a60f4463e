import { sql } from 'kysely'
import type { ContactPart } from '#lists'

/** Messages between staff and people of the register; what a machine answered is no contact. */
export const mailContacts: readonly ContactPart[] = [
  {
    rows: sql`select who.person_id as person, who.organisation_id as organisation, null::text as group_company, who.at
      from register.message_person who join register.message letter on letter.id = who.message_id
      where letter.state in ('received', 'sent') and not letter.is_automatic`,
  },
]
