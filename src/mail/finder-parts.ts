import { sql } from 'kysely'
import type { FinderPart } from '#lists'

// Subjects lie in a table of their own, whose row policies ask what the mailbox shares with whoever reads.
const subject = sql`(select said.subject from register.message_subject said where said.message_id = message.id)`
const oneOf = (column: 'person_id' | 'organisation_id') =>
  sql`(select ${sql.ref(`one.${column}`)} from register.message_person one
    where one.message_id = message.id and ${sql.ref(`one.${column}`)} is not null order by one.id limit 1)`

/** Messages by their subject, as far as their mailbox shares it; a thread once. */
export const mailFinder: readonly FinderPart[] = [
  {
    ...{ kind: 'message', field: 'com.enquiries', table: 'register.message', title: subject },
    ...{ words: 'register.message_subject_words', where: sql`${subject} is not null` },
    ...{ sort: sql.ref('message.direction'), opens: sql.ref('message.thread_id') },
    ...{ person: oneOf('person_id'), organisation: oneOf('organisation_id') },
    others: sql`array(select one.person_id from register.message_person one
      where one.message_id = message.id and one.person_id is not null)`,
  },
]
