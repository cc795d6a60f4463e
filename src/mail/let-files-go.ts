import { sql } from 'kysely'
import { rowsOf } from './rows.ts'

/** Lets the waiting files of a letter go once it was sent and lies in its mailbox, from where they are fetched like any other's. */
export async function letFilesGo(door: { db: unknown }, messageId: string) {
  await rowsOf(
    door,
    sql`delete from register.message_file where message_id = ${messageId}
      and exists (select from register.message where id = ${messageId} and state = 'sent' and uid is not null)`,
  )
}
