import { sql } from 'kysely'
import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { hearEnquirer, type InForce, type RegisterTables, receiveEnquiry, withoutIdentityCodes } from '#register'
import { type Known, knownAmong } from './known-among.ts'
import { letFilesGo } from './let-files-go.ts'
import { digestOf, type MailBody, type MailHead } from './read-mail.ts'
import { rowsOf } from './rows.ts'
import type { FolderRole, MailTables } from './tables.ts'
import { threadOf } from './thread.ts'
import { tongueOf } from './tongue.ts'

/** A mail as it was read, before anybody knows whether it is kept. */
export interface ReadMessage {
  uid: number
  at: Date
  bytes: number
  head: MailHead
  body: MailBody
  isCut: boolean
  /** Who of staff sent a blind copy of it here; null for mail that came or went by this mailbox itself. */
  copiedBy: string | null
}

/** Up to where a folder was read. */
export interface Position {
  role: FolderRole
  path: string
  uidValidity: string
  lastUid: number
  modseq: string | null
}

export interface Batch {
  mailbox: { id: string; address: string; opensEnquiries: boolean; groupCompany: string | null }
  position: Position
  messages: readonly ReadMessage[]
  /** Mails with nobody of the register in them: counted, and nothing of them kept. */
  passedOver: number
}

type MailAct = Act<MailTables & RegisterTables>

// S5.1: of people outside the register nothing is kept. The position moves in the same transaction: killed anywhere, nothing comes twice.
/** Takes mails with people of the register in, under the machine duty `intake`; answers how many were new and how many opened an enquiry. */
export async function takeInMessages(act: MailAct, inForce: InForce, batch: Batch) {
  const counts = { stored: 0, enquiries: 0, passedOver: batch.passedOver }
  for (const message of batch.messages) {
    const done = await takeIn(act, inForce, batch, message)
    if (done === 'stored' || done === 'enquiry') counts.stored += 1
    if (done === 'enquiry') counts.enquiries += 1
    if (done === 'nobody') counts.passedOver += 1
  }
  await keepPosition(act, batch.mailbox.id, batch.position)
  await rowsOf(
    act,
    sql`update register.mailbox set passed_over = passed_over + ${counts.passedOver} where id = ${batch.mailbox.id}`,
  )
  await act.record({ what: 'messages.taken-in', about: batch.mailbox.id, detail: counts })
  return counts
}

async function takeIn(act: MailAct, inForce: InForce, { mailbox, position }: Batch, message: ReadMessage) {
  const { head } = message
  const at = message.at > act.at ? act.at : message.at // a server whose clock is ahead writes nothing into the future
  const key = digestOf(head.messageId)
  const [before] = await rowsOf<{ id: string }>(
    act,
    // What lies among what was sent has been sent, also where nobody knew.
    sql`update register.message set folder = ${position.role}, uid_validity = ${position.uidValidity}, uid = ${message.uid},
        state = case when state = 'unsure' and ${position.role === 'sent'} then 'sent' else state end
      where mailbox_id = ${mailbox.id} and key = ${key} returning id`,
  )
  if (before) {
    if (position.role === 'sent') await letFilesGo(act, before.id)
    return 'known'
  }

  const isOut = position.role === 'sent' || message.copiedBy !== null || isFrom(head, mailbox.address)
  const thread = await threadFor(act, head)
  const opened = isOut ? null : await enquiryOf(act, inForce, { mailbox, message, thread })
  const known = await knownAmong(act, head.correspondents)
  if (known.length === 0) return 'nobody'
  const id = newId(at.getTime())
  await act.db
    .insertInto('register.message')
    .values({
      ...{ id, mailbox_id: mailbox.id, key, message_id: head.messageId, thread_id: thread.id },
      ...{
        enquiry_id: opened?.id ?? thread.enquiryId,
        direction: isOut ? 'out' : 'in',
        state: isOut ? 'sent' : 'received',
      },
      ...{ at, stored_at: act.at, sent_by: message.copiedBy, is_automatic: head.isAutomatic },
      ...{ others: othersIn(head, known, mailbox.address), bytes: String(message.bytes), template_id: null },
      ...{
        folder: position.role,
        uid_validity: position.uidValidity,
        uid: String(message.uid),
        settled_at: null,
        fault: null,
      },
    })
    .execute()
  await keepWords(act, { id, at, known, message })
  return opened?.isNew ? 'enquiry' : 'stored'
}

async function keepWords(act: MailAct, wish: { id: string; at: Date; known: readonly Known[]; message: ReadMessage }) {
  const { id: message_id, at, known, message } = wish
  const inOrder = known.map(() => newId(act.at.getTime())).sort() // they are read as the mail names them
  await act.db
    .insertInto('register.message_person')
    .values(
      known.map(({ personId, organisationId, role, address }, nth) => ({
        ...{
          id: inOrder[nth] as string,
          message_id,
          person_id: personId,
          organisation_id: organisationId,
          role,
          address,
          at,
        },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await act.db
    .insertInto('register.message_subject')
    .values({ message_id, subject: withoutIdentityCodes(message.head.subject) })
    .execute()
  const { text, html, attachments } = message.body
  await act.db
    .insertInto('register.message_body')
    .values({ message_id, text, html, attachments: JSON.stringify(attachments), is_cut: message.isCut })
    .execute()
}

interface Thread {
  id: string
  enquiryId: string | null
}

async function threadFor(act: MailAct, { messageId, references }: MailHead): Promise<Thread> {
  const derived = threadOf(messageId, references)
  const [held] = await rowsOf<Thread>(
    act,
    sql<Thread>`select thread_id as id, enquiry_id as "enquiryId" from register.message
      where key = any(${references.map(digestOf)}::bytea[]) or thread_id = ${derived}
      order by enquiry_id is null, at desc limit 1`,
  )
  return held ?? { id: derived, enquiryId: null }
}

interface Asked {
  mailbox: Batch['mailbox']
  message: ReadMessage
  thread: Thread
}

// S6.1: whoever writes to the register's address gets in touch. A machine's mail opens nothing (RFC 3834), nor does our own.
async function enquiryOf(act: MailAct, inForce: InForce, { mailbox, message, thread }: Asked) {
  const { head, body } = message
  const sender = head.correspondents.find(({ role }) => role === 'from')
  if (!sender || head.isAutomatic) return null
  if (thread.enquiryId && (await hearEnquirer(act as unknown as Act<RegisterTables>, thread.enquiryId)))
    return { id: thread.enquiryId, isNew: false }
  if (!mailbox.opensEnquiries || (head.references.length > 0 && (await isOurs(act, thread.id)))) return null
  try {
    const { enquiryId } = await receiveEnquiry(act as unknown as Act<RegisterTables>, inForce, {
      by: { channel: 'email', source: 'contact' },
      name: nameOf(sender.name, sender.address),
      email: sender.address,
      message: withoutIdentityCodes([head.subject, body.text].filter(Boolean).join('\n\n')).slice(0, 19_000),
      language: tongueOf(body.text),
      ...(mailbox.groupCompany ? { groupCompany: mailbox.groupCompany } : {}),
    })
    return { id: enquiryId, isNew: true }
  } catch (fault) {
    // Refused before anything was written: the mail is kept if somebody of the register is in it, and opens nothing.
    if (fault instanceof Refusal) return null
    throw fault
  }
}

async function isOurs(act: MailAct, threadId: string) {
  const rows = await rowsOf(act, sql`select from register.message where thread_id = ${threadId} limit 1`)
  return rows.length > 0
}

/** A sender's name; where they said none, what their address says of it. */
export function nameOf(said: string, address: string): string {
  const plain = withoutIdentityCodes(said)
    .replace(/["<>]|\S+@\S+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (/\p{L}/u.test(plain)) return plain.slice(0, 150)
  const words = (address.split('@')[0] ?? '').split(/[._+-]+|\d+/).filter(Boolean)
  return (
    words
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join(' ')
      .slice(0, 150) || 'Tuntematon'
  )
}

function isFrom({ correspondents }: MailHead, address: string) {
  return correspondents.some((one) => one.role === 'from' && one.address === address)
}

function othersIn({ correspondents, beyond }: MailHead, known: readonly Known[], own: string) {
  const ours = new Set([own, ...known.map(({ address }) => address)])
  return new Set(correspondents.map(({ address }) => address).filter((address) => !ours.has(address))).size + beyond
}

async function keepPosition(act: MailAct, mailboxId: string, { role, path, uidValidity, lastUid, modseq }: Position) {
  await rowsOf(
    act,
    sql`insert into register.mailbox_folder (mailbox_id, role, path, uid_validity, last_uid, modseq)
      values (${mailboxId}, ${role}, ${path}, ${uidValidity}, ${lastUid}, ${modseq})
      on conflict (mailbox_id, role) do update set path = excluded.path, uid_validity = excluded.uid_validity,
        last_uid = excluded.last_uid, modseq = excluded.modseq`,
  )
}
