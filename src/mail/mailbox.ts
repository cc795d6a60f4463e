import { Refusal } from '#platform/refusal'

/** What desks other than the mailbox's own see of its messages: that there was one, its subject, or all of it. */
export const sharings = ['metadata', 'subject', 'all'] as const
export type Sharing = (typeof sharings)[number]

export const waysToSignIn = ['password', 'microsoft', 'google'] as const
export type SignsIn = (typeof waysToSignIn)[number]

export const tlsKinds = ['tls', 'starttls', 'none'] as const
export type Tls = (typeof tlsKinds)[number]

/** `new` until its secret is given; `failing` is tried again more and more seldom; `closed` is read no more. */
export type MailboxState = 'new' | 'working' | 'failing' | 'paused' | 'closed'

/** Where a mail server is. */
export interface MailServer {
  host: string
  port: number
  tls: Tls
}

export type MailFault =
  | 'MAIL_SERVER_NOT_FOUND'
  | 'MAIL_SERVER_SILENT'
  | 'MAIL_SERVER_REFUSED'
  | 'MAIL_TLS_FAILED'
  | 'MAIL_SIGN_IN_FAILED'
  | 'MAIL_FOLDER_MISSING'
  | 'MAIL_ADDRESS_REFUSED'
  | 'MAIL_TOO_LARGE'
  | 'MAIL_NOT_TAKEN'
  | 'MAIL_SECRET_MISSING'
  | 'MAIL_CONSENT_ENDED'

/** A server and the one address that its line is opened to. */
export interface PlacedServer extends MailServer {
  address: string
}

/** A server as somebody typed it: its name alone, without scheme, path or spaces. */
export function serverOf(field: 'imap' | 'smtp', { host, port, tls }: MailServer): MailServer {
  const plain = host.trim().toLowerCase().replace(/\.$/, '')
  const isName = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,62}\.?)*$/.test(plain) && !plain.includes('..')
  const isAddress = /^[0-9a-f:]+$/.test(plain) && plain.includes(':')
  if (!isName && !isAddress) throw new Refusal('MAIL_HOST_NOT_VALID', 422, { field: `${field}.host` })
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Refusal('VALUE_NOT_VALID', 422, { field: `${field}.port` })
  return { host: plain, port, tls }
}

const [minute, longest] = [60_000, 6 * 60 * 60_000]

/** When a mailbox is read next: every second minute, and after each failure twice as late, six hours at most. */
export function nextReading(at: Date, failures: number): Date {
  const wait = failures === 0 ? 2 * minute : Math.min(2 ** Math.min(failures, 12) * minute, longest)
  return new Date(at.getTime() + wait)
}

interface LineFault {
  code?: string
  responseCode?: number
  responseStatus?: string
  authenticationFailed?: boolean
  serverResponseCode?: string
  message?: string
  cause?: unknown
}

/** What went wrong on the line, as a code of ours: a server's own words may repeat an address, so they are never kept. */
export function faultOf(fault: unknown): MailFault {
  const { code = '', responseCode = 0, authenticationFailed, message = '', cause } = fault as LineFault
  if (authenticationFailed || code === 'EAUTH' || responseCode === 535 || responseCode === 534)
    return 'MAIL_SIGN_IN_FAILED'
  if (/\b(ENOTFOUND|EAI_AGAIN|EDNS)\b/.test(`${code} ${message}`)) return 'MAIL_SERVER_NOT_FOUND'
  if (/\b(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)\b/.test(`${code} ${message}`)) return 'MAIL_SERVER_REFUSED'
  if (
    /^(ETLS|EPROTO|ERR_(SSL|TLS)|CERT_|DEPTH_|SELF_SIGNED|UNABLE_TO|ERR_OSSL)/.test(code) ||
    /STARTTLS|certificate|wrong version number/i.test(message)
  )
    return 'MAIL_TLS_FAILED'
  if (code === 'EENVELOPE') return 'MAIL_ADDRESS_REFUSED'
  if (responseCode === 552) return 'MAIL_TOO_LARGE'
  if (responseCode >= 400) return 'MAIL_NOT_TAKEN'
  if (cause) return faultOf(cause)
  return 'MAIL_SERVER_SILENT'
}

/** Why a message was not taken, as the line tells it. */
export function faultPassed(
  passed: { how: 'refused' | 'later'; at: string; reply: string } | { how: 'not-begun' },
): MailFault {
  if (passed.how === 'not-begun') return 'MAIL_SERVER_SILENT'
  if (/^552\b| 5\.3\.4/.test(passed.reply) && passed.at === 'message') return 'MAIL_TOO_LARGE'
  return passed.at === 'recipient' ? 'MAIL_ADDRESS_REFUSED' : 'MAIL_NOT_TAKEN'
}
