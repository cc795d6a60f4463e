import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import PostalMime from 'postal-mime'
import { anApp } from '#test/app'
import { dovecotHere, noDovecot, startDovecot } from './dovecot.fixture.ts'
import { mailKeysOf } from './mail-keys.ts'
import type { MailRunning } from './reach.ts'
import { readMailboxes } from './read-mailbox.ts'
import { startSmtp } from './smtp.fixture.ts'

interface Shown {
  id: string
  threadId: string
  channel: string
  state: string
  message: string
  direction: string
  subject: string
  enquiryId: string | null
  messages: number
  people: { personId: string }[]
}

const place = dovecotHere()
if (!place) console.error(`\n${noDovecot}\n`)

test('writing to people, by real SMTP and into a real folder', { skip: place ? false : noDovecot }, async (t) => {
  const dovecot = await startDovecot(place as string)
  const { port, caught } = await startSmtp(dovecot.password)

  const { as, register, ledger } = await anApp()
  const [sales, service, billing] = [as('saku'), as('helmi'), as('bo')]
  const owner = register.db.owner()
  const rows = async (query: string) => (await sql.raw(query).execute(owner)).rows as Record<string, unknown>[]
  const read = async () => {
    await sql`update register.mailbox set next_read_at = null`.execute(owner)
    const settings = { keys: mailKeysOf('a secret for tests only'), publicUrl: 'http://register.valo.example' }
    return readMailboxes(register as unknown as MailRunning, settings)
  }
  const box = (address: string, more: object) => ({
    ...{
      name: address,
      address,
      sharing: 'all',
      signsIn: 'password',
      login: address.split('@')[0],
      readFrom: '2020-01-01',
    },
    imap: { host: '127.0.0.1', port: dovecot.port, tls: 'none' },
    smtp: { host: '127.0.0.1', port, tls: 'none' },
    ...{ password: dovecot.password, shared: true, ...more },
  })
  const made = await service('POST', '/mailboxes', box('info@valo.example', { opensEnquiries: true }))
  assert.equal(made.statusCode, 201, made.body)
  const mailbox = made.json().id as string
  const person = async (name: string, email: string, source = 'order') =>
    (await sales('POST', '/people', { values: { 'person.name': name, 'person.email': email }, source })).json()
      .id as string
  const aino = await person('Aino Mäki', 'aino@koti.example')
  const mail = (
    from: string,
    id: string,
    more: string[] = [],
    body = 'Voisitteko tehdä tarjouksen? Terveisin Piotr 131052-308T',
  ) =>
    [
      `From: ${from}`,
      'To: info@valo.example',
      `Message-ID: <${id}@x.example>`,
      `Subject: Asia ${id}`,
      ...more,
      '',
      body,
      '',
    ].join('\n')
  const threads = async (show = 'open') =>
    (await service('GET', `/message-threads?show=${show}`)).json().items as Shown[]

  await t.test(
    'a mail to the register’s address opens an enquiry, once, with its source; a machine’s mail opens none',
    async () => {
      await dovecot.deliver('info', mail('Piotr Nowak <piotr@uusi.example>', 'e1'))
      await dovecot.deliver('info', mail('Piotr Nowak <piotr@uusi.example>', 'e2', ['Auto-Submitted: auto-replied']))
      await dovecot.deliver('info', mail('lista@uutiskirje.example', 'e3', ['List-Id: <x.uutiskirje.example>']))
      const before = (await ledger()).length
      assert.equal(await read(), 1)
      assert.deepEqual((await ledger()).slice(before), [
        ...['person.created by mail', 'enquiry.received by mail', 'notice.queued by mail', 'messages.taken-in by mail'],
      ])
      const { items } = (await sales('GET', '/enquiries')).json()
      assert.deepEqual(
        items.map(({ channel, state, message }: Shown) => [channel, state, message]),
        [['email', 'new', 'Asia e1\n\nVoisitteko tehdä tarjouksen? Terveisin Piotr […]']],
      )
      assert.deepEqual(await rows('select source from register.enquiry'), [{ source: 'contact' }])
      assert.deepEqual(await rows(`select passed_over::int as over from register.mailbox`), [{ over: 2 }])
      assert.deepEqual(
        (await threads()).map(({ subject, enquiryId }) => [subject, enquiryId]),
        [['Asia e1', items[0].id]],
      )
    },
  )

  await t.test(
    'the answer leaves by SMTP with the waiting notice, lies in the folder of what was sent, and answers the enquiry',
    async () => {
      const [thread] = await threads()
      const before = (await ledger()).length
      const answer = {
        mailbox,
        to: [{ person: thread?.people[0].personId }],
        subject: 'Vs: Asia e1',
        text: 'Kiitos, palaamme pian.',
        answers: thread?.id,
      }
      const sent = await service('POST', '/messages', { payload: answer, headers: { 'accept-language': 'fi' } })
      assert.deepEqual([sent.statusCode, sent.json().state], [201, 'sent'], sent.body)
      assert.deepEqual((await ledger()).slice(before), [
        ...['message.written by helmi', 'message.sent by helmi', 'notice.given by helmi', 'enquiry.answered by helmi'],
      ])
      const [one] = caught
      const parsed = await PostalMime.parse(one?.raw ?? '')
      assert.deepEqual(
        [one?.to, parsed.from?.address, parsed.inReplyTo, parsed.subject],
        [['piotr@uusi.example'], 'info@valo.example', '<e1@x.example>', 'Vs: Asia e1'],
      )
      assert.match(parsed.text ?? '', /Kiitos, palaamme pian\.[\s\S]*rekisterissä/)
      const copies = await dovecot.mailsIn('info', 'Sent')
      assert.equal(copies.length, 1)
      assert.equal(await read(), 0, 'what we put there is not taken in again')
      assert.deepEqual(await threads(), [], 'nothing waits for an answer')
      assert.equal((await sales('GET', '/enquiries?state=answered')).json().items.length, 1)
    },
  )

  await t.test('what the enquirer writes next lands on the enquiry and opens it again', async () => {
    const [{ message_id }] = (await rows(`select message_id from register.message where direction = 'out'`)) as [
      { message_id: string },
    ]
    await register.setClock('2026-03-02T12:20:00+02:00')
    await dovecot.deliver(
      'info',
      mail('piotr@uusi.example', 'e4', [`In-Reply-To: ${message_id}`, `References: <e1@x.example> ${message_id}`]),
      { at: '2026-03-02T10:15:00Z' },
    )
    assert.equal(await read(), 1)
    const { items } = (await sales('GET', '/enquiries')).json()
    assert.deepEqual(
      items.map(({ state }: Shown) => state),
      ['assigned'],
    )
    const [thread] = await threads()
    assert.equal(thread?.messages, 3)
    const whole = (await service('GET', `/message-threads/${thread?.threadId}`)).json()
    assert.deepEqual(
      whole.items.map(({ direction, enquiryId }: Shown) => [direction, enquiryId === items[0].id]),
      [
        ['in', true],
        ['out', true],
        ['in', true],
      ],
    )
    assert.equal(
      (await service('POST', `/message-threads/${thread?.threadId}/settlement`, { settled: true })).statusCode,
      204,
    )
    assert.deepEqual(await threads(), [])
  })

  await t.test(
    'a blind copy to one’s own address is kept as what one sent, and a stranger’s guess is not',
    async () => {
      const { address } = (await sales('POST', '/copy-address', { payload: {} })).json()
      assert.match(address, /^info\+bcc-[0-9a-f]{32}@valo\.example$/)
      const written = mail('Saku <saku@muualla.example>', 'b1', [`Delivered-To: ${address}`]).replace(
        'To: info@',
        'Cc: muu@muu.example\nTo: aino@koti.example, x@',
      )
      await dovecot.deliver('info', written)
      await dovecot.deliver(
        'info',
        mail('Saku <saku@muualla.example>', 'b2', [
          'Delivered-To: info+bcc-0123456789abcdef0123456789abcdef@valo.example',
          'List-Id: <a>',
        ]),
      )
      assert.equal(await read(), 1)
      assert.deepEqual(
        await rows(
          `select direction, sent_by is not null as said, enquiry_id from register.message where message_id like '<b%'`,
        ),
        [{ direction: 'out', said: true, enquiry_id: null }],
      )
      assert.deepEqual(
        await rows(
          `select count(*)::int as n from register.mail_copy where position('${address.slice(9, 41)}' in encode(sealed, 'escape')) > 0`,
        ),
        [{ n: 0 }],
      )
    },
  )

  await t.test(
    'a template is filled in from declared fields, and a field without value stays to be filled by hand',
    async () => {
      const texts = {
        fi: { subject: 'Hei {{person.givenName}}', text: 'Hei {{person.name}}, {{company.name}}!\n{{me.name}}' },
      }
      const made = await sales('POST', '/mail-templates', { name: 'Tervehdys', texts })
      assert.equal(made.statusCode, 201, made.body)
      const preview = await service('POST', '/message-previews', {
        template: made.json().id,
        person: aino,
        language: 'fi',
      })
      assert.deepEqual(preview.json(), {
        subject: 'Hei Aino',
        text: 'Hei Aino Mäki, {{company.name}}!\nHelmi Aaltola',
        missing: ['company.name'],
      })
      const left = await service('POST', '/messages', {
        mailbox,
        to: [{ person: aino }],
        subject: 'x',
        text: preview.json().text,
      })
      assert.deepEqual([left.json().code, left.json().detail.field], ['TEMPLATE_FIELD_OPEN', 'text'])
      for (const name of ['com.paymentTerms', 'person.shoeSize', '__proto__']) {
        const refused = await service('POST', '/mail-templates', {
          name: 'Muu',
          texts: { fi: { subject: 'x', text: `{{${name}}}` } },
        })
        assert.equal(refused.json().code, 'TEMPLATE_FIELD_REFUSED', name)
      }
      assert.equal(
        (await sales('POST', '/mail-templates', { name: 'TERVEHDYS', texts })).json().code,
        'TEMPLATE_NAME_TAKEN',
      )
      assert.equal((await billing('GET', '/mail-templates')).statusCode, 403)
    },
  )

  await t.test('to more than five one writes by a campaign, also when one template goes out one by one', async () => {
    const to = Array.from({ length: 6 }, () => ({ person: aino }))
    assert.equal(
      (await service('POST', '/messages', { mailbox, to, subject: 'x', text: 'x' })).json().code,
      'MAIL_TOO_MANY',
    )
    const [{ id: template }] = (await service('GET', '/mail-templates')).json().items
    const codes = []
    for (let at = 0; at < 21; at += 1)
      codes.push(
        (
          await service('POST', '/messages', {
            mailbox,
            to: [{ person: aino }],
            subject: `x ${at}`,
            text: 'x',
            template,
          })
        ).json().code,
      )
    assert.deepEqual(codes.filter(Boolean), ['MAIL_TOO_MANY'])
  })

  await t.test(
    'what is not taken stays with its reason and can be sent again; other desks’ mailboxes are not ours',
    async () => {
      const gone = await person('Poissa Oleva', 'poissa@koti.example')
      const failed = await service('POST', '/messages', { mailbox, to: [{ person: gone }], subject: 'x', text: 'x' })
      assert.deepEqual(
        [failed.statusCode, failed.json().state, failed.json().fault],
        [201, 'failed', 'MAIL_ADDRESS_REFUSED'],
        failed.body,
      )
      const again = await service('POST', `/messages/${failed.json().id}/again`, { payload: {} })
      assert.equal(again.json().state, 'failed')
      const sent = (await threads('sent')).find(({ state }) => state === 'sent')
      assert.equal(
        (await service('POST', `/messages/${sent?.id}/again`, { payload: {} })).json().code,
        'MESSAGE_STATE',
        'never twice',
      )
      assert.equal(
        (await sales('POST', '/messages', { mailbox, to: [{ person: aino }], subject: 'x', text: 'x' })).json().code,
        'MAILBOX_OF_OTHERS',
      )
      assert.equal(
        (
          await service('POST', '/messages', { mailbox, to: [{ person: aino }], subject: 'x', text: '131052-308T' })
        ).json().code,
        'PERSONAL_IDENTITY_CODE',
      )
      assert.equal(
        (await billing('POST', '/messages', { mailbox, to: [{ person: aino }], subject: 'x', text: 'x' })).statusCode,
        403,
      )
    },
  )

  await t.test('a file stays in the mailbox and is fetched when it is asked for', async () => {
    const parts = [
      '--B',
      'Content-Type: text/plain',
      '',
      'Liitteenä.',
      '--B',
      'Content-Type: application/pdf',
      'Content-Disposition: attachment; filename="kuva.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      'SGVp',
      '--B--',
      '',
    ]
    await dovecot.deliver(
      'info',
      mail(
        'aino@koti.example',
        'f1',
        ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=B'],
        parts.join('\n'),
      ),
    )
    await read()
    const [thread] = await threads()
    const [shown] = (await service('GET', `/message-threads/${thread?.threadId}`)).json().items
    assert.deepEqual(shown.attachments, [{ name: 'kuva.pdf', type: 'application/pdf', bytes: 3 }])
    const file = await service('GET', `/messages/${shown.id}/files/0`)
    assert.deepEqual(
      [file.statusCode, file.body, file.headers['content-type']],
      [200, 'Hei', 'application/octet-stream'],
      file.body,
    )
    assert.equal((await service('GET', `/messages/${shown.id}/files/1`)).statusCode, 404)
  })

  await t.test('a mail of fifty megabytes is taken in by its words, and its file is left where it is', async () => {
    const head = mail(
      'aino@koti.example',
      'g1',
      ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=B'],
      '--B\nContent-Type: text/plain\n\nIso kuva.\n--B\nContent-Type: image/png; name="a.png"\nContent-Disposition: attachment; filename="a.png"\nContent-Transfer-Encoding: base64\n\n',
    )
    await dovecot.deliver(
      'info',
      Buffer.concat([
        Buffer.from(head.replace(/\n/g, '\r\n')),
        Buffer.alloc(50_000_000, `${'A'.repeat(76)}\r\n`),
        Buffer.from('\r\n--B--\r\n'),
      ]),
    )
    assert.equal(await read(), 1)
    const [thread] = await threads()
    const [shown] = (await service('GET', `/message-threads/${thread?.threadId}`)).json().items
    assert.deepEqual([shown.text, shown.isCut], ['Iso kuva.', true])
    assert.equal((await service('GET', `/messages/${shown.id}/files/0`)).json().code, 'MAIL_FILE_TOO_LARGE')
  })
})
