import { sql } from 'kysely'
import type { Act } from '#ledger'
import { look, type Occasion, perform } from '#ledger'
import type { Language } from '#platform/language'
import { Refusal } from '#platform/refusal'
import { noteDisclosure } from '#recipients'
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
import { faultOf, type Tls } from './mailbox.ts'
import { ownOccasion } from './own-occasion.ts'
import type { MailReach, MailRunning, MailSettings } from './reach.ts'
import { rowsOf } from './rows.ts'
import { signInOf } from './sign-in-of.ts'
import { composed, sendBySmtp } from './smtp-line.ts'

interface Outgoing {
  messageId: string
  subject: string
  text: string
  enquiryId: string | null
  references: string[]
  to: { personId: string; address: string }[]
  mailbox: {
    id: string
    name: string
    address: string
    login: string
    signsIn: string
    host: string
    port: number
    tls: Tls
  }
  sender: string
}

// Killed between the fence and the answer, a message stays `sending`: the desk says that nobody knows, and nothing is sent again unasked.
/** Sends what was written, under the duty that wrote it; answers whether it was taken, or by which code it was not. */
export async function sendWritten(
  register: MailRunning,
  settings: MailSettings,
  { occasion, id, language }: { occasion: Occasion; id: string; language: Language },
): Promise<{ state: 'sent' } | { state: 'failed'; fault: string }> {
  const { db } = register
  const own = ownOccasion(occasion)
  const { mail, waiting } = await look(db, own, async (view) => {
    const mail = await outgoing(view, id)
    view.saw(
      mail.to.map(({ personId }) => personId),
      ['com.enquiries', 'person.email'],
    )
    // A notice says where one person's data came from: it rides only where nobody else reads it.
    const [one] = mail.to
    const waiting = mail.to.length === 1 && one ? await noticesToRide(view, one.personId) : []
    return { mail, waiting }
  })
  const published = register.current()
  const riding = published ? ridingText(published, waiting, { language, publicUrl: settings.publicUrl }) : ''
  const text = riding ? `${mail.text}\n\n--\n${riding}` : mail.text

  try {
    const to = await refuseUnlessOurs(register, mail.mailbox.host)
    const signIn = await signInOf(register, settings, mail.mailbox)
    const raw = await composed({ ...mail, from: mail.mailbox, text, language })
    await sendBySmtp(mail.mailbox, signIn, {
      from: mail.mailbox.address,
      to: mail.to.map(({ address }) => address),
      raw,
    })
    await perform(db, own, async (act) => {
      await rowsOf(
        act,
        sql`update register.message set state = 'sent', fault = null, bytes = ${raw.length} where id = ${id}`,
      )
      if (riding) await rowsOf(act, sql`update register.message_body set text = ${text} where message_id = ${id}`)
      await act.record({ what: 'message.sent', about: id, detail: { recipients: mail.to.length } })
      const [one] = mail.to
      if (riding && one) await noticesRode(act as unknown as Act<RegisterTables>, one.personId, waiting, language)
      if (to.kind === 'processor' && to.to !== 'hosting')
        await noteDisclosure(act as unknown as Act<MailReach>, {
          ...{
            processor: to.to,
            people: mail.to.map(({ personId }) => personId),
            fields: ['com.enquiries', 'person.email'],
          },
          ...{ purpose: occasion.purpose, ground: 'eu-gdpr:A28', transferTool: to.tool },
        })
      if (mail.enquiryId) await answerEnquiry(act as unknown as Act<RegisterTables>, register, mail.enquiryId)
    })
    await appendToSent(register, settings, { id, mailboxId: mail.mailbox.id, messageId: mail.messageId, raw }).catch(
      () => undefined,
    )
    return { state: 'sent' }
  } catch (caught) {
    const fault = caught instanceof Refusal ? caught.code : faultOf(caught)
    await perform(db, own, async (act) => {
      await rowsOf(
        act,
        sql`update register.message set state = 'failed', fault = ${fault} where id = ${id} and state = 'sending'`,
      )
      await act.record({ what: 'message.not-sent', about: id, detail: { fault } })
    })
    if (caught instanceof Refusal && caught.status === 403) throw caught // S8.4: told with its clause
    return { state: 'failed', fault }
  }
}

/** Fences a message that did not leave, or of which nobody knows, so that it is sent once more. */
export async function tryAgain(act: Act<MailReach>, rules: InForce, id: string) {
  refuseUnlessWriter(rules, act, 'com.enquiries')
  const rows = await rowsOf(
    act,
    sql`update register.message set state = 'sending', at = ${act.at}, fault = null
      where id = ${id} and direction = 'out' and (state = 'failed' or state = 'sending' and at < ${act.at}::timestamptz - interval '2 minutes')
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

async function outgoing(door: { db: unknown; by: string }, id: string): Promise<Outgoing> {
  const [row] = await rowsOf<Outgoing>(
    door,
    sql<Outgoing>`select message.message_id as "messageId", said.subject, body.text, message.enquiry_id as "enquiryId",
        array(select earlier.message_id from register.message earlier where earlier.thread_id = message.thread_id
          and (earlier.at, earlier.id) < (message.at, message.id) order by earlier.at, earlier.id limit 20) as references,
        (select json_agg(json_build_object('personId', one.person_id, 'address', one.address) order by one.id)
          from register.message_person one where one.message_id = message.id) as "to",
        json_build_object('id', box.id, 'name', box.name, 'address', box.address, 'login', box.login, 'signsIn', box.signs_in,
          'host', box.smtp_host, 'port', box.smtp_port, 'tls', box.smtp_tls) as mailbox,
        coalesce((select name from register.staff where id::text = message.sent_by), box.name) as sender
      from register.message join register.mailbox box on box.id = message.mailbox_id
      join register.message_subject said on said.message_id = message.id join register.message_body body on body.message_id = message.id
      where message.id = ${id} and message.state = 'sending'`,
  )
  if (!row) throw new Refusal('MESSAGE_STATE', 409)
  return row
}
