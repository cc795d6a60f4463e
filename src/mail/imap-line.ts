import { isIP } from 'node:net'
import type { ImapFlow, ListResponse } from 'imapflow'
import type { PlacedServer } from './mailbox.ts'
import type { FolderRole } from './tables.ts'

/** Of a mail up to this size a file is fetched: 26 MB, which a mail of 20 MB is when its files are written as text. */
export const longestMail = 26_000_000

/** How a line signs in. */
export type SignIn = { user: string; password: string } | { user: string; accessToken: string }

/** Opens a line to an IMAP server at the address that was looked at; its certificate is the name's. Nothing of it is logged: a server's words hold addresses. */
export async function openImap({ host, address, port, tls }: PlacedServer, signIn: SignIn): Promise<ImapFlow> {
  const imap = await import('imapflow') // loaded by who has a mailbox: it takes a tenth of the time in which everything loads
  const line = new imap.ImapFlow({
    ...{
      host: address,
      ...(isIP(host) ? {} : { servername: host }),
      port,
      secure: tls === 'tls',
      ...(tls === 'tls' ? {} : { doSTARTTLS: tls === 'starttls' }),
    },
    auth: 'password' in signIn ? { user: signIn.user, pass: signIn.password } : signIn,
    ...{
      logger: false,
      disableAutoIdle: true,
      connectionTimeout: 15_000,
      greetingTimeout: 10_000,
      socketTimeout: 60_000,
    },
    // A reply larger than any part that is asked for is a broken server's.
    ...{ maxLiteralSize: longestMail + 1_000_000, maxResponseSize: 64_000_000 },
  })
  line.on('error', () => undefined) // told again by the command that was under way
  await line.connect()
  return line
}

/** Ends a line without waiting for a server that no longer speaks. */
export async function closeImap(line: ImapFlow) {
  const silent = new Promise((resolve) => setTimeout(resolve, 2000).unref())
  await Promise.race([line.logout().catch(() => undefined), silent])
  line.close()
}

/** Where a mailbox keeps what came and what was sent; `sent` is null where it has no such folder. */
export async function foldersOf(line: ImapFlow): Promise<Record<FolderRole, string | null>> {
  const folders = await line.list()
  const path = (one: ListResponse | undefined) => one?.path ?? null
  return {
    inbox: path(folders.find(({ specialUse, path: at }) => specialUse === '\\Inbox' || at.toUpperCase() === 'INBOX')),
    sent: path(folders.find(({ specialUse }) => specialUse === '\\Sent')),
  }
}
