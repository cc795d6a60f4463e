import { createTransport } from 'nodemailer'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { Language } from '#platform/language'
import type { SignIn } from './imap-line.ts'
import type { MailServer } from './mailbox.ts'

export interface Composing {
  messageId: string
  references: readonly string[]
  from: { address: string }
  /** The name beside the address: who of staff writes. */
  sender: string
  to: readonly { address: string }[]
  subject: string
  text: string
  language: Language
}

/** A message as it leaves: plain text, nothing in it calls home. The same bytes are sent and put into the folder of what was sent. */
export function composed({
  messageId,
  references,
  from,
  sender,
  to,
  subject,
  text,
  language,
}: Composing): Promise<Buffer> {
  const mail = new MailComposer({
    ...{
      messageId,
      from: { name: sender, address: from.address },
      to: to.map(({ address }) => address),
      subject,
      text,
    },
    ...(references.length > 0 ? { inReplyTo: references.at(-1), references: [...references] } : {}),
    ...{ textEncoding: 'quoted-printable', headers: { 'Content-Language': language } },
  })
  return mail.compile().build()
}

/** Hands a message to a mail server. Throws where it was not taken by every recipient's server line. */
export async function sendBySmtp(
  server: MailServer,
  signIn: SignIn,
  { from, to, raw }: { from: string; to: string[]; raw: Buffer },
) {
  const transport = transportTo(server, signIn)
  try {
    await transport.sendMail({ envelope: { from, to }, raw })
  } finally {
    transport.close()
  }
}

/** Signs in to a mail server and out again; throws where it does not let us in. */
export async function tryBySmtp(server: MailServer, signIn: SignIn) {
  const transport = transportTo(server, signIn)
  try {
    await transport.verify()
  } finally {
    transport.close()
  }
}

function transportTo({ host, port, tls }: MailServer, signIn: SignIn) {
  return createTransport({
    ...{ host, port, secure: tls === 'tls', requireTLS: tls === 'starttls', ignoreTLS: tls === 'none' },
    auth:
      'password' in signIn
        ? { user: signIn.user, pass: signIn.password }
        : { type: 'OAuth2', user: signIn.user, accessToken: signIn.accessToken },
    ...{
      connectionTimeout: 15_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
  })
}
