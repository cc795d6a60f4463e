import { createTransport } from 'nodemailer'

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
  send(letter: Letter): Promise<void>
  close(): void
}

interface SmtpFault {
  code?: string
  responseCode?: number
  response?: string
}

// A mail server's answer repeats the address, and a job's fault is kept in the queue and in the log: only its codes are.
function withoutWords({ code, responseCode, response = '' }: SmtpFault): Error {
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1]
  return new Error(['mail not sent:', responseCode ?? code ?? 'no answer', enhanced].filter(Boolean).join(' '))
}

/** Sends by SMTP. Where no server is named, every letter is refused and stays in the queue. */
export function mailOut(smtpUrl: string | null, host: string): MailOut {
  const transport = smtpUrl ? createTransport({ url: smtpUrl, pool: true, maxConnections: 2 }) : null

  return {
    send: async ({ id, language, attachments = [], regarding: _, ...letter }) => {
      if (!transport) throw new Error('no mail server is named (SMTP_URL)')
      const sent = transport.sendMail({
        ...letter,
        attachments: attachments.map(({ name, type, content }) => ({ filename: name, contentType: type, content })),
        messageId: `<${id}@${host}>`,
        textEncoding: 'quoted-printable',
        headers: { ...(language ? { 'Content-Language': language } : {}), 'Auto-Submitted': 'auto-generated' },
      })
      await sent.catch((fault: SmtpFault) => {
        throw withoutWords(fault)
      })
    },
    close: () => transport?.close(),
  }
}
