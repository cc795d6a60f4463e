import { createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto'
import type { Mime } from './mime.ts'

/** The key of one sending domain, known to the world by its selector. */
export interface DkimKey {
  domain: string
  selector: string
  /** Read once: parsing the PEM for each mail takes more time than signing. */
  key: KeyObject
}

export function dkimKeyOf(domain: string, selector: string, pem: string): DkimKey {
  return { domain, selector, key: createPrivateKey(pem) }
}

// RFC 8058 wants both List-Unsubscribe headers inside the signature; nodemailer's own signer leaves the second out.
const signed = [
  ...['from', 'reply-to', 'to', 'subject', 'date', 'message-id', 'mime-version', 'content-type', 'content-language'],
  ...['list-id', 'list-unsubscribe', 'list-unsubscribe-post'],
]

/** The message with its signature before it: RFC 6376, relaxed/relaxed, RSA or Ed25519 (RFC 8463). */
export function signedMime({ headers, body }: Mime, { domain, selector, key }: DkimKey, at: Date): Mime {
  const algorithm = key.asymmetricKeyType === 'ed25519' ? 'ed25519-sha256' : 'rsa-sha256'
  const present = signed.flatMap((name) => headers.find((line) => line.toLowerCase().startsWith(`${name}:`)) ?? [])
  const names = present.map((line) => line.slice(0, line.indexOf(':')).toLowerCase())
  const begun = [
    `DKIM-Signature: v=1; a=${algorithm}; c=relaxed/relaxed; d=${domain}; s=${selector};`,
    ` t=${Math.floor(at.getTime() / 1000)};`,
    ` h=${names.join(':\r\n  ')};`,
    ` bh=${sha256(relaxedBody(body))};`,
    ' b=',
  ].join('\r\n')

  const toSign = [...present.map(relaxed), relaxed(begun)].join('\r\n')
  const signature =
    algorithm === 'ed25519-sha256'
      ? sign(null, createHash('sha256').update(toSign, 'latin1').digest(), key)
      : sign('sha256', Buffer.from(toSign, 'latin1'), key)
  const lines = signature.toString('base64').match(/.{1,72}/g) ?? []
  return { headers: [`${begun}${lines.join('\r\n  ')}`, ...headers], body }
}

function relaxed(header: string): string {
  const at = header.indexOf(':')
  const value = header
    .slice(at + 1)
    .replace(/\r\n/g, '')
    .replace(/[\t ]+/g, ' ')
    .trim()
  return `${header.slice(0, at).trim().toLowerCase()}:${value}`
}

function relaxedBody(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replace(/[\t ]+/g, ' ').replace(/ $/, ''))
  while (lines.length > 0 && lines.at(-1) === '') lines.pop()
  return lines.length === 0 ? '' : `${lines.join('\r\n')}\r\n`
}

function sha256(text: string) {
  return createHash('sha256').update(text, 'latin1').digest('base64')
}
