import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A mail as the demo's mailbox caught it: it left the register by real SMTP and went nowhere else. */
export interface CaughtMail {
  id: number
  from: string
  to: string
  subject: string
  text: string
  messageId: string
  receivedAt: Date
}

export interface Mailbox {
  smtpUrl: string
  mails(): readonly CaughtMail[]
  stop(): Promise<void>
}

const kept = 200

/** Starts a mail server on loopback that keeps the latest mails in memory, for the demo and for tests. */
export async function startMailbox(now: () => Date = () => new Date()): Promise<Mailbox> {
  const caught: CaughtMail[] = []
  let count = 0

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: 10_000_000,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const mail = Buffer.concat(chunks)
        PostalMime.parse(mail).then(
          (parsed) => {
            count += 1
            caught.unshift({
              id: count,
              from: parsed.from?.address ?? '',
              to: session.envelope.rcptTo.map(({ address }) => address).join(', '),
              subject: parsed.subject ?? '',
              text: parsed.text ?? '',
              messageId: parsed.messageId ?? '',
              receivedAt: now(),
            })
            caught.length = Math.min(caught.length, kept)
            done()
          },
          (fault: Error) => done(fault),
        )
      })
    },
  })

  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.server.address() as AddressInfo

  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    mails: () => caught,
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  }
}
