import { sql } from 'kysely'
import PostalMime from 'postal-mime'
import { look, type Occasion } from '#ledger'
import { Refusal } from '#platform/refusal'
import { inForce, refuseUnlessSees } from '#register'
import { refuseUnlessOurs } from './connection.ts'
import { closeImap, foldersOf, longestMail, openImap } from './imap-line.ts'
import type { MailRunning, MailSettings } from './reach.ts'
import { readableMailbox } from './read-mailbox.ts'
import { rowsOf } from './rows.ts'
import { signInOf } from './sign-in-of.ts'
import type { AttachmentNote, FolderRole } from './tables.ts'

interface Held {
  mailboxId: string
  folder: FolderRole | null
  uid: string | null
  uidValidity: string | null
  bytes: string
  attachments: AttachmentNote[]
  people: string[]
  /** Of a letter that does not lie in its mailbox yet. */
  waiting: Buffer | null
}

/** Fetches one file of a message from its mailbox. Only whoever may read the message whole sees that it is there. */
export async function fileOfMessage(
  register: MailRunning,
  settings: MailSettings,
  { id, number, occasion }: { id: string; number: number; occasion: Occasion },
): Promise<{ name: string; type: string; content: Buffer }> {
  const held = await look(register.db, occasion, async (view) => {
    refuseUnlessSees(inForce(register), view, ['com.enquiries'])
    const [row] = await rowsOf<Held>(
      view,
      sql<Held>`select mailbox_id as "mailboxId", folder, uid::text as uid, uid_validity::text as "uidValidity", bytes, attachments,
          (select file.content from register.message_file file where file.message_id = message.id and file.nth = ${number}) as waiting,
          array(select one.person_id from register.message_person one where one.message_id = message.id and one.person_id is not null) as people
        from register.message join register.message_body body on body.message_id = message.id where message.id = ${id}`,
    )
    view.saw(row?.people ?? [], ['com.enquiries'])
    return row
  })
  const note = held?.attachments[number]
  if (!held || !note) throw new Refusal('NOT_FOUND', 404)
  if (held.waiting) return { ...named(note, number), content: held.waiting }
  if (Number(held.bytes) > longestMail) throw new Refusal('MAIL_FILE_TOO_LARGE', 422)
  const mailbox = await readableMailbox(register, held.mailboxId)
  if (!mailbox || !held.folder || !held.uid) throw new Refusal('MAIL_FILE_GONE', 409)
  const { address } = await refuseUnlessOurs(register, mailbox.imapHost)

  const line = await openImap(
    { host: mailbox.imapHost, address, port: mailbox.imapPort, tls: mailbox.imapTls },
    await signInOf(register, settings, mailbox),
  ).catch(() => {
    throw new Refusal('MAIL_SERVER_SILENT', 502)
  })
  try {
    const path = (await foldersOf(line))[held.folder]
    const box = path ? await line.mailboxOpen(path, { readOnly: true }) : null
    const one =
      box && String(box.uidValidity) === held.uidValidity
        ? await line.fetchOne(held.uid, { source: true }, { uid: true })
        : false
    if (one === false || !one.source) throw new Refusal('MAIL_FILE_GONE', 409)
    const { attachments } = await PostalMime.parse(one.source)
    const file = attachments.filter(({ related }) => !related)[number]
    if (!file || typeof file.content === 'string') throw new Refusal('MAIL_FILE_GONE', 409)
    return { ...named(note, number), content: Buffer.from(file.content as ArrayBuffer) }
  } catch (fault) {
    // What the server said may hold an address: only that it failed is told.
    throw fault instanceof Refusal ? fault : new Refusal('MAIL_SERVER_SILENT', 502)
  } finally {
    await closeImap(line)
  }
}

// Never shown by the browser as a page of ours, whatever its sender called it.
function named({ name }: AttachmentNote, number: number) {
  return { name: name || `${number + 1}`, type: 'application/octet-stream' }
}
