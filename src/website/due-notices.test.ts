import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Letter } from '#platform/mail'
import { anApp } from '#test/app'
import { sendDueNotices } from './send-due-notices.ts'

const { as, register, ledger } = await anApp()
const saku = as('saku', 'sales')
const sent: Letter[] = []
const mail = { send: async (letter: Letter) => void sent.push(letter), close: () => undefined }

const people = ['aino', 'eero'].map((name) => ({
  values: { 'person.name': `${name} Koivisto`, 'person.email': `${name}.koivisto@koivisto.example` },
  source: 'organisation',
}))
for (const person of people) assert.equal((await saku('POST', '/people', person)).statusCode, 201)
await saku('POST', '/people', { values: { 'person.name': 'Ilman Osoitetta' }, source: 'organisation' })

const waiting = async () => {
  const rows = await register.db
    .owner()
    .selectFrom('register.notice as note')
    .innerJoin('register.person as who', 'who.id', 'note.person_id')
    .select('who.family_name as name')
    .where('note.state', '=', 'queued')
    .orderBy('who.family_name')
    .execute()
  return rows.map(({ name }) => name)
}

test('while the deadline is far, a notice waits for other mail to ride in', async () => {
  assert.equal(await sendDueNotices(register, mail, 'https://register.valo.example'), 0)
  assert.deepEqual(sent, [])
})

test('a mail that does not leave stays in the queue for the next hour', async () => {
  await register.setClock('2026-03-27T09:00:00+02:00')
  const down = { ...mail, send: () => Promise.reject(new Error('no connection')) }
  await assert.rejects(sendDueNotices(register, down, 'https://register.valo.example'), /no connection/)
  assert.deepEqual(await waiting(), ['Koivisto', 'Koivisto', 'Osoitetta'])
})

test('near the deadline it goes by itself, once, with its source; whoever has no address stays in the list', async () => {
  assert.equal(await sendDueNotices(register, mail, 'https://register.valo.example'), 2)
  assert.deepEqual(sent.map(({ to }) => to).sort(), [
    'aino.koivisto@koivisto.example',
    'eero.koivisto@koivisto.example',
  ])
  for (const { text, from, regarding } of sent) {
    assert.match(text, /henkilön edustama yritys/i)
    assert.match(text, /https:\/\/register\.valo\.example\/fi\/versions\/1\//)
    assert.equal(from, 'info@valo.example')
    assert.ok(regarding)
  }
  assert.equal(await sendDueNotices(register, mail, 'https://register.valo.example'), 0)
  assert.deepEqual(await waiting(), ['Osoitetta'])
  assert.deepEqual((await ledger()).slice(-2), ['notice.given by messenger', 'notice.given by messenger'])
})
