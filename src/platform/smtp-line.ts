import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'

/** What became of one message. `unsure`: it was on its way when the line broke, and no answer came. */
export type Passed =
  | { how: 'taken' }
  | { how: 'refused' | 'later'; at: 'recipient' | 'message'; reply: string }
  | { how: 'not-begun' }
  | { how: 'unsure' }

/** One open connection to a mail server. */
export interface SmtpLine {
  send(message: { from: string; to: string; raw: Buffer }): Promise<Passed>
  close(): void
}

/** Opens a line; throws where no server answers or it does not let us in. */
export async function openSmtpLine(url: string, name: string): Promise<SmtpLine> {
  const { options, auth } = optionsOf(url)
  const connection = new SMTPConnection({ ...options, name, connectionTimeout: 15_000, socketTimeout: 60_000 })
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
        connection.send({ from, to: [to] }, message, (fault) => {
          if (!fault) return passed({ how: 'taken' })
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

// `smtp://name:secret@host:587` or `smtps://…`.
function optionsOf(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const auth = username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : null
  return { options: { host: hostname, port: port ? Number(port) : secure ? 465 : 587, secure }, auth }
}
