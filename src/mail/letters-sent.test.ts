import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { noon } from '#test/register'
import { mailboxWish, mailWorld } from './mail-world.fixture.ts'
import { startSmtp } from './smtp.fixture.ts'

const app = await anApp()
const { register, ledger } = app
const { person, mailbox } = mailWorld(app)
const { port, caught } = await startSmtp('salasana')
const helmi = app.as('helmi')
const box = await mailbox('helmi', mailboxWish('helmi@valo.example', { smtp: port }))
const aino = await person('Aino Mäki', 'aino@koti.example')
const breaking = await person('Katja Katko', 'katkeaa@koti.example')
const gone = await person('Poissa Oleva', 'poissa@koti.example')

const write = (to: string[], more: object = {}) =>
  helmi('POST', '/messages', {
    mailbox: box,
    to: to.map((one) => ({ person: one })),
    subject: 'Asia',
    text: 'x',
    ...more,
  })
const shown = async (id: string) =>
  (await helmi('GET', `/message-threads/${id}`)).json().items.find((one: { id: string }) => one.id === id)

test('a letter whose line broke once the server had it is not said to have failed: nobody knows', async () => {
  const before = (await ledger()).length
  const answer = (await write([breaking])).json()
  assert.deepEqual([answer.state, answer.fault], ['unsure', null])
  assert.equal(caught.splice(0).length, 1, 'it had arrived')
  const { state, isUnsure } = await shown(answer.id)
  assert.deepEqual([state, isUnsure], ['unsure', true])
  assert.deepEqual((await ledger()).slice(before), ['message.written by helmi', 'message.left-unsure by helmi'])
  assert.equal((await helmi('POST', `/messages/${answer.id}/again`, { payload: {} })).json().state, 'unsure')
  assert.equal(caught.splice(0).length, 1, 'sent again only when somebody asked for it')
})

test('of several recipients the one who was refused is told, and the letter counts as sent', async () => {
  const answer = (await write([aino, gone])).json()
  assert.deepEqual([answer.state, answer.fault], ['sent', 'MAIL_ADDRESS_REFUSED'])
  assert.deepEqual(
    caught.splice(0).map(({ to }) => to),
    [['aino@koti.example']],
  )
  const alone = (await write([gone])).json()
  assert.deepEqual([alone.state, alone.fault], ['failed', 'MAIL_ADDRESS_REFUSED'])
})

test('a letter whose sender was killed is told as unsure after two minutes, and is sent again once, by whoever asks', async () => {
  const { id } = (await write([aino], { subject: 'Kesken' })).json()
  caught.splice(0)
  await sql`update register.message set state = 'sending', at = ${noon} where id = ${id}`.execute(register.db.owner())
  assert.equal((await shown(id)).isUnsure, false)
  assert.equal((await helmi('POST', `/messages/${id}/again`, { payload: {} })).json().code, 'MESSAGE_STATE')
  await register.setClock(new Date(noon.getTime() + 180_000))
  assert.equal((await shown(id)).isUnsure, true)
  const answers = await Promise.all([1, 2].map(() => helmi('POST', `/messages/${id}/again`, { payload: {} })))
  assert.deepEqual(answers.map((one) => one.json().state ?? one.json().code).sort(), ['MESSAGE_STATE', 'sent'])
  assert.equal(caught.splice(0).length, 1)
})

test('names, subjects and texts that carry line breaks put no header into a letter', async () => {
  const bad = await person('Eve\r\nBcc: kaikki@paha.example', 'eve@koti.example')
  const lines = [
    'Asia\r\nBcc: kaikki@paha.example',
    'Asia\nX-Paha: 1',
    'Asia\u2028Bcc: x@paha.example',
    'Asia\u0000\rTo: x@paha.example',
  ]
  for (const subject of lines) {
    const answer = await write([typeof bad === 'string' ? bad : aino], {
      subject,
      text: 'Hei\r\n.\r\nMAIL FROM:<paha@paha.example>\r\n',
    })
    if (answer.statusCode >= 400) continue
    const [letter] = caught.splice(0)
    const head = letter?.raw.split('\r\n\r\n')[0]?.replace(/\r\n[ \t]+/g, ' ') ?? ''
    assert.deepEqual(letter?.to, ['eve@koti.example'])
    assert.ok(!/^(Bcc|X-Paha):/im.test(head), head)
    assert.equal(head.match(/^To:/gim)?.length, 1)
  }
  assert.equal(caught.length, 0)
})
