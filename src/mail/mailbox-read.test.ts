import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { useMailHosts } from './connection.ts'
import { dovecotHere, noDovecot, startDovecot } from './dovecot.fixture.ts'
import { mailKeysOf } from './mail-keys.ts'
import type { MailRunning } from './reach.ts'
import { readMailboxes } from './read-mailbox.ts'

const place = dovecotHere()
if (!place) console.error(`\n${noDovecot}\n`)

test('a mailbox on a real IMAP server', { skip: place ? false : noDovecot }, async (t) => {
  const dovecot = await startDovecot(place as string)
  const { as, register, ledger } = await anApp()
  const [sales, service] = [as('saku'), as('helmi')]
  const owner = register.db.owner()
  const running = register as unknown as MailRunning
  useMailHosts(register, ['127.0.0.1'])
  const settings = { keys: mailKeysOf('a secret for tests only'), publicUrl: 'http://register.valo.example' }
  const read = async () => {
    await sql`update register.mailbox set next_read_at = null`.execute(owner)
    return readMailboxes(running, settings)
  }
  const rows = async (query: string) => (await sql.raw(query).execute(owner)).rows as Record<string, unknown>[]
  const server = { host: '127.0.0.1', port: dovecot.port, tls: 'none' }
  const wish = (address: string) => ({
    ...{ name: address, address, sharing: 'metadata', signsIn: 'password', login: address.split('@')[0] },
    ...{ imap: server, smtp: { ...server, port: 1 }, readFrom: '2020-01-01', password: dovecot.password },
  })
  const customer = (
    await sales('POST', '/companies', {
      values: { 'org.name': 'Kivelän Puu Oy', 'org.email': 'info@kivela.example' },
      source: 'order',
    })
  ).json()
  const values = { 'person.name': 'Eero Salo', 'person.email': 'eero.salo@kivela.example' }
  await sales('POST', '/people', { values, company: customer.id, source: 'order' })
  const mail = (from: string, id: string, more: string[] = [], body = 'Hei!') =>
    [
      `From: ${from}`,
      'To: saku@valo.example',
      `Message-ID: <${id}@x.example>`,
      `Subject: Asia ${id}`,
      ...more,
      '',
      body,
      '',
    ].join('\n')
  let mine = ''

  await t.test('of its mails only those with people of the register are kept, and the others are counted', async () => {
    for (const text of [
      mail('Eero Salo <Eero.Salo@kivela.example>', '1', ['Cc: ystava@muu.example']),
      mail('joku@muu.example', '2', [], 'Yksityistä'),
      mail('info@kivela.example', '3'),
    ])
      await dovecot.deliver('saku', text)
    const made = await sales('POST', '/mailboxes', { ...wish('saku@valo.example'), shared: false })
    assert.equal(made.statusCode, 201, made.body)
    mine = made.json().id
    const before = (await ledger()).length
    assert.equal(await read(), 2, JSON.stringify(await rows('select state, fault from register.mailbox')))
    assert.deepEqual((await ledger()).slice(before), ['messages.taken-in by mail'])
    assert.deepEqual(await rows('select passed_over::int as over, state from register.mailbox'), [
      { over: 1, state: 'working' },
    ])
    assert.deepEqual(await rows('select others from register.message order by message_id'), [
      { others: 1 },
      { others: 0 },
    ])
    const everything = JSON.stringify([
      ...(await rows('select * from register.message')),
      ...(await rows('select * from register.message_person')),
      ...(await rows('select * from register.message_subject')),
      ...(await rows('select * from register.message_body')),
    ])
    assert.doesNotMatch(everything, /muu\.example|Yksityist/, 'nothing of anybody else')
  })

  await t.test('the next reading takes only what is new, and a folder numbered anew brings nothing twice', async () => {
    assert.equal(await read(), 0)
    await dovecot.deliver(
      'saku',
      mail('eero.salo@kivela.example', '4', ['In-Reply-To: <1@x.example>', 'References: <1@x.example>']),
    )
    assert.equal(await read(), 1)
    assert.equal(
      (
        await rows(
          "select distinct thread_id from register.message where message_id in ('<1@x.example>', '<4@x.example>')",
        )
      ).length,
      1,
    )
    const before = await rows("select uid_validity::text from register.mailbox_folder where role = 'inbox'")
    await dovecot.numberAnew('saku')
    await dovecot.deliver('saku', mail('eero.salo@kivela.example', '5'))
    assert.equal(await read(), 1)
    assert.notDeepEqual(
      await rows("select uid_validity::text from register.mailbox_folder where role = 'inbox'"),
      before,
    )
    assert.equal((await rows('select from register.message')).length, 4)
  })

  await t.test('what was sent with another program is found in its own folder', async () => {
    await dovecot.deliver(
      'saku',
      mail('Saku <saku@valo.example>', '6').replace('To: saku@valo.example', 'To: eero.salo@kivela.example'),
      { folder: 'Sent' },
    )
    assert.equal(await read(), 1)
    assert.deepEqual(await rows(`select direction, state from register.message where message_id = '<6@x.example>'`), [
      { direction: 'out', state: 'sent' },
    ])
  })

  await t.test(
    'a wrong password, a closed port and an unknown name each have their own word, and back-off grows',
    async () => {
      const { items } = (await sales('GET', '/mailboxes')).json()
      const change = async (more: object) => {
        const [{ revision }] = (await sales('GET', '/mailboxes'))
          .json()
          .items.filter(({ id }: { id: string }) => id === mine)
        const payload = { ...wish('saku@valo.example'), ...more }
        assert.equal(
          (await sales('PUT', `/mailboxes/${mine}`, { payload, headers: { 'if-match': String(revision) } })).statusCode,
          204,
        )
      }
      const trial = async () => (await sales('POST', `/mailboxes/${mine}/trial`)).json()
      assert.equal(items[0].state, 'working')
      assert.deepEqual(await trial(), { imap: 'ok', smtp: 'MAIL_SERVER_REFUSED', hasSent: true })
      await change({ password: 'väärä' })
      assert.equal((await trial()).imap, 'MAIL_SIGN_IN_FAILED')
      for (let time = 0; time < 3; time += 1) await read()
      assert.deepEqual(
        await rows(
          'select state, fault, failures, extract(epoch from next_read_at - failing_since)::int as wait from register.mailbox',
        ),
        [{ state: 'failing', fault: 'MAIL_SIGN_IN_FAILED', failures: 3, wait: 480 }],
      )
      assert.equal((await sales('GET', '/mailbox-faults')).json().items[0].fault, 'MAIL_SIGN_IN_FAILED')
      assert.deepEqual((await service('GET', '/mailbox-faults')).json().items, [])
      await change({ imap: { ...server, port: 1 } })
      assert.equal((await trial()).imap, 'MAIL_SERVER_REFUSED')
      await change({ imap: { host: 'imap.outlook.example', port: 993, tls: 'tls' } })
      assert.equal((await trial()).imap, 'RECIPIENT_NOT_DECLARED', 'a company that the statement does not name')
      const open = await sales('POST', '/mailboxes', {
        ...wish('x@valo.example'),
        imap: { host: 'imap.valo.example', port: 143, tls: 'none' },
        shared: false,
      })
      assert.equal(open.json().code, 'MAIL_TLS_NEEDED')
      await change({})
      assert.equal(await read(), 0)
      assert.deepEqual(await rows('select state, fault, failures from register.mailbox'), [
        { state: 'working', fault: null, failures: 0 },
      ])
    },
  )
})
