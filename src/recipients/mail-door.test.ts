import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Letter } from '#platform/mail'
import { anApp } from '#test/app'
import { mailThrough, type Relay, verdictOnRelay } from './mail-door.ts'

const { as, register, ledger } = await anApp()

function mailer(relay: Relay) {
  const went: Letter[] = []
  const door = mailThrough(register, { send: async (letter) => void went.push(letter), close: () => {} }, relay)
  return {
    went,
    send: (regarding?: string) =>
      door.send({
        from: 'a@valo.example',
        to: 'b@c.example',
        subject: 's',
        text: 't',
        id: 'x',
        ...(regarding ? { regarding } : {}),
      }),
  }
}

test('a relay that the statement does not name carries nothing, and the desk says so', async () => {
  const relay = { processor: null, host: 'smtp.vieras.example' }
  const { went, send } = mailer(relay)
  await assert.rejects(send(), { code: 'RECIPIENT_NOT_DECLARED' })
  assert.equal(went.length, 0)
  assert.deepEqual(await verdictOnRelay(register, relay), {
    allowed: false,
    code: 'RECIPIENT_NOT_DECLARED',
    clause: 'S8.4',
    to: 'smtp.vieras.example',
  })
  assert.deepEqual(await ledger(), [])
})

test('a server on this machine belongs to whoever runs the servers, and that provider has an agreement', async () => {
  const { went, send } = mailer({ processor: null, host: '127.0.0.1' })
  await send()
  assert.equal(went.length, 1)
})

test('a letter through a processor is a disclosure to it, noted with the person it is about', async () => {
  const values = { 'person.name': 'Aino Harju', 'person.email': 'aino@asiakas.example' }
  const person = (await as('saku')('POST', '/people', { values, source: 'contact' })).json().id
  const before = (await ledger()).length
  await mailer({ processor: 'postivirta', host: 'smtp.postivirta.example' }).send(person)
  assert.deepEqual((await ledger()).slice(before), ['disclosure.noted by messenger'])
  const { items } = (await as('ingrid')('GET', `/people/${person}/disclosures`)).json()
  assert.deepEqual(
    [items[0].receiver, items[0].fields, items[0].ground],
    ['postivirta', ['person.email', 'person.name'], 'eu-gdpr:A28'],
  )
})

test('a processor that is switched off in the middle of the day carries the next letter no more', async () => {
  const { went, send } = mailer({ processor: 'postivirta', host: null })
  await send()
  await as('tomas')('POST', '/transfer-stops', { kind: 'processor', subject: 'postivirta', reason: 'Tietomurto' })
  await assert.rejects(send(), { code: 'PROCESSOR_STOPPED' })
  assert.equal(went.length, 1)
})

test('the desk of whoever keeps the register says that mail may not leave, through which host and by which clause', async () => {
  const { as: asked } = await anApp({}, { relay: { processor: null, host: 'smtp.vieras.example' } })
  const { mail } = (await asked('tomas')('GET', '/recipients')).json()
  assert.deepEqual(
    [mail.host, mail.verdict.allowed, mail.verdict.code, mail.verdict.clause],
    ['smtp.vieras.example', false, 'RECIPIENT_NOT_DECLARED', 'S8.4'],
  )
})
