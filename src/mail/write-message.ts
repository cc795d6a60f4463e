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
import { addressLetter, type Recipient } from './address-letter.ts'
import type { LetterFile, MailReach } from './reach.ts'
import { digestOf } from './read-mail.ts'
import { rowsOf } from './rows.ts'
import { ownMailbox } from './set-up-mailbox.ts'
import { fieldsIn } from './template.ts'
import { threadOf } from './thread.ts'

export interface MessageWish {
  mailboxId: string
  to: readonly Recipient[]
  cc?: readonly Recipient[]
  subject: string
  text: string
  /** The message that is answered. */
  answers?: string
  enquiryId?: string
  templateId?: string
  files?: readonly LetterFile[]
}

/** To and for information, together. */
export const mostRecipients = 10
const [mostByTemplate, longestText] = [20, 50_000]

type MailAct = Act<MailReach>

// § 200 of laki 917/2014: this is correspondence. What goes to many goes through a campaign, which asks the gate for each of them.
/** Writes a message to a few people or companies; it leaves afterwards, by `sendWritten`. Refuses as `addressLetter` does. */
export async function writeMessage(
  act: MailAct,
  inForce: InForce,
  { text, subject, files = [], ...wish }: MessageWish,
): Promise<{ id: string }> {
  refuseUnlessWriter(inForce, act, 'com.enquiries')
  if (wish.to.length === 0) throw new Refusal('VALUE_REQUIRED', 422, { field: 'to' })
  const asked = wish.to.length + (wish.cc?.length ?? 0)
  if (asked > mostRecipients)
    throw new Refusal('MAIL_TOO_MANY', 422, { field: wish.cc?.length ? 'cc' : 'to', limit: mostRecipients })
  refuseWords(subject, text)
  const mailbox = await ownMailbox(act, inForce, wish.mailboxId)
  if (mailbox.state === 'new') throw new Refusal('MAILBOX_STATE', 409, { state: mailbox.state })
  if (wish.templateId) await refuseMany(act, wish.templateId, asked)
  if (wish.enquiryId) await waitAtSeenEnquiry(act as unknown as Act<RegisterTables>, wish.enquiryId)
  const answers = wish.answers ?? (wish.enquiryId ? await lastOfEnquiry(act, wish.enquiryId) : null)
  const before = answers ? await answered(act, answers) : null
  const recipients = await addressLetter(act, inForce, { ...wish, answers })

  const id = newId(act.at.getTime())
  const messageId = `<${id}@${mailbox.address.split('@')[1]}>`
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
  const inOrder = recipients.map(() => newId(act.at.getTime())).sort() // they are read as they were named
  await act.db
    .insertInto('register.message_person')
    .values(
      recipients.map(({ personId, organisationId, role, address }, nth) => ({
        ...{ id: inOrder[nth] as string, message_id: id, person_id: personId, organisation_id: organisationId },
        ...{ role, address, at: act.at },
      })),
    )
    .execute()
  await act.db.insertInto('register.message_subject').values({ message_id: id, subject: subject.trim() }).execute()
  await act.db
    .insertInto('register.message_body')
    .values({ message_id: id, text, html: null, attachments: JSON.stringify(files.map(noteOf)) })
    .execute()
  for (const [nth, { content, fields, people }] of files.entries())
    await act.db
      .insertInto('register.message_file')
      .values({ message_id: id, nth, content, fields: [...fields], people: [...people] })
      .execute()
  await act.record({
    what: 'message.written',
    about: id,
    detail: { recipients: recipients.length, files: files.length, mailbox: mailbox.id },
  })
  return { id }
}

function noteOf({ name, type, content }: LetterFile) {
  return { name, type, bytes: content.length }
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
    sql<{ count: number }>`select count(*)::int as count
      from register.message join register.message_person one on one.message_id = message.id
      where template_id = ${templateId} and sent_by = ${act.by} and message.at > ${act.at}::timestamptz - interval '24 hours'`,
  )
  if ((row?.count ?? 0) + more > mostByTemplate)
    throw new Refusal('MAIL_TOO_MANY', 422, { field: 'template', limit: mostByTemplate })
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
  threadId: string
  enquiryId: string | null
}

async function answered(act: MailAct, id: string): Promise<Answered> {
  const [row] = await rowsOf<Answered>(
    act,
    sql<Answered>`select thread_id as "threadId", enquiry_id as "enquiryId" from register.message where id = ${id}`,
  )
  if (!row) throw new Refusal('NOT_FOUND', 404, { field: 'answers' })
  return row
}
