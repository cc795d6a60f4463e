import { sql } from 'kysely'
import type { FinderPart } from '#lists'

/** Enquiries by the words of their message. */
export const registerFinder: readonly FinderPart[] = [
  {
    ...{ kind: 'enquiry', field: 'com.enquiries', table: 'register.enquiry', words: 'register.enquiry_words' },
    title: sql`left(enquiry.message, 2000)`,
    state: sql.ref('enquiry.state'),
    where: sql`not seloste.is_masked(enquiry.person_id)`, // Art. 18 GDPR
    ...{ person: sql.ref('enquiry.person_id'), organisation: sql.ref('enquiry.organisation_id') },
  },
]
