import MailComposer from 'nodemailer/lib/mail-composer'
import type { Language } from '#platform/language'
import { openSmtpLine, type Passed } from '#platform/smtp-line'
import type { SignIn } from './imap-line.ts'
import type { PlacedServer } from './mailbox.ts'
import type { LetterFile } from './reach.ts'

export interface Composing {
  messageId: string
  references: readonly string[]
  from: { address: string }
  /** The name beside the address: who of staff writes. */
  sender: string
  recipients: readonly { address: string; role: 'to' | 'cc' }[]
  subject: string
  text: string
  files: readonly Pick<LetterFile, 'name' | 'type' | 'content'>[]
  language: Language
}

/** A message as it leaves: plain text and its files, nothing in it calls home. The same bytes are sent and put into the folder of what was sent. */
export function composed({
  messageId,
  references,
  from,
  sender,
  recipients,
  subject,
  text,
  files,
  language,
}: Composing): Promise<Buffer> {
  const mail = new MailComposer({
    ...{
      messageId,
      from: { name: sender, address: from.address },
      to: addressesOf(recipients, 'to'),
      cc: addressesOf(recipients, 'cc'),
      subject,
      text,
    },
    attachments: files.map(({ name, type, content }) => ({ filename: name, contentType: type, content })),
    ...(references.length > 0 ? { inReplyTo: references.at(-1), references: [...references] } : {}),
    ...{ textEncoding: 'quoted-printable', headers: { 'Content-Language': language } },
  })
  return mail.compile().build()
}

function addressesOf(recipients: Composing['recipients'], role: 'to' | 'cc') {
  return [...new Set(recipients.filter((one) => one.role === role).map(({ address }) => address))]
}

// Before the desk says that nobody knows (two minutes), so that no letter is sent again while its first line still stands.
const longest = 100_000

/** Hands a message to a mail server and says what became of it; throws where no line was opened, so that nothing has left. */
export async function sendBySmtp(
  server: PlacedServer,
  signIn: SignIn,
  { from, to, raw }: { from: string; to: string[]; raw: Buffer },
): Promise<Passed> {
  const line = await openSmtpLine({ ...server, signIn })
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Passed>((resolve) => {
    timer = setTimeout(() => resolve({ how: 'unsure' }), longest)
  })
  try {
    return await Promise.race([line.send({ from, to, raw }), late])
  } finally {
    clearTimeout(timer)
    line.close()
  }
}

/** Signs in to a mail server and out again; throws where it does not let us in. */
export async function tryBySmtp(server: PlacedServer, signIn: SignIn) {
  const line = await openSmtpLine({ ...server, signIn })
  line.close()
}
