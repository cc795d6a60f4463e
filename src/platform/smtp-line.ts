import { isIP } from 'node:net'
import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'

/** What became of one message. `unsure`: it was on its way when the line broke, and no answer came. */
export type Passed =
  /** `rejected`: those of several recipients whom the server did not take. */
  | { how: 'taken'; rejected?: readonly string[] }
  | { how: 'refused' | 'later'; at: 'recipient' | 'message'; reply: string }
  | { how: 'not-begun' }
  | { how: 'unsure' }

/** One open connection to a mail server. */
export interface SmtpLine {
  send(message: { from: string; to: string | string[]; raw: Buffer }): Promise<Passed>
  close(): void
}

/** Where a line leads, and who signs in. Without `tls` the line is encrypted where the server offers it. */
export interface SmtpServer {
  host: string
  /** The host's address, where it was looked up before: the line goes there, and the certificate is still the name's. */
  address?: string
  port: number
  tls?: 'tls' | 'starttls' | 'none'
  signIn: { user: string; password: string } | { user: string; accessToken: string } | null
}

/** Opens a line to a server, or to a URL such as `smtps://name:secret@host:465`; throws where none answers or it does not let us in. */
export async function openSmtpLine(to: string | SmtpServer, name?: string): Promise<SmtpLine> {
  const { host, address, port, tls, signIn } = typeof to === 'string' ? serverOf(to) : to
  const auth = signIn && authOf(signIn)
  const place = address ? { host: address, ...(isIP(host) ? {} : { servername: host }) } : { host }
  const options = { ...place, port, secure: tls === 'tls', requireTLS: tls === 'starttls', ignoreTLS: tls === 'none' }
  const connection = new SMTPConnection({
    ...{ ...options, ...(name ? { name } : {}) },
    ...{ connectionTimeout: 15_000, greetingTimeout: 10_000, socketTimeout: 60_000 },
  })
  let isBroken = false
  await new Promise<void>((opened, failed) => {
    connection.once('error', failed)
    connection.once('end', () => failed(new Error('the mail server closed the line')))
    connection.connect(() => (auth ? connection.login(auth, (fault) => (fault ? failed(fault) : opened())) : opened()))
  })
  connection.removeAllListeners('error')
  connection.on('error', () => {
    isBroken = true
  })
  connection.once('end', () => {
    isBroken = true
  })

  return {
    close: () => connection.close(),
    send: ({ from, to, raw }) =>
      new Promise((passed) => {
        if (isBroken) return passed({ how: 'not-begun' })
        let hasBegun = false
        // Read only once the server has said 354: until then not a byte of the message has left.
        const message = new Readable({
          read() {
            hasBegun = true
            this.push(raw)
            this.push(null)
          },
        })
        connection.send({ from, to: [to].flat() }, message, (fault, said) => {
          const { rejected = [] } = (said ?? {}) as { rejected?: string[] }
          if (!fault) return passed({ how: 'taken', ...(rejected.length > 0 ? { rejected } : {}) })
          const what = whatBecame(fault, hasBegun)
          if (isBroken || !('reply' in what)) return passed(what)
          connection.reset((broken) => {
            isBroken ||= Boolean(broken)
            passed(what)
          })
        })
      }),
  }
}

// An answer of the server is the truth; without one, a message that had begun may or may not have been taken.
function whatBecame(
  fault: { responseCode?: number; response?: string; command?: string; code?: string },
  hasBegun: boolean,
): Passed {
  const { responseCode, response = '', command, code } = fault
  if (!responseCode) {
    if (hasBegun) return { how: 'unsure' }
    return code === 'EENVELOPE' ? { how: 'refused', at: 'recipient', reply: '501' } : { how: 'not-begun' }
  }
  // A 421 ends the session, not the message's chances; a refusal of the sender is about us.
  if (responseCode === 421 && !hasBegun) return { how: 'not-begun' }
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})/.exec(response)?.[1]
  const at = command === 'RCPT TO' ? 'recipient' : 'message'
  return {
    how: responseCode >= 500 ? 'refused' : 'later',
    at,
    reply: [responseCode, enhanced].filter(Boolean).join(' '),
  }
}

function authOf(signIn: NonNullable<SmtpServer['signIn']>) {
  const { user } = signIn
  if ('password' in signIn) return { user, pass: signIn.password }
  // RFC 7628's forerunner, XOAUTH2: the token was renewed before the line was opened.
  const token = (accessToken: string) =>
    Buffer.from(`user=${user}\u0001auth=Bearer ${accessToken}\u0001\u0001`).toString('base64')
  const getToken = (_: boolean, done: (fault: null, token: string) => void) => done(null, signIn.accessToken)
  return { user, oauth2: { getToken, buildXOAuth2Token: token } as never } // the two of its generator's deeds that are asked for
}

// `smtp://name:secret@host:587` or `smtps://…`.
function serverOf(url: string): SmtpServer {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const signIn = username ? { user: decodeURIComponent(username), password: decodeURIComponent(password) } : null
  return { host: hostname, port: port ? Number(port) : secure ? 465 : 587, ...(secure ? { tls: 'tls' } : {}), signIn }
}
