import { sql } from 'kysely'
import type { Act } from '#ledger'
import { byName, look, type Occasion, perform } from '#ledger'
import type { Language } from '#platform/language'
import { Refusal } from '#platform/refusal'
import { type Allowed, noteDisclosure } from '#recipients'
import {
  type InForce,
  inForce,
  moveEnquiry,
  noticesRode,
  noticesToRide,
  type RegisterTables,
  refuseUnlessWriter,
  ridingText,
} from '#register'
import { appendToSent } from './append-to-sent.ts'
import { refuseUnlessOurs } from './connection.ts'
import { faultOf, faultPassed, type MailFault, type Tls } from './mailbox.ts'
import type { LetterFile, MailReach, MailRunning, MailSettings } from './reach.ts'
import { rowsOf } from './rows.ts'
import { signInOf } from './sign-in-of.ts'
import { composed, sendBySmtp } from './smtp-line.ts'
import type { AttachmentNote } from './tables.ts'

interface Outgoing {
  messageId: string
  subject: string
  text: string
  enquiryId: string | null
  references: string[]
  recipients: { personId: string | null; address: string; role: 'to' | 'cc' }[]
  attachments: AttachmentNote[]
  mailbox: {
    id: string
    name: string
    address: string
    login: string
    signsIn: string
    revision: number
    host: string
    port: number
    tls: Tls
  }
  sender: string
}

// Killed between the fence and the answer, a message stays `sending`: the desk says that nobody knows, and nothing is sent again unasked.
/** Sends what was written, under the duty that wrote it; answers whether it was taken, by which code it was not, or that nobody knows. */
export async function sendWritten(
  register: MailRunning,
  settings: MailSettings,
  { occasion, id, language }: { occasion: Occasion; id: string; language: Language },
): Promise<Ended> {
  const { db } = register
  const own = byName(occasion)
  const { mail, files, alone, waiting } = await look(db, own, async (view) => {
    const mail = await outgoing(view, id)
    const people = peopleIn(mail)
    view.saw(people, people.length > 0 ? ['com.enquiries', 'person.email'] : [])
    // A notice says where one person's data came from: it rides only where nobody else reads it.
    const alone = mail.recipients.length === 1 ? (mail.recipients[0]?.personId ?? null) : null
    const files = mail.attachments.length > 0 ? await filesWaiting(view, id, mail.attachments) : []
    return { mail, files, alone, waiting: alone ? await noticesToRide(view, alone) : [] }
  })
  const published = register.current()
  const riding = published ? ridingText(published, waiting, { language, publicUrl: settings.publicUrl }) : ''
  const text = riding ? `${mail.text}\n\n--\n${riding}` : mail.text

  const handed = await handedOver(register, settings, { ...mail, files, text, language })
  await perform(db, own, async (act) => {
    if (!handed.raw) return settle(act, id, handed.ended)
    const { raw, to, ended } = handed
    await settle(act, id, { ...ended, bytes: raw.length, recipients: mail.recipients.length })
    if (riding) await rowsOf(act, sql`update register.message_body set text = ${text} where message_id = ${id}`)
    if (riding && alone) await noticesRode(act as unknown as Act<RegisterTables>, alone, waiting, language)
    if (to.kind === 'processor' && to.to !== 'hosting')
      await noteLetter(act, { to, purpose: occasion.purpose, people: peopleIn(mail), files })
    if (mail.enquiryId) await answerEnquiry(act as unknown as Act<RegisterTables>, register, mail.enquiryId)
  })
  if (handed.refusal) throw handed.refusal // S8.4: told with its clause
  if (handed.raw) {
    await appendToSent(register, settings, {
      ...{ id, mailboxId: mail.mailbox.id, messageId: mail.messageId, raw: handed.raw },
    })
  }
  return handed.ended
}

/** `sent` with a fault: some of its recipients were refused. */
export type Ended =
  | { state: 'sent'; fault: MailFault | null }
  | { state: 'failed'; fault: string }
  | { state: 'unsure'; fault: null }

type Handed =
  | { ended: Extract<Ended, { state: 'sent' }>; raw: Buffer; to: Allowed; refusal?: undefined }
  | { ended: Exclude<Ended, { state: 'sent' }>; refusal?: Refusal; raw?: undefined }

async function handedOver(
  register: MailRunning,
  settings: MailSettings,
  mail: Outgoing & { files: LetterFile[]; language: Language },
): Promise<Handed> {
  try {
    const { to, address } = await refuseUnlessOurs(register, mail.mailbox.host)
    const signIn = await signInOf(register, settings, mail.mailbox)
    const raw = await composed({ ...mail, from: mail.mailbox })
    const passed = await sendBySmtp({ ...mail.mailbox, address }, signIn, {
      from: mail.mailbox.address,
      to: [...new Set(mail.recipients.map(({ address }) => address))],
      raw,
    })
    if (passed.how === 'taken')
      return { ended: { state: 'sent', fault: passed.rejected ? 'MAIL_ADDRESS_REFUSED' : null }, raw, to }
    if (passed.how === 'unsure') return { ended: { state: 'unsure', fault: null } }
    return { ended: { state: 'failed', fault: faultPassed(passed) } }
  } catch (caught) {
    const isRefused = caught instanceof Refusal
    return {
      ended: { state: 'failed', fault: isRefused ? caught.code : faultOf(caught) },
      ...(isRefused && caught.status === 403 ? { refusal: caught } : {}),
    }
  }
}

async function settle(
  act: Act<MailReach>,
  id: string,
  { state, fault, bytes, recipients }: Ended & { bytes?: number; recipients?: number },
) {
  await rowsOf(
    act,
    sql`update register.message set state = ${state}, fault = ${fault} ${bytes === undefined ? sql`` : sql`, bytes = ${bytes}`}
      where id = ${id} and state = 'sending'`,
  )
  const detail = { ...(recipients === undefined ? {} : { recipients }), ...(fault ? { fault } : {}) }
  const what = { sent: 'message.sent', failed: 'message.not-sent', unsure: 'message.left-unsure' }[state]
  await act.record({ what, about: id, detail })
}

/** Fences a message that did not leave, or of which nobody knows, so that it is sent once more. */
export async function tryAgain(act: Act<MailReach>, rules: InForce, id: string) {
  refuseUnlessWriter(rules, act, 'com.enquiries')
  const rows = await rowsOf(
    act,
    sql`update register.message set state = 'sending', at = ${act.at}, fault = null
      where id = ${id} and direction = 'out' and (state in ('failed', 'unsure') or state = 'sending' and at < ${act.at}::timestamptz - interval '2 minutes')
        and mailbox_id in (select seloste.mailboxes_seen('own')) returning id`,
  )
  if (rows.length === 0) throw new Refusal('MESSAGE_STATE', 409)
  await act.record({ what: 'message.sent-again', about: id })
}

async function answerEnquiry(act: Act<RegisterTables>, register: MailRunning, id: string) {
  await moveEnquiry(act, inForce(register), { id, event: 'answer' }).catch((fault: unknown) => {
    // Answered already, or its desk is another's: the message is its answer all the same.
    if (!(fault instanceof Refusal)) throw fault
  })
}

function peopleIn({ recipients }: Outgoing): string[] {
  return recipients.flatMap(({ personId }) => personId ?? [])
}

// Art. 15(1)(c) GDPR: of whom a file tells, it went out as much as of those the letter was written to.
async function noteLetter(
  act: Act<MailReach>,
  { to, purpose, people, files }: { to: Allowed; purpose: string; people: string[]; files: readonly LetterFile[] },
) {
  const ofFiles = files.flatMap(({ fields }) => fields)
  const named = [...new Set(files.flatMap((file) => file.people))].filter((id) => !people.includes(id))
  const note = (whose: string[], fields: string[]) =>
    noteDisclosure(act, {
      ...{ processor: to.to, people: whose, fields, purpose },
      ...{ ground: 'eu-gdpr:A28', transferTool: to.tool },
    })
  await note(people, ['com.enquiries', 'person.email', ...ofFiles])
  if (named.length > 0) await note(named, ofFiles)
}

async function filesWaiting(
  door: { db: unknown },
  id: string,
  notes: readonly AttachmentNote[],
): Promise<LetterFile[]> {
  const rows = await rowsOf<Omit<LetterFile, 'name' | 'type'>>(
    door,
    sql`select content, fields, people from register.message_file where message_id = ${id} order by nth`,
  )
  if (rows.length !== notes.length) throw new Refusal('MESSAGE_STATE', 409) // never without what it was written with
  return rows.map((row, nth) => ({ ...(notes[nth] as AttachmentNote), ...row }))
}

async function outgoing(door: { db: unknown; by: string }, id: string): Promise<Outgoing> {
  const [row] = await rowsOf<Outgoing>(
    door,
    sql<Outgoing>`select message.message_id as "messageId", said.subject, body.text, body.attachments, message.enquiry_id as "enquiryId",
        array(select earlier.message_id from register.message earlier where earlier.thread_id = message.thread_id
          and (earlier.at, earlier.id) < (message.at, message.id) order by earlier.at, earlier.id limit 20) as references,
        (select json_agg(json_build_object('personId', one.person_id, 'address', one.address, 'role', one.role) order by one.id)
          from register.message_person one where one.message_id = message.id) as recipients,
        json_build_object('id', box.id, 'name', box.name, 'address', box.address, 'login', box.login, 'signsIn', box.signs_in, 'revision', box.revision,
          'host', box.smtp_host, 'port', box.smtp_port, 'tls', box.smtp_tls) as mailbox,
        coalesce((select name from register.staff where id::text = message.sent_by), box.name) as sender
      from register.message join register.mailbox box on box.id = message.mailbox_id
      join register.message_subject said on said.message_id = message.id join register.message_body body on body.message_id = message.id
      where message.id = ${id} and message.state = 'sending'`,
  )
  if (!row) throw new Refusal('MESSAGE_STATE', 409)
  return row
}
