import { sql } from 'kysely'
import type { Act, Look } from '#ledger'
import type { Erasure, Fate, Holding } from '#register'
import { rowsOf } from './rows.ts'
import type { MailTables } from './tables.ts'

const tables = [
  'register.message',
  'register.message_person',
  'register.message_subject',
  'register.message_body',
  'register.message_file',
] as const
const theirs = (personId: string) =>
  sql<{
    message_id: string
  }>`select one.message_id from register.message_person one where one.person_id = ${personId}::uuid`

/** What mail keeps about a person: messages with them. Of other correspondents they are told how many there were. */
export const mailHolding: Holding<MailTables> = {
  name: 'mail',
  tables,
  has: async (look, personId) =>
    (await rowsOf(look, sql`select from register.message_person where person_id = ${personId}::uuid limit 1`)).length >
    0,
  disclose: async (look, personId) => {
    const rows = await rowsOf<Record<string, unknown>>(
      look,
      // Art. 15(4) GDPR: their own part and the words that were exchanged; who else took part is counted, not named.
      sql`select message.at, message.direction, one.role, one.address, said.subject, body.text, body.attachments,
          message.others + (select count(*)::int from register.message_person other
            where other.message_id = message.id and other.person_id is distinct from ${personId}::uuid) as others
        from register.message_person one join register.message on message.id = one.message_id
        left join register.message_subject said on said.message_id = message.id
        left join register.message_body body on body.message_id = message.id
        where one.person_id = ${personId}::uuid order by message.at, message.id`,
    )
    // Art. 15(3) GDPR: a file that lies here is handed over as a file.
    const files = await rowsOf<Record<string, unknown>>(
      look,
      sql`select message_id, nth, encode(content, 'base64') as content from register.message_file
        where message_id in (${theirs(personId)}) order by message_id, nth`,
    )
    const kept = [
      { table: 'register.message', rows },
      { table: 'register.message_file', rows: files },
    ]
    return { holding: 'mail', kept: kept.filter((one) => one.rows.length > 0) }
  },
  plan: fates,
  erase,
  merge: async (act, from, into) => {
    await rowsOf(
      act,
      sql`delete from register.message_person one where one.person_id = ${from}::uuid and exists (
        select from register.message_person same where same.message_id = one.message_id and same.person_id = ${into}::uuid
          and same.organisation_id is not distinct from one.organisation_id and same.role = one.role and same.address = one.address)`,
    )
    await act.db.updateTable('register.message_person').set({ person_id: into }).where('person_id', '=', from).execute()
    await rowsOf(
      act,
      sql`update register.message_file set people = array_replace(array_remove(people, ${into}::uuid), ${from}::uuid, ${into}::uuid)
        where people @> array[${from}::uuid]`,
    )
  },
}

async function fates(look: Look<MailTables>, personId: string): Promise<Fate[]> {
  const counted = await rowsOf<{ table: string; rows: number }>(
    look,
    sql<{ table: string; rows: number }>`
      select 'register.message_person' as table, count(*)::int as rows from register.message_person where person_id = ${personId}::uuid
      union all select 'register.message_subject', count(*)::int from register.message_subject where message_id in (${theirs(personId)})
      union all select 'register.message_body', count(*)::int from register.message_body where message_id in (${theirs(personId)})
      union all select 'register.message_file', count(*)::int from register.message_file where message_id in (${theirs(personId)})
      union all select 'register.message', count(*)::int from register.message where id in (${theirs(personId)})`,
  )
  return counted.flatMap(({ table, rows }) =>
    rows > 0 ? [{ holding: 'mail', class: 'message-log', table, rows, fate: 'erase' as const }] : [],
  )
}

// Art. 17 GDPR: words about somebody cannot be told from the other words of a message, so all of them go. That others were written to stays.
async function erase(act: Act<MailTables>, personId: string, planned: readonly Fate[]): Promise<Erasure[]> {
  await rowsOf(
    act,
    sql`update register.message_file set people = array_remove(people, ${personId}::uuid) where people @> array[${personId}::uuid]`,
  )
  const ids = (await rowsOf<{ message_id: string }>(act, theirs(personId))).map(({ message_id }) => message_id)
  if (ids.length === 0) return []
  for (const table of ['register.message_file', 'register.message_body', 'register.message_subject'] as const)
    await act.db.deleteFrom(table).where('message_id', 'in', ids).execute()
  await act.db.deleteFrom('register.message_person').where('person_id', '=', personId).execute()
  await rowsOf(
    act,
    sql`delete from register.message where id = any(${ids}::uuid[])
      and not exists (select from register.message_person one where one.message_id = message.id)`,
  )
  return planned
    .filter(({ holding }) => holding === 'mail')
    .map(({ holding, table, class: aClass, rows }) => ({ holding, table, class: aClass, rows, outcome: 'erased' }))
}
