import type { AccessPorts } from '#access'
import type { MailSettings } from '#mail'
import type { Sending } from '#marketing'
import type { Relay } from '#recipients'
import type { RegisterPorts } from '#register'
import type { Mailbox } from './demo/mailbox.ts'

export interface AppOptions {
  /** Keys that the database must not hold are derived from it. */
  secret: string
  /** The address that people type; links begin with it. */
  publicUrl: string
  demo?: boolean
  /** Where the keys, seals and backups of this register lie. */
  directory?: string
  /** The demo's mailbox, where there is a demo. */
  mailbox?: Mailbox
  /** Who carries the mail, where there is any. */
  relay?: Relay
  /** How campaigns are sent, where a mail server is named. */
  sending?: Sending
  /** Where mail services are asked for consent, where they are others than those of the world. */
  mailServices?: MailSettings['services']
  logger?: boolean | { write(line: string): void }
  /** Origins beside the statement's own website whose pages may use the embed: the demo's. */
  websites?: readonly string[]
  /** Where the built desk lies. */
  deskFolder?: string
  /** Posts a minute from one address: to sign in, and from the public. */
  postsAMinute?: number
  ports?: AccessPorts & Partial<RegisterPorts>
}

/** Over https the name itself makes the browser insist on Secure, this host and the whole path. */
export function cookieNameOf({ publicUrl }: Pick<AppOptions, 'publicUrl'>) {
  return publicUrl.startsWith('https:') ? '__Host-seloste' : 'seloste'
}
