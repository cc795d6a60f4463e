import MailComposer from 'nodemailer/lib/mail-composer'
import { openSmtpLine, type Passed, type SmtpLine } from './smtp-line.ts'

/** A letter by e-mail, as plain text; nothing in it calls home. */
export interface Letter {
  from: string
  to: string
  subject: string
  text: string
  language?: string
  attachments?: { name: string; type: string; content: Buffer }[]
  /** Opaque id: the same letter sent twice carries the same Message-ID. */
  id: string
  /** Opaque id of whom it is about, for whoever keeps count of what leaves; it is not in the letter. */
  regarding?: string
}

export interface MailOut {
  /** Done once the mail server has said yes. Throws `NotMailed` otherwise, which says whether the letter may have left all the same. */
  send(letter: Letter): Promise<void>
  close(): void
}

type How = Exclude<Passed['how'], 'taken'>

/** Why a letter is not known to have been taken. `later` and `not-begun` may be tried again; after `unsure` nobody knows whether it left. */
export class NotMailed extends Error {
  readonly how: How

  constructor(how: How, said: string) {
    super(said)
    this.how = how
  }
}

const [idleFor, longest] = [5000, 180_000]

/** Sends by SMTP, each letter once: nothing is sent again by itself. Where no server is named, every letter is refused and stays in its queue. */
export function mailOut(smtpUrl: string | null, host: string): MailOut {
  const idle = new Map<SmtpLine, NodeJS.Timeout>()
  const rest = (line: SmtpLine) => {
    idle.set(line, setTimeout(() => end(line), idleFor).unref())
  }
  const end = (line: SmtpLine) => {
    clearTimeout(idle.get(line))
    idle.delete(line)
    line.close()
  }
  const rested = () => {
    const [line] = idle.keys()
    if (!line) return null
    clearTimeout(idle.get(line))
    idle.delete(line)
    return line
  }
  const over = async (line: SmtpLine, message: Parameters<SmtpLine['send']>[0]): Promise<Passed> => {
    const passed = await withinTime(line.send(message))
    if (passed.how === 'not-begun' || passed.how === 'unsure') line.close()
    else rest(line)
    return passed
  }

  return {
    send: async (letter) => {
      if (!smtpUrl) throw new NotMailed('not-begun', 'no mail server is named (SMTP_URL)')
      const message = { from: letter.from, to: letter.to, raw: await composed(letter, host) }
      const kept = rested()
      let passed: Passed = kept ? await over(kept, message) : { how: 'not-begun' }
      if (passed.how === 'not-begun') passed = await over(await opened(smtpUrl, host), message)
      if (passed.how !== 'taken')
        throw new NotMailed(passed.how, `mail not sent: ${'reply' in passed ? passed.reply : 'no answer'}`)
    },
    close: () => {
      for (const line of idle.keys()) end(line)
    },
  }
}

function composed({ id, language, attachments = [], from, to, subject, text }: Letter, host: string): Promise<Buffer> {
  const mail = new MailComposer({
    ...{ from, to, subject, text, messageId: `<${id}@${host}>`, textEncoding: 'quoted-printable' },
    attachments: attachments.map(({ name, type, content }) => ({ filename: name, contentType: type, content })),
    headers: { ...(language ? { 'Content-Language': language } : {}), 'Auto-Submitted': 'auto-generated' },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  })
  return mail.compile().build()
}

interface SmtpFault {
  code?: string
  responseCode?: number
  response?: string
}

// A mail server's answer repeats the address, and a job's fault is kept in the queue and in the log: only its codes are.
async function opened(smtpUrl: string, host: string): Promise<SmtpLine> {
  return openSmtpLine(smtpUrl, host).catch(({ code, responseCode, response = '' }: SmtpFault) => {
    const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1]
    throw new NotMailed(
      'not-begun',
      ['mail not sent:', responseCode ?? code ?? 'no answer', enhanced].filter(Boolean).join(' '),
    )
  })
}

// A server that trickles bytes never falls silent: after three minutes nobody waits for it any more.
async function withinTime(passed: Promise<Passed>): Promise<Passed> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Passed>((resolve) => {
    timer = setTimeout(() => resolve({ how: 'unsure' }), longest)
  })
  return Promise.race([passed, late]).finally(() => clearTimeout(timer))
}
