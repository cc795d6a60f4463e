import { sql } from 'kysely'
import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import {
  type InForce,
  type RegisterTables,
  refuseIdentityCodes,
  refuseUnlessWriter,
  waitAtSeenEnquiry,
} from '#register'
import type { MailReach } from './reach.ts'
import { digestOf } from './read-mail.ts'
import { rowsOf } from './rows.ts'
import { ownMailbox } from './set-up-mailbox.ts'
import { fieldsIn } from './template.ts'
import { threadOf } from './thread.ts'

export interface MessageWish {
  mailboxId: string
  /** People, each by an address of theirs; the primary one where none is named. */
  to: readonly { personId: string; emailId?: string }[]
  subject: string
  text: string
  /** The message that is answered. */
  answers?: string
  enquiryId?: string
  templateId?: string
}

/** A message that is ready to leave. */
export interface Written {
  id: string
  messageId: string
  references: string[]
  to: { personId: string; address: string }[]
}

export const mostRecipients = 5
const [mostByTemplate, longestText] = [20, 50_000]

type MailAct = Act<MailReach>

// § 200 of laki 917/2014: this is correspondence. What goes to many goes through a campaign, which asks the gate for each of them.
/** Writes a message to one person or a few; it leaves afterwards, by `sendWritten`. */
export async function writeMessage(
  act: MailAct,
  inForce: InForce,
  { text, subject, ...wish }: MessageWish,
): Promise<Written> {
  refuseUnlessWriter(inForce, act, 'com.enquiries')
  if (wish.to.length === 0) throw new Refusal('VALUE_REQUIRED', 422, { field: 'to' })
  if (wish.to.length > mostRecipients) throw new Refusal('MAIL_TOO_MANY', 422, { field: 'to', limit: mostRecipients })
  refuseWords(subject, text)
  const mailbox = await ownMailbox(act, inForce, wish.mailboxId)
  if (mailbox.state === 'new') throw new Refusal('MAILBOX_STATE', 409, { state: mailbox.state })
  if (wish.templateId) await refuseMany(act, wish.templateId, wish.to.length)
  const to = await addressesOf(act, wish.to)
  if (wish.enquiryId) await waitAtSeenEnquiry(act as unknown as Act<RegisterTables>, wish.enquiryId)
  const answers = wish.answers ?? (wish.enquiryId ? await lastOfEnquiry(act, wish.enquiryId) : null)
  const before = answers ? await answered(act, answers) : null

  const id = newId(act.at.getTime())
  const messageId = `<${id}@${mailbox.address.split('@')[1]}>`
  const references = before ? [...before.references, before.messageId] : []
  await act.db
    .insertInto('register.message')
    .values({
      ...{ id, mailbox_id: mailbox.id, key: digestOf(messageId), message_id: messageId },
      ...{
        thread_id: before?.threadId ?? threadOf(messageId, []),
        enquiry_id: wish.enquiryId ?? before?.enquiryId ?? null,
      },
      ...{
        direction: 'out',
        state: 'sending',
        at: act.at,
        stored_at: act.at,
        sent_by: act.by,
        template_id: wish.templateId ?? null,
      },
      ...{ folder: null, uid_validity: null, uid: null, settled_at: null, fault: null },
    })
    .execute()
  await act.db
    .insertInto('register.message_person')
    .values(
      to.map(({ personId, organisationId, address }) => ({
        ...{ id: newId(act.at.getTime()), message_id: id, person_id: personId, organisation_id: organisationId },
        ...{ role: 'to' as const, address, at: act.at },
      })),
    )
    .execute()
  await act.db.insertInto('register.message_subject').values({ message_id: id, subject: subject.trim() }).execute()
  await act.db
    .insertInto('register.message_body')
    .values({ message_id: id, text, html: null, attachments: '[]' })
    .execute()
  await act.record({ what: 'message.written', about: id, detail: { recipients: to.length, mailbox: mailbox.id } })
  return { id, messageId, references, to }
}

function refuseWords(subject: string, text: string) {
  refuseIdentityCodes({ subject, text })
  if (!subject.trim()) throw new Refusal('VALUE_REQUIRED', 422, { field: 'subject' })
  if (subject.length > 400) throw new Refusal('TEXT_TOO_LONG', 422, { field: 'subject', limit: 400 })
  if (!text.trim()) throw new Refusal('VALUE_REQUIRED', 422, { field: 'text' })
  if (text.length > longestText) throw new Refusal('TEXT_TOO_LONG', 422, { field: 'text', limit: longestText })
  const [left] = [...fieldsIn(subject), ...fieldsIn(text)]
  if (left !== undefined)
    throw new Refusal('TEMPLATE_FIELD_OPEN', 422, { field: fieldsIn(subject).length > 0 ? 'subject' : 'text' })
}

// The same words to more and more people are a campaign, however they are sent.
async function refuseMany(act: MailAct, templateId: string, more: number) {
  const [row] = await rowsOf<{ count: number }>(
    act,
    sql<{ count: number }>`select count(*)::int as count from register.message
      where template_id = ${templateId} and sent_by = ${act.by} and at > ${act.at}::timestamptz - interval '24 hours'`,
  )
  if ((row?.count ?? 0) + more > mostByTemplate)
    throw new Refusal('MAIL_TOO_MANY', 422, { field: 'template', limit: mostByTemplate })
}

interface Addressed {
  address: string
  isProven: boolean
  organisationId: string | null
}

async function addressesOf(act: MailAct, to: MessageWish['to']) {
  const found: { personId: string; organisationId: string | null; address: string }[] = []
  for (const { personId, emailId } of to) {
    const [row] = await rowsOf<Addressed>(
      act,
      sql<Addressed>`select mail.address, mail.is_proven as "isProven",
          (select tie.organisation_id from register.affiliation tie where tie.person_id = mail.person_id and tie.left_on is null
            order by tie.since desc, tie.organisation_id limit 1) as "organisationId"
        from register.person_email mail where mail.person_id = ${personId}
        ${emailId ? sql`and mail.id = ${emailId}` : sql``} order by mail.is_proven desc, mail.is_primary desc, mail.id limit 1`,
    )
    if (!row) throw new Refusal('NO_EMAIL_ADDRESS', 409, { clause: 'S6.7', field: 'to' })
    const { isProven, ...known } = row
    if (!isProven) throw new Refusal('EMAIL_NOT_CONFIRMED', 409, { clause: 'S6.3', field: 'to' })
    if (!found.some(({ personId: other }) => other === personId)) found.push({ personId, ...known })
  }
  return found
}

/** What an enquirer wrote last, if they wrote by mail. */
async function lastOfEnquiry(act: MailAct, enquiryId: string): Promise<string | null> {
  const [row] = await rowsOf<{ id: string }>(
    act,
    sql<{
      id: string
    }>`select id from register.message where enquiry_id = ${enquiryId} and direction = 'in' order by at desc, id desc limit 1`,
  )
  return row?.id ?? null
}

interface Answered {
  messageId: string
  threadId: string
  enquiryId: string | null
  references: string[]
}

async function answered(act: MailAct, id: string): Promise<Answered> {
  const [row] = await rowsOf<Answered>(
    act,
    sql<Answered>`select message_id as "messageId", thread_id as "threadId", enquiry_id as "enquiryId",
        array(select earlier.message_id from register.message earlier
          where earlier.thread_id = message.thread_id and (earlier.at, earlier.id) < (message.at, message.id)
          order by earlier.at desc, earlier.id desc limit 20) as references
      from register.message where id = ${id}`,
  )
  if (!row) throw new Refusal('NOT_FOUND', 404, { field: 'answers' })
  return { ...row, references: row.references.reverse() }
}
