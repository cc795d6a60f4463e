import { sql } from 'kysely'
import type { FinderPart } from '#lists'

/** Enquiries by the words of their message. */
export const registerFinder: readonly FinderPart[] = [
  {
    ...{ kind: 'enquiry', field: 'com.enquiries', table: 'register.enquiry', words: 'register.enquiry_words' },
    title: sql`regexp_replace(left(enquiry.message, 100), '\\s+', ' ', 'g')`,
    state: sql.ref('enquiry.state'),
    ...{ person: sql.ref('enquiry.person_id'), organisation: sql.ref('enquiry.organisation_id') },
  },
]
