import { sql } from 'kysely'
import { look, perform } from '#ledger'
import { Refusal } from '#platform/refusal'
import { inForce } from '#register'
import { refuseUnlessOurs } from './connection.ts'
import { closeImap, foldersOf, openImap } from './imap-line.ts'
import { knownAmong } from './known-among.ts'
import { faultOf, nextReading, type Tls } from './mailbox.ts'
import type { MailRunning, MailSettings } from './reach.ts'
import { type FolderReader, readFolder } from './read-folder.ts'
import { rowsOf } from './rows.ts'
import { machineOccasion, signInOf } from './sign-in-of.ts'
import type { FolderRole } from './tables.ts'
import { type Position, takeInMessages } from './take-in-messages.ts'

export interface ReadableMailbox {
  id: string
  address: string
  login: string
  signsIn: string
  imapHost: string
  imapPort: number
  imapTls: Tls
  opensEnquiries: boolean
  groupCompany: string | null
  readFrom: string
  failures: number
  revision: number
}

const columns = sql`id, address, login, signs_in as "signsIn", imap_host as "imapHost", imap_port as "imapPort", imap_tls as "imapTls",
  opens_enquiries as "opensEnquiries", group_company as "groupCompany", read_from::text as "readFrom", failures, revision`

/** Reads every mailbox whose turn it is, one after another; answers how many messages were new. */
export async function readMailboxes(register: MailRunning, settings: MailSettings): Promise<number> {
  let stored = 0
  for (;;) {
    const mailbox = await nextOf(register)
    if (!mailbox) return stored
    stored += await readMailbox(register, settings, mailbox)
  }
}

// S10.3: whoever left reads no mail here, nor does the register for them.
// A lease, not a lock: whoever is killed meanwhile leaves a mailbox that is read again in ten minutes.
async function nextOf(register: MailRunning): Promise<ReadableMailbox | undefined> {
  const at = register.now()
  const until = new Date(at.getTime() + 600_000)
  const [mailbox] = await rowsOf<ReadableMailbox>(
    { db: register.db.as('intake') },
    sql`update register.mailbox set next_read_at = ${until} where id = (
        select id from register.mailbox where state in ('working', 'failing') and coalesce(next_read_at, '-infinity') <= ${at}
          and (owner is null or owner in (select id::text from register.staff where state = 'open'))
        order by next_read_at nulls first limit 1 for update skip locked)
      returning ${columns}`,
  )
  return mailbox
}

/** The mailbox as the reader needs it, taken out of its turn. */
export async function readableMailbox(register: MailRunning, id: string): Promise<ReadableMailbox | undefined> {
  const [mailbox] = await rowsOf<ReadableMailbox>(
    { db: register.db.as('intake') },
    sql`select ${columns} from register.mailbox where id = ${id} and state in ('working', 'failing')`,
  )
  return mailbox
}

/** Reads what is new in one mailbox. What goes wrong is kept as a code, and the mailbox is tried again later and later. */
export async function readMailbox(
  register: MailRunning,
  settings: MailSettings,
  mailbox: ReadableMailbox,
): Promise<number> {
  try {
    const stored = await readAll(register, settings, mailbox)
    await settle(register, mailbox, null)
    return stored
  } catch (fault) {
    await settle(register, mailbox, fault instanceof Refusal ? fault.code : faultOf(fault))
    return 0
  }
}

async function readAll(register: MailRunning, settings: MailSettings, mailbox: ReadableMailbox): Promise<number> {
  const { address } = await refuseUnlessOurs(register, mailbox.imapHost)
  const signIn = await signInOf(register, settings, mailbox)
  const line = await openImap({ host: mailbox.imapHost, address, port: mailbox.imapPort, tls: mailbox.imapTls }, signIn)
  let stored = 0
  try {
    const folders = await foldersOf(line)
    if (!folders.inbox) throw new Refusal('MAIL_FOLDER_MISSING', 409)
    for (const role of ['inbox', 'sent'] as const) {
      const path = folders[role]
      if (!path) continue
      const reader = readerOf(register, settings, mailbox, (count) => {
        stored += count
      })
      await readFolder(line, role, path, await positionOf(register, mailbox.id, role), reader)
    }
    return stored
  } finally {
    await closeImap(line)
  }
}

function readerOf(
  register: MailRunning,
  { keys }: MailSettings,
  mailbox: ReadableMailbox,
  told: (stored: number) => void,
): FolderReader {
  const { db } = register
  return {
    address: mailbox.address,
    readFrom: mailbox.readFrom,
    // Whoever was written to may learn the address from a mail that named it openly: a copy counts only from its owner's own address, at
    // work or in a mailbox here, and not where the server found the sender forged.
    staffOfCopy: async (secret, { correspondents, isForged }) => {
      const sender = correspondents.find(({ role }) => role === 'from')?.address
      if (!sender || isForged) return null
      const [row] = await rowsOf<{ id: string }>(
        { db: db.as('intake') },
        sql`select copy.staff_id as id from register.mail_copy copy join register.staff on staff.id = copy.staff_id and staff.state = 'open'
          where copy.mark = ${keys.mark(`copy ${secret}`)} and (lower(staff.email) = lower(${sender}) or exists (
            select from register.mailbox box where box.state <> 'closed' and lower(box.address) = lower(${sender})
              and (box.owner = staff.id::text or box.owner is null)))`,
      )
      return row?.id ?? null
    },
    wants: async (head, copiedBy) => {
      const opens = mailbox.opensEnquiries && !head.isAutomatic && !copiedBy
      if (opens && head.correspondents.some(({ role, address }) => role === 'from' && address !== mailbox.address))
        return true
      return look(db, machineOccasion(register), async (view) => {
        view.saw([], [])
        return (await knownAmong(view, head.correspondents)).length > 0
      })
    },
    take: async (position, messages, passedOver) => {
      if (messages.length === 0) return movePosition(register, mailbox.id, { position, passedOver })
      const batch = { mailbox, position, messages, passedOver }
      const { stored } = await perform(db, machineOccasion(register), (act) =>
        takeInMessages(act, inForce(register), batch),
      )
      told(stored)
    },
  }
}

async function positionOf(register: MailRunning, mailboxId: string, role: FolderRole): Promise<Position | null> {
  const [row] = await rowsOf<{ path: string; uidValidity: string; lastUid: string; modseq: string | null }>(
    { db: register.db.as('intake') },
    sql`select path, uid_validity::text as "uidValidity", last_uid::text as "lastUid", modseq::text as modseq
      from register.mailbox_folder where mailbox_id = ${mailboxId} and role = ${role}`,
  )
  return row ? { ...row, role, lastUid: Number(row.lastUid) } : null
}

// Nobody of the register was in these mails: a count and a position, and no act.
async function movePosition(
  register: MailRunning,
  mailboxId: string,
  { position, passedOver }: { position: Position; passedOver: number },
) {
  const { role, path, uidValidity, lastUid, modseq } = position
  await rowsOf(
    { db: register.db.as('intake') },
    sql`with counted as (update register.mailbox set passed_over = passed_over + ${passedOver} where id = ${mailboxId})
      insert into register.mailbox_folder (mailbox_id, role, path, uid_validity, last_uid, modseq)
      values (${mailboxId}, ${role}, ${path}, ${uidValidity}, ${lastUid}, ${modseq})
      on conflict (mailbox_id, role) do update set path = excluded.path, uid_validity = excluded.uid_validity,
        last_uid = excluded.last_uid, modseq = excluded.modseq`,
  )
}

// How a reading of other servers ended says nothing of those that it has now.
async function settle(register: MailRunning, { id, failures, revision }: ReadableMailbox, fault: string | null) {
  const at = register.now()
  const failed = fault === null ? 0 : failures + 1
  await rowsOf(
    { db: register.db.as('intake') },
    fault === null
      ? sql`update register.mailbox set state = 'working', fault = null, failures = 0, failing_since = null, read_at = ${at},
          next_read_at = ${nextReading(at, 0)} where id = ${id} and revision = ${revision} and state in ('working', 'failing')`
      : sql`update register.mailbox set state = 'failing', fault = ${fault}, failures = ${failed},
          failing_since = coalesce(failing_since, ${at}), next_read_at = ${nextReading(at, failed)}
          where id = ${id} and revision = ${revision} and state in ('working', 'failing')`,
  )
}
