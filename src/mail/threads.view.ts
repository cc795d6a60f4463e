import { sql } from 'kysely'
import type { Look } from '#ledger'
import { type InForce, idOfCursor, pageOf, refuseUnlessSees } from '#register'
import { may } from '#statement'
import { correspondentsOf, type NamedCorrespondent } from './correspondents-of.ts'
import { seesOf } from './fields-of-letter.ts'
import type { MailReach } from './reach.ts'
import { rowsOf } from './rows.ts'

export interface ThreadsWish {
  /** `open`: the last word is theirs and nobody has answered or settled it. */
  show?: 'open' | 'all' | 'sent'
  mailbox?: string
  person?: string
  company?: string
  limit?: number
  after?: string
}

interface Row {
  id: string
  threadId: string
  people: NamedCorrespondent[]
}

/** Threads by their newest message, the newest first: one page. What a mailbox does not share is left out by the database itself. */
export async function threadsListed(look: Look<MailReach>, inForce: InForce, wish: ThreadsWish) {
  refuseUnlessSees(inForce, look, ['com.enquiries'])
  const limit = wish.limit ?? 50
  const conditions = [
    sql`not exists (select from register.message later where later.thread_id = message.thread_id and (later.at, later.id) > (message.at, message.id))`,
    ...(wish.mailbox ? [sql`message.mailbox_id = ${wish.mailbox}`] : []),
    ...(wish.show === 'open' || wish.show === undefined
      ? [sql`message.direction = 'in' and message.settled_at is null and not message.is_automatic`]
      : wish.show === 'sent'
        ? [sql`message.direction = 'out'`]
        : []),
    ...(wish.person
      ? [
          sql`message.id in (select one.message_id from register.message_person one where one.person_id = ${wish.person})`,
        ]
      : []),
    ...(wish.company
      ? [
          sql`message.id in (select one.message_id from register.message_person one where one.organisation_id = ${wish.company})`,
        ]
      : []),
    ...(wish.after
      ? [
          sql`(message.at, message.id) < (select seen.at, seen.id from register.message seen where seen.id = ${idOfCursor(wish.after)})`,
        ]
      : []),
  ]
  const rows = await rowsOf<Row>(
    look,
    sql<Row>`
      select ${columns(look, inForce)}, left(body.text, 200) as preview, coalesce(body.attachments, '[]') <> '[]' as "hasFiles",
        (select count(*)::int from (select from register.message one where one.thread_id = message.thread_id limit 100) counted) as messages
      from register.message join register.mailbox box on box.id = message.mailbox_id
      left join register.message_subject said on said.message_id = message.id
      left join register.message_body body on body.message_id = message.id
      where ${sql.join(conditions, sql` and `)}
      order by message.at desc, message.id desc limit ${limit + 1}`,
  )
  const page = pageOf(rows, limit)
  saw(look, inForce, page.rows)
  return { items: page.rows, next: page.next }
}

/** One thread, by its own id or that of a message in it, from its first message to its last, each as far as its mailbox shares it. */
export async function threadShown(look: Look<MailReach>, inForce: InForce, id: string) {
  refuseUnlessSees(inForce, look, ['com.enquiries'])
  const rows = await rowsOf<Row>(
    look,
    sql<Row>`
      select ${columns(look, inForce)}, body.text, body.html, coalesce(body.attachments, '[]') as attachments, body.is_cut as "isCut",
        message.fault, message.state = 'unsure' or message.state = 'sending' and message.at < ${look.at}::timestamptz - interval '2 minutes' as "isUnsure",
        box.owner = ${look.by} or box.duty = ${look.duty} as "isMine", message.folder is not null as "isInMailbox"
      from register.message join register.mailbox box on box.id = message.mailbox_id
      left join register.message_subject said on said.message_id = message.id
      left join register.message_body body on body.message_id = message.id
      where message.thread_id = coalesce((select one.thread_id from register.message one where one.id = ${id}), ${id}::uuid) order by message.at desc, message.id desc limit 100`,
  )
  saw(look, inForce, rows)
  const { allowed: mayWrite } = may(inForce.policy, look.duty, look.purpose, 'com.enquiries', 'write')
  const [newest] = rows
  return newest ? { id: newest.threadId, items: rows.reverse(), mayWrite } : null
}

function columns(look: Look<MailReach>, inForce: InForce) {
  return sql`message.id, message.thread_id as "threadId", message.enquiry_id as "enquiryId", message.direction, message.state, message.at,
    message.is_automatic as "isAutomatic", message.others, message.settled_at as "settledAt",
    said.subject, body.message_id is not null as "isWhole", box.id as "mailboxId", box.name as "mailboxName", box.sharing,
    (select staff.name from register.staff where staff.id::text = message.sent_by) as "sentBy",
    ${correspondentsOf(seesOf(inForce, look))} as people`
}

function saw(look: Look<MailReach>, inForce: InForce, rows: readonly Row[]) {
  const people = rows.flatMap((row) => row.people.flatMap(({ personId }) => personId ?? []))
  look.saw(people, people.length > 0 ? ['com.enquiries', 'person.name'].filter(seesOf(inForce, look)) : [])
}
