import { createHash } from 'node:crypto'
import { mailboxHeader, oneLine, partsHeader, textHeader } from './header.ts'
import { quotedPrintable } from './printable.ts'

/** Everything that a marketing mail says of itself, and its two texts. */
export interface Mail {
  from: { name: string; address: string }
  replyTo: { name: string; address: string }
  to: { name: string; address: string }
  subject: string
  date: Date
  /** Opaque; the same message made twice carries the same. */
  id: string
  /** The domain of Message-ID and List-Id. */
  domain: string
  list: { name: string; id: string }
  /** RFC 8058 and RFC 2369. */
  unsubscribe: { https: string; mailto: string }
  language: string
  text: string
  html: string
}

/** A message in its parts: header lines, folded, without their line ends; and the body. */
export interface Mime {
  headers: string[]
  body: string
}

/** The message as it travels, or null where an address cannot stand in a header. */
export function mimeOf(mail: Mail): Mime | null {
  const boundary = `=_${createHash('sha256').update(mail.id).digest('hex').slice(0, 32)}` // quoted-printable never holds `=_`
  const mailboxes = [
    mailboxHeader('From', mail.from.name, mail.from.address),
    mailboxHeader('Reply-To', mail.replyTo.name, mail.replyTo.address),
    mailboxHeader('To', mail.to.name, mail.to.address),
  ]
  if (mailboxes.includes(null)) return null

  return {
    headers: [
      ...(mailboxes as string[]),
      textHeader('Subject', mail.subject),
      `Date: ${dateOf(mail.date)}`,
      `Message-ID: <${token(mail.id)}@${token(mail.domain)}>`,
      `${textHeader('List-Id', mail.list.name)}\r\n <${token(mail.list.id)}.${token(mail.domain)}>`,
      partsHeader('List-Unsubscribe', [`<${mail.unsubscribe.https}>`, `<${mail.unsubscribe.mailto}>`]),
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      `Content-Language: ${token(mail.language)}`,
      'MIME-Version: 1.0',
      `Content-Type: multipart/alternative;\r\n boundary="${boundary}"`,
    ],
    body: [
      ...part(boundary, 'text/plain', mail.text),
      ...part(boundary, 'text/html', mail.html),
      `--${boundary}--`,
      '',
    ].join('\r\n'),
  }
}

export function rawOf({ headers, body }: Mime): Buffer {
  return Buffer.from(`${headers.join('\r\n')}\r\n\r\n${body}`, 'latin1') // everything is ASCII by now
}

function part(boundary: string, type: string, text: string): string[] {
  return [
    `--${boundary}`,
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quotedPrintable(text),
  ]
}

// `Mon, 02 Mar 2026 10:00:00 +0000`, which is what RFC 5322 wants of UTC.
function dateOf(at: Date) {
  return at.toUTCString().replace(/GMT$/, '+0000')
}

function token(text: string) {
  return oneLine(text).replace(/[^A-Za-z0-9.-]/g, '-')
}
