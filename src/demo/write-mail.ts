import { sql } from 'kysely'
import { type Act, look, type Occasion, perform } from '#ledger'
import { keepSecret, mailKeysOf, saveTemplate, setUpMailbox, takeInMessages } from '#mail'
import { type InForce, inForce } from '#register'
import type { Running } from '#statement'
import type { Database } from '../database.ts'

interface Writing {
  as(by: 'saku' | 'helmi' | 'mail', daysAgo: number): Occasion
}

interface Told {
  box: 'service' | 'own'
  daysAgo: number
  /** Whose address: the n-th contact of the register. */
  who: number
  /** Who gets every message of it for information. */
  cc?: number
  subject: string
  /** What they wrote, what was answered, and so on; the last word is theirs where the number is odd. */
  words: readonly string[]
}

const story: readonly Told[] = [
  {
    ...{ box: 'service', daysAgo: 1, who: 0, subject: 'Lämpöpumpun hälytys E7' },
    words: [
      'Hei,\n\nkonehuoneen lämpöpumppu näyttää hälytystä E7 aamusta asti. Voitteko lähettää huoltajan vielä tällä viikolla?\n\nTerveisin',
    ],
  },
  {
    ...{ box: 'service', daysAgo: 3, who: 4, subject: 'Huoltoaika ensi viikolle' },
    words: [
      'Hei, sopisiko vuosihuolto ensi viikon tiistaille?',
      'Hei!\n\nTiistai kello 9 sopii hyvin. Asentaja soittaa, kun on puolen tunnin päässä.\n\nHelmi Aaltola\nValo Energia Oy',
      'Erinomaista, portilla on silloin joku vastassa. Kiitos!',
    ],
  },
  {
    ...{ box: 'service', daysAgo: 6, who: 8, subject: 'Fråga om garantin' },
    words: [
      'Hej,\n\ngäller garantin också cirkulationspumpen som byttes i höstas?\n\nHälsningar',
      'Hej!\n\nJa, den nya pumpen har två års garanti från bytet.\n\nHelmi Aaltola',
    ],
  },
  {
    ...{ box: 'own', daysAgo: 2, who: 12, cc: 13, subject: 'Tarjous kahdesta ilma-vesilämpöpumpusta' },
    words: [
      'Hei Saku,\n\nkiitos käynnistä. Laittaisitko tarjouksen molemmista vaihtoehdoista, joista puhuimme?',
      'Hei!\n\nTarjous tulee teille huomiseen mennessä. Lisään siihen myös vuosihuollon hinnan.\n\nSaku Koskela',
      'Hienoa. Hallitus kokoontuu ensi maanantaina, joten ennen sitä olisi hyvä.',
    ],
  },
  {
    ...{ box: 'own', daysAgo: 12, who: 16, subject: 'Sopimuksen jatko' },
    words: ['Hei, jatkamme huoltosopimusta samoilla ehdoilla.', 'Kiitos, lähetän vahvistuksen.\n\nSaku Koskela'],
  },
]

const templates = [
  {
    name: 'Huoltoajan vahvistus',
    texts: {
      fi: {
        subject: 'Huoltoaika vahvistettu',
        text: 'Hei {{person.givenName}},\n\nhuoltoaika on vahvistettu. Asentaja soittaa, kun on puolen tunnin päässä.\n\nTerveisin\n{{me.name}}\n{{me.groupCompany}}',
      },
      sv: {
        subject: 'Servicetiden är bekräftad',
        text: 'Hej {{person.givenName}},\n\nservicetiden är bekräftad. Montören ringer när det är en halv timme kvar.\n\nHälsningar\n{{me.name}}\n{{me.groupCompany}}',
      },
    },
  },
  {
    name: 'Kiitos käynnistä',
    texts: {
      fi: {
        subject: 'Kiitos tapaamisesta',
        text: 'Hei {{person.givenName}},\n\nkiitos, että ehditte tavata. Palaan tarjoukseen ensi viikolla.\n\nTerveisin\n{{me.name}}',
      },
    },
  },
]

/** The demo's correspondence: a mailbox that service shares, one of Saku's own, and some threads. Neither mailbox is read. */
export async function writeMail(register: Running<Database>, { as }: Writing) {
  const rules = inForce(register)
  const doing = <R>(occasion: Occasion, deed: (act: Act<never>, rules: InForce) => Promise<R>) =>
    perform(register.db, occasion, (act) => deed(act as unknown as Act<never>, rules))
  const addresses = await look(register.db, as('saku', 0), async (view) => {
    view.saw([], []) // the demo's own invented people
    const { rows } = await sql<{ address: string }>`
      select address from register.person_email order by id limit 40`.execute(view.db as never)
    return rows.map(({ address }) => address)
  })
  const server = { tls: 'tls' as const, port: 993 }
  const boxes = { service: 'asiakaspalvelu@valo.example', own: 'saku.koskela@valo.example' }
  const ids = { service: '', own: '' }
  for (const [box, by] of [
    ['service', 'helmi'],
    ['own', 'saku'],
  ] as const) {
    ids[box] = await doing(as(by, 60), (act, rules) =>
      setUpMailbox(act, rules, {
        ...{ name: box === 'own' ? 'Sakun posti' : 'Asiakaspalvelu', address: boxes[box], signsIn: 'password' },
        ...{ sharing: box === 'own' ? 'subject' : 'all', shared: box === 'service', opensEnquiries: box === 'service' },
        ...{
          imap: { ...server, host: 'imap.valo.example' },
          smtp: { ...server, host: 'smtp.valo.example', port: 465 },
        },
      }),
    )
    await perform(register.db, as('mail', 60), async (act) => {
      await sql`update register.mailbox set state = 'paused' where id = ${ids[box]}`.execute(act.db as never)
      await act.record({ what: 'mailbox.paused', about: ids[box] })
    })
  }
  for (const template of templates) await doing(as('helmi', 50), (act, rules) => saveTemplate(act, rules, template))
  for (const [n, told] of story.entries()) await tell(n, told)

  async function tell(n: number, { box, daysAgo, who, cc, subject, words }: Told) {
    const theirs = addresses[who] ?? addresses[0] ?? 'asiakas@valo.example'
    const copied = cc === undefined ? undefined : addresses[cc]
    const idOf = (at: number) => `<demo-${n}-${at}@valo.example>`
    for (const [at, text] of words.entries()) {
      const occasion = as('mail', daysAgo + (words.length - at) * 0.2)
      const [from, to] = at % 2 === 0 ? [theirs, boxes[box]] : [boxes[box], theirs]
      const head = {
        ...{ messageId: idOf(at), references: words.slice(0, at).map((_, before) => idOf(before)) },
        ...{ subject: at === 0 ? subject : `Vs: ${subject}`, beyond: 0, deliveredTo: [], isAutomatic: false },
        correspondents: [
          { role: 'from' as const, address: from, name: '' },
          { role: 'to' as const, address: to, name: '' },
          ...(copied ? [{ role: 'cc' as const, address: copied, name: '' }] : []),
        ],
      }
      const body = { text, html: null, attachments: [] }
      await doing(occasion, (act, rules) =>
        takeInMessages(act, rules, {
          mailbox: { id: ids[box], address: boxes[box], opensEnquiries: false, groupCompany: null },
          position: { role: 'inbox', path: 'INBOX', uidValidity: '1', lastUid: 0, modseq: null },
          messages: [
            { uid: n * 10 + at + 1, at: occasion.at, bytes: text.length, head, body, isCut: false, copiedBy: null },
          ],
          passedOver: 0,
        }),
      )
    }
  }
}

/** Lets the demo's mailboxes send into its own mailbox on loopback, whose port is another at each start. */
export async function sendIntoMailbox(register: Running<Database>, secret: string, smtpUrl: string) {
  const settings = { keys: mailKeysOf(secret), publicUrl: '' }
  const { hostname, port } = new URL(smtpUrl)
  const at = register.now()
  const as = (by: string, duty: string): Occasion => ({ by, duty, purpose: 'customer-communication', at, under: '1' })
  const boxes = await look(register.db, as('mail', 'intake'), async (view) => {
    view.saw([], [])
    const { rows } = await sql<{ id: string; owner: string | null; duty: string | null }>`
      select id, owner, duty from register.mailbox where state = 'paused' and imap_host = 'imap.valo.example'`.execute(
      view.db as never,
    )
    return rows
  })
  for (const { id, owner, duty } of boxes) {
    await perform(register.db, as(owner ?? 'mail', duty ?? 'sales'), async (act) => {
      await sql`update register.mailbox set smtp_host = ${hostname}, smtp_port = ${Number(port)}, smtp_tls = 'none' where id = ${id}`.execute(
        act.db as never,
      )
      await act.record({ what: 'mailbox.changed', about: id })
    })
    const secretOf = { mailboxId: id, secret: { password: 'demo' }, by: 'mail', what: 'mailbox.secret-kept' }
    await keepSecret(register as never, settings, secretOf)
  }
}
