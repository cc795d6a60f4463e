import { sql } from 'kysely'
import { perform } from '#ledger'
import { inForce } from '#register'
import type { TestApp } from '#test/app'
import type { CastName } from '#test/people'
import { useMailHosts } from './connection.ts'
import { mailKeysOf } from './mail-keys.ts'
import type { MailRunning, MailSettings } from './reach.ts'
import { readMailboxes } from './read-mailbox.ts'
import { takeInMessages } from './take-in-messages.ts'

/** What the application's routes use too, so that both open the same secrets. */
export const settings: MailSettings = {
  keys: mailKeysOf('a secret for tests only'),
  publicUrl: 'http://register.valo.example',
}

/** A mail as it lies in a mailbox, to `saku@valo.example` unless a line says otherwise. */
export function mailFrom(
  from: string,
  id: string,
  { more = [], body = 'Hei!', to = 'saku@valo.example' }: MailWish = {},
) {
  return [
    `From: ${from}`,
    `To: ${to}`,
    `Message-ID: <${id}@x.example>`,
    `Subject: Asia ${id}`,
    ...more,
    '',
    body,
    '',
  ].join('\n')
}

interface MailWish {
  more?: string[]
  body?: string
  to?: string
}

/** A mailbox's settings as the desk posts them; both servers on loopback. */
export function mailboxWish(
  address: string,
  {
    imap = 1,
    smtp = 1,
    password = 'salasana',
    ...more
  }: Record<string, unknown> & { imap?: number; smtp?: number; password?: string } = {},
) {
  return {
    ...{ name: address, address, sharing: 'metadata', signsIn: 'password', login: address.split('@')[0] },
    ...{ readFrom: '2020-01-01', password, shared: false },
    imap: { host: '127.0.0.1', port: imap, tls: 'none' },
    smtp: { host: '127.0.0.1', port: smtp, tls: 'none' },
    ...more,
  }
}

/** A register with mail: the rows of a query, and reading every mailbox now. */
export function mailWorld({ as, register }: TestApp) {
  // Mails of one instant have no order: each comes a second after the one before.
  let seconds = 0
  const laterThanBefore = (at: Date) => new Date(at.getTime() - 3_600_000 + 1000 * seconds++)
  const owner = register.db.owner()
  useMailHosts(register, ['127.0.0.1'])
  const rows = async <R = Record<string, unknown>>(query: string) => (await sql.raw<R>(query).execute(owner)).rows
  return {
    rows,
    read: async () => {
      await sql`update register.mailbox set next_read_at = null`.execute(owner)
      return readMailboxes(register as unknown as MailRunning, settings)
    },
    person: async (name: string, email: string, more: object = {}) => {
      const values = { 'person.name': name, 'person.email': email }
      return (await as('saku')('POST', '/people', { values, source: 'order', ...more })).json().id as string
    },
    mailbox: async (who: CastName, wish: object) => {
      const made = await as(who)('POST', '/mailboxes', wish)
      if (made.statusCode !== 201) throw new Error(made.body)
      return made.json().id as string
    },
    /** As if these mails had been read from the mailbox just now. */
    arrive: async (mailbox: string, mails: readonly Arriving[], role: 'inbox' | 'sent' = 'inbox') => {
      const at = register.now()
      const [box] = await rows<{ address: string }>(`select address from register.mailbox where id = '${mailbox}'`)
      const occasion = { by: 'mail', duty: 'intake', purpose: 'customer-communication', at, under: '1' }
      return perform(register.db, occasion, (act) =>
        takeInMessages(act as never, inForce(register), {
          mailbox: { id: mailbox, address: box?.address ?? '', opensEnquiries: false, groupCompany: null },
          position: { role, path: role, uidValidity: '1', lastUid: mails.length, modseq: null },
          passedOver: 0,
          messages: mails.map(
            (
              {
                id,
                messageId = `<${id}@x.example>`,
                from,
                cc = [],
                subject = `Asia ${id}`,
                text = 'Hei!',
                references = [],
              },
              n,
            ) => ({
              ...{ uid: n + 1, at: laterThanBefore(at), bytes: text.length, isCut: false, copiedBy: null },
              body: { text, html: `<p>${text}</p>`, attachments: [] },
              head: {
                ...{
                  messageId,
                  references,
                  subject,
                  beyond: 0,
                  deliveredTo: [],
                  isAutomatic: false,
                },
                correspondents: [
                  { role: 'from' as const, address: from, name: '' },
                  { role: 'to' as const, address: box?.address ?? '', name: '' },
                  ...cc.map((address) => ({ role: 'cc' as const, address, name: '' })),
                ],
              },
            }),
          ),
        }),
      )
    },
  }
}

interface Arriving {
  id: string
  messageId?: string
  from: string
  cc?: string[]
  subject?: string
  text?: string
  references?: string[]
}
