import { createHash } from 'node:crypto'
import PostalMime, { type Address, type Email } from 'postal-mime'
import { normaliseEmail, withoutIdentityCodes } from '#register'
import { isAutomatic } from './automatic.ts'
import { safeHtml, wordsOf } from './safe-html.ts'
import type { AttachmentNote } from './tables.ts'

export interface Correspondent {
  name: string
  address: string
  role: 'from' | 'to' | 'cc'
}

/** What the head of a mail says. Addresses are in the form in which the register keeps them. */
export interface MailHead {
  messageId: string
  /** The mails that it follows, the first of the thread first. */
  references: string[]
  correspondents: Correspondent[]
  /** How many more addresses there were than are looked at. */
  beyond: number
  /** Addresses to which it was delivered, which the person who wrote it may have hidden. */
  deliveredTo: string[]
  isAutomatic: boolean
  /** The mailbox's own server found that its sender is not who it says (RFC 8601). */
  isForged?: boolean
  subject: string
}

export interface MailBody {
  text: string
  html: string | null
  attachments: AttachmentNote[]
}

const [mostAddresses, longestText, longestSubject] = [200, 200_000, 400]

/** Reads the head of a mail, however badly it was written. Nothing is kept of it here. */
export async function readHead(raw: Buffer): Promise<MailHead> {
  const mail = await parsed(raw)
  const from = mail.from ?? mail.sender
  const named: [Correspondent['role'], Address[]][] = [
    ['from', from ? [from] : []],
    ['to', mail.to ?? []],
    ['cc', mail.cc ?? []],
  ]
  const all = named.flatMap(([role, said]) => said.flatMap((one) => correspondentsOf(role, one)))
  const correspondents = [...new Map(all.map((one) => [`${one.role} ${one.address}`, one])).values()]
  return {
    messageId: idsOf(mail.messageId)[0] ?? `<${digestOf(raw.toString('latin1')).toString('hex')}@without-id.invalid>`,
    references: [...new Set([...idsOf(mail.references), ...idsOf(mail.inReplyTo)])].slice(-50),
    correspondents: correspondents.slice(0, mostAddresses),
    beyond: Math.max(0, correspondents.length - mostAddresses),
    deliveredTo: deliveredTo(mail),
    isAutomatic: isAutomatic(mail.headers, from?.address ?? ''),
    isForged: isForged(mail.headers.find(({ key }) => key === 'authentication-results')?.value ?? ''),
    subject: oneLine(mail.subject ?? '').slice(0, longestSubject),
  }
}

/** Reads the words of a mail and the names of its files. S5.15: personal identity codes are left out. */
export async function readBody(raw: Buffer): Promise<MailBody> {
  const mail = await parsed(raw)
  const html = mail.html ? withoutIdentityCodes(safeHtml(plain(mail.html))) : null
  const words = mail.text?.trim() ? mail.text : mail.html ? wordsOf(mail.html) : ''
  return {
    text: withoutIdentityCodes(plain(words).replace(/\r\n/g, '\n').trimEnd()).slice(0, longestText),
    html: html || null,
    attachments: mail.attachments
      .filter(({ related }) => !related)
      .slice(0, 50)
      .map(({ filename, mimeType, content }) => ({
        name: withoutIdentityCodes(oneLine(filename ?? '').replace(/[\\/]/g, '_')).slice(0, 200),
        type: /^[\w.+-]+\/[\w.+-]+$/.test(mimeType) ? mimeType : 'application/octet-stream',
        bytes: typeof content === 'string' ? content.length : content.byteLength,
      })),
  }
}

/** The digest by which a mail is known: the same Message-ID is the same mail. */
export function digestOf(messageId: string): Buffer {
  return createHash('sha256').update(messageId).digest()
}

async function parsed(raw: Buffer): Promise<Email> {
  const bytes = readableHead(withoutMostParts(raw))
  const read = (from: Buffer) => PostalMime.parse(from, { maxNestingDepth: 100, maxRfc822NestingDepth: 2 })
  // A mail that cannot be parsed is shown as it stands, up to its first empty line at least.
  const mail = await read(bytes).catch(() =>
    read(headOf(bytes)).catch(() => ({ headers: [], headerLines: [], attachments: [] }) as Email),
  )
  if (!`${mail.text}${mail.html}`.includes('\ufffd')) return mail
  // Said to be UTF-8 and written in Windows-1252: an old habit of office programs.
  const said = Buffer.from(
    bytes.toString('latin1').replace(/charset="?(utf-8|us-ascii)"?/gi, 'charset=windows-1252'),
    'latin1',
  )
  const again = await read(said).catch(() => mail)
  return `${again.text}${again.html}`.includes('\ufffd') ? mail : again
}

// One mail of tens of thousands of parts held the reader of all mailboxes for ten seconds: it is read up to where they pass all reason.
function withoutMostParts(raw: Buffer): Buffer {
  const text = raw.toString('latin1').toLowerCase()
  const ends = [placeOf(text, '\n--', 1000), placeOf(text, 'message/rfc822', 50)]
  return raw.subarray(0, Math.min(raw.length, ...ends))
}

function placeOf(text: string, mark: string, nth: number): number {
  let at = -1
  for (let found = 0; found < nth; found += 1) {
    at = text.indexOf(mark, at + 1)
    if (at < 0) return text.length
  }
  return at
}

// RFC 5322 has no bytes above 127 in a head, RFC 6532 has UTF-8; some programs write Windows-1252 there.
function readableHead(raw: Buffer): Buffer {
  const head = headOf(raw)
  if (isUtf8(head)) return raw
  return Buffer.concat([Buffer.from(new TextDecoder('windows-1252').decode(head)), raw.subarray(head.length)])
}

function headOf(raw: Buffer): Buffer {
  const end = raw.indexOf('\r\n\r\n')
  const bare = end < 0 ? raw.indexOf('\n\n') : end
  return bare < 0 ? raw : raw.subarray(0, bare)
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function correspondentsOf(role: Correspondent['role'], { name, address, group }: Address): Correspondent[] {
  if (group) return group.flatMap((one) => correspondentsOf(role, one))
  const normal = normaliseEmail(address ?? '')
  return normal ? [{ role, address: normal, name: oneLine(name).slice(0, 200) }] : []
}

function idsOf(said: string | undefined): string[] {
  return (said?.match(/<[^<>\s]{1,900}>/g) ?? []).map(plain)
}

function deliveredTo(mail: Email): string[] {
  const keys = ['delivered-to', 'x-original-to', 'envelope-to', 'x-delivered-to', 'x-forwarded-to', 'bcc']
  const said = mail.headers.filter(({ key }) => keys.includes(key)).map(({ value }) => value)
  const routed = mail.headers
    .filter(({ key }) => key === 'received')
    .map(({ value }) => /\bfor <([^<>\s]+)>/i.exec(value)?.[1] ?? '')
  const found = [...said, ...routed].flatMap((value) => value.match(/[^\s<>,;:"]+@[^\s<>,;:"]+/g) ?? [])
  return [...new Set(found.slice(0, 100).map((one) => one.toLowerCase()))]
}

// The first of these lines is that of the last server. One that a stranger wrote above it could only call its own mail forged.
function isForged(results: string): boolean {
  if (/\bdmarc=pass\b/i.test(results)) return false
  if (/\bdmarc=fail\b/i.test(results)) return true
  return /\b(dkim|spf)=(soft)?fail\b/i.test(results) && !/\b(dkim|spf)=pass\b/i.test(results)
}

// PostgreSQL keeps no zero bytes, and half a surrogate pair is no text.
function plain(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed().normalize('NFC')
}

// Names and subjects: nothing in them breaks a line or turns the direction of reading, which would make `exe.pdf` of `fdp.exe`.
function oneLine(text: string): string {
  return plain(text)
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
}
