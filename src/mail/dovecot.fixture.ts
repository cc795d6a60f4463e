import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { ImapFlow } from 'imapflow'
import { aPort } from '#test/port'

export interface Dovecot {
  port: number
  password: string
  /** Tokens that its introspection takes for good, by the mailbox they open. */
  tokens: Map<string, string>
  /** Puts a mail into a folder, as if it had been delivered there. */
  deliver(user: string, mail: string | Buffer, wish?: { folder?: string; at?: string }): Promise<void>
  /** The same for many, on one line. */
  deliverAll(user: string, mails: readonly string[]): Promise<void>
  /** The mails of a folder, as they are. */
  mailsIn(user: string, folder: string): Promise<string[]>
  /** Numbers a mailbox's folder anew: its UIDVALIDITY is another afterwards. */
  numberAnew(user: string, folder?: string): Promise<void>
}

/** Where Dovecot is, or null where it is not installed: then a test says so loudly and is skipped. */
export function dovecotHere(): string | null {
  for (const place of ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot', '/opt/homebrew/sbin/dovecot'])
    try {
      execFileSync(place, ['--version'], { stdio: 'ignore' })
      return place
    } catch {}
  return null
}

export const noDovecot = 'SKIPPED, NOT PASSED: no real IMAP server here. Install Debian’s dovecot-imapd to run it.'

/** A real IMAP server on loopback with its own settings in a folder of its own; ends with the test file. */
export async function startDovecot(place: string): Promise<Dovecot> {
  const directory = await mkdtemp(join(tmpdir(), 'seloste-dovecot-'))
  const port = await aPort()
  const password = 'salasana-tälle-testille'
  const tokens = new Map<string, string>()
  const introspection = await introspectionOf(tokens)
  const isRoot = process.getuid?.() === 0
  const [uid, gid] = isRoot ? [65_534, 65_534] : [userInfo().uid, userInfo().gid]
  await chmod(directory, 0o755)
  await mkdir(join(directory, 'mail'))
  if (isRoot) await chown(join(directory, 'mail'), uid, gid)
  await writeFile(join(directory, 'oauth2.conf'), oauth(introspection.url))
  await writeFile(join(directory, 'dovecot.conf'), settings({ directory, port, password, uid, gid, isRoot }))

  const child: ChildProcess = spawn(place, ['-F', '-c', join(directory, 'dovecot.conf')], { stdio: 'ignore' })
  after(async () => {
    child.kill('SIGTERM')
    await new Promise((ended) => (child.exitCode === null ? child.once('exit', ended) : ended(null)))
    introspection.close()
    await rm(directory, { recursive: true, force: true })
  })
  await answers(port)

  const as = async <R>(user: string, work: (line: ImapFlow) => Promise<R>): Promise<R> => {
    const line = new ImapFlow({
      ...{ host: '127.0.0.1', port, secure: false, doSTARTTLS: false, logger: false },
      auth: { user, pass: password },
    })
    await line.connect()
    try {
      return await work(line)
    } finally {
      await line.logout()
    }
  }
  return {
    ...{ port, password, tokens },
    deliver: async (user, mail, { folder = 'INBOX', at = '2026-03-02T08:00:00Z' } = {}) => {
      const bytes = typeof mail === 'string' ? Buffer.from(mail.replace(/\r?\n/g, '\r\n')) : mail
      await as(user, (line) => line.append(folder, bytes, [], new Date(at)))
    },
    deliverAll: (user, mails) =>
      as(user, async (line) => {
        for (const mail of mails)
          await line.append('INBOX', mail.replace(/\r?\n/g, '\r\n'), [], new Date('2026-03-02T08:00:00Z'))
      }),
    mailsIn: (user, folder) =>
      as(user, async (line) => {
        await line.mailboxOpen(folder)
        const all = await line.fetchAll('1:*', { source: true }).catch(() => [])
        return all.map(({ source }) => source?.toString('utf8') ?? '')
      }),
    numberAnew: async (user, folder = 'INBOX') => {
      const all = await as(user, async (line) => {
        await line.mailboxOpen(folder)
        const found = await line.fetchAll('1:*', { source: true })
        await line.messageDelete('1:*')
        return found
      })
      for (const name of ['dovecot-uidlist', 'dovecot.index', 'dovecot.index.log', 'dovecot.index.cache'])
        await rm(join(directory, 'mail', user, name), { force: true })
      await new Promise((next) => setTimeout(next, 1100)) // UIDVALIDITY is a second
      await as(user, async (line) => {
        for (const { source } of all) if (source) await line.append(folder, source)
      })
    },
  }
}

interface Wish {
  directory: string
  port: number
  password: string
  uid: number
  gid: number
  isRoot: boolean
}

function settings({ directory, port, password, uid, gid, isRoot }: Wish) {
  const { username } = userInfo()
  return `
protocols = imap
listen = 127.0.0.1
base_dir = ${directory}/run
state_dir = ${directory}/run
log_path = ${directory}/log
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login xoauth2
first_valid_uid = 1
mail_location = maildir:${directory}/mail/%u
${isRoot ? '' : `default_internal_user = ${username}\ndefault_login_user = ${username}`}
passdb {
  driver = oauth2
  mechanisms = xoauth2
  args = ${directory}/oauth2.conf
}
passdb {
  driver = static
  mechanisms = plain login
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${directory}/mail/%u
}
namespace inbox {
  inbox = yes
  mailbox Sent {
    special_use = \\Sent
    auto = create
  }
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
auth_failure_delay = 0
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
`
}

function oauth(url: string) {
  return `introspection_url = ${url}
introspection_mode = post
username_attribute = email
active_attribute = active
active_value = true
`
}

async function introspectionOf(tokens: Map<string, string>) {
  const server = createServer((request, reply) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      const email = tokens.get(new URLSearchParams(body).get('token') ?? '')
      reply.setHeader('content-type', 'application/json')
      reply.end(JSON.stringify(email ? { active: 'true', email } : { active: 'false' }))
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() }
}

async function answers(port: number) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const is = await new Promise<boolean>((said) => {
      const line = connect(port, '127.0.0.1', () => said(true))
      line.on('error', () => said(false))
      line.on('connect', () => line.destroy())
    })
    if (is) return
    await new Promise((next) => setTimeout(next, 100))
  }
  throw new Error('Dovecot did not start')
}
