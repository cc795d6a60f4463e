import { sql } from 'kysely'
import { Refusal } from '#platform/refusal'
import { refuseUnlessOurs } from './connection.ts'
import { closeImap, foldersOf, openImap, type SignIn } from './imap-line.ts'
import { faultOf, type MailServer, type PlacedServer } from './mailbox.ts'
import type { MailRunning, MailSettings } from './reach.ts'
import { rowsOf } from './rows.ts'
import { signInOf } from './sign-in-of.ts'
import { tryBySmtp } from './smtp-line.ts'

export interface Trial {
  /** `ok`, or a code of the refusals. */
  imap: string
  smtp: string
  /** Whether the mailbox has a folder for what was sent. */
  hasSent: boolean
}

/** Tries both servers of a mailbox and says of each what is wrong, in codes. Nothing is read and nothing is sent. */
export async function tryMailbox(
  register: MailRunning,
  settings: MailSettings,
  { id }: { id: string },
): Promise<Trial> {
  const [box] = await rowsOf<{ login: string; signsIn: string; revision: number; imap: MailServer; smtp: MailServer }>(
    { db: register.db.as('intake') },
    sql<{
      login: string
      signsIn: string
      revision: number
      imap: MailServer
      smtp: MailServer
    }>`select login, signs_in as "signsIn", revision,
        json_build_object('host', imap_host, 'port', imap_port, 'tls', imap_tls) as imap,
        json_build_object('host', smtp_host, 'port', smtp_port, 'tls', smtp_tls) as smtp
      from register.mailbox where id = ${id}`,
  )
  if (!box) throw new Refusal('NOT_FOUND', 404)
  let hasSent = false
  const imap = await outcome(register, box.imap, async (server) => {
    const line = await openImap(server, await signIn())
    try {
      const folders = await foldersOf(line)
      if (!folders.inbox) throw new Refusal('MAIL_FOLDER_MISSING', 409)
      hasSent = folders.sent !== null
    } finally {
      await closeImap(line)
    }
  })
  const smtp = await outcome(register, box.smtp, async (server) => tryBySmtp(server, await signIn()))
  return { imap, smtp, hasSent }

  function signIn(): Promise<SignIn> {
    return signInOf(register, settings, {
      ...{ id, login: box?.login ?? '', signsIn: box?.signsIn ?? '', revision: box?.revision ?? 0 },
    })
  }
}

async function outcome(
  register: MailRunning,
  { host, port, tls }: MailServer,
  trial: (server: PlacedServer) => Promise<unknown>,
): Promise<string> {
  try {
    const { address } = await refuseUnlessOurs(register, host)
    await trial({ host, address, port, tls })
    return 'ok'
  } catch (fault) {
    return fault instanceof Refusal ? fault.code : faultOf(fault)
  }
}
