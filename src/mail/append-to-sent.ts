import { sql } from 'kysely'
import { refuseUnlessOurs } from './connection.ts'
import { closeImap, foldersOf, openImap } from './imap-line.ts'
import { letFilesGo } from './let-files-go.ts'
import { serviceOf } from './oauth.ts'
import type { MailRunning, MailSettings } from './reach.ts'
import { readableMailbox } from './read-mailbox.ts'
import { rowsOf } from './rows.ts'
import { signInOf } from './sign-in-of.ts'

interface Sent {
  id: string
  mailboxId: string
  messageId: string
  raw: Buffer
}

/**
 * Puts a sent message into the mailbox's own folder of what was sent, once: a service that does it by itself is left to. What fails here
 * fails no sending. Then its waiting files go: the reader may have found it in its mailbox while it was still being sent.
 */
export async function appendToSent(register: MailRunning, settings: MailSettings, sent: Sent) {
  await put(register, settings, sent).catch(() => undefined)
  await letFilesGo({ db: register.db.as('intake') }, sent.id)
}

async function put(register: MailRunning, settings: MailSettings, { id, mailboxId, messageId, raw }: Sent) {
  const mailbox = await readableMailbox(register, mailboxId)
  if (!mailbox || serviceOf(mailbox.signsIn, settings.services)?.keepsSent) return
  const { address } = await refuseUnlessOurs(register, mailbox.imapHost)
  const signIn = await signInOf(register, settings, mailbox)
  const line = await openImap({ host: mailbox.imapHost, address, port: mailbox.imapPort, tls: mailbox.imapTls }, signIn)
  try {
    const { sent } = await foldersOf(line)
    if (!sent) return
    await line.mailboxOpen(sent, { readOnly: true })
    const there = await line.search({ header: { 'message-id': messageId } }, { uid: true })
    if (there && there.length > 0) return
    const laid = await line.append(sent, raw, ['\\Seen'], register.now())
    if (laid === false || !laid.uid) return
    await rowsOf(
      { db: register.db.as('intake') },
      sql`update register.message set folder = 'sent', uid = ${laid.uid}, uid_validity = ${String(laid.uidValidity ?? '') || null}::bigint where id = ${id}`,
    )
  } finally {
    await closeImap(line)
  }
}
