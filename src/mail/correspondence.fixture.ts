import { anApp } from '#test/app'
import { startDovecot } from './dovecot.fixture.ts'
import { mailboxWish, mailFrom, mailWorld } from './mail-world.fixture.ts'
import { startSmtp } from './smtp.fixture.ts'

export interface Shown {
  id: string
  threadId: string
  channel: string
  state: string
  message: string
  direction: string
  subject: string
  enquiryId: string | null
  messages: number
  hasFiles: boolean
  people: { personId: string }[]
}

/** A register whose service desk shares `info@valo.example`, on a real IMAP and a real SMTP server. */
export async function correspondence(place: string) {
  const dovecot = await startDovecot(place)
  const { port, caught } = await startSmtp(dovecot.password)
  const app = await anApp()
  const world = mailWorld(app)
  const [sales, service, billing] = [app.as('saku'), app.as('helmi'), app.as('bo')]
  const servers = { imap: dovecot.port, smtp: port, password: dovecot.password }
  const wish = { ...servers, shared: true, sharing: 'all', opensEnquiries: true }
  const mailbox = await world.mailbox('helmi', mailboxWish('info@valo.example', wish))
  return {
    ...{ ...app, ...world, dovecot, caught, sales, service, billing, mailbox },
    mail: (from: string, id: string, more: string[] = [], body = 'Voisitteko tehdä tarjouksen? Piotr 131052-308T') =>
      mailFrom(from, id, { more, body, to: 'info@valo.example' }),
    threads: async (show = 'open'): Promise<Shown[]> =>
      (await service('GET', `/message-threads?show=${show}`)).json().items,
  }
}
