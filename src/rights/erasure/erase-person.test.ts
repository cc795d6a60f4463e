import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { holdingsOf } from '../../holdings.ts'
import { resumeErasures } from './resume-erasures.ts'

const { as, register, ledger } = await anApp()
const [sales, billing, service, privacy] = [as('saku'), as('bo'), as('helmi'), as('ingrid')]
const owner = register.db.owner()
const occasion = () => ({ by: 'register', duty: 'rights', purpose: 'retention', at: register.now(), under: '1' })
const resume = () =>
  resumeErasures(register, occasion(), {
    holdings: holdingsOf(register),
    statement: (register.current() as never as { statement: never }).statement,
  })

const newPerson = async (name: string, more: Record<string, unknown> = {}) =>
  (
    await sales('POST', '/people', {
      values: { 'person.name': name, 'person.email': `${name.split(' ')[0]?.toLowerCase()}@koti.example`, ...more },
      source: 'order',
    })
  ).json()
const rows = async (table: string, id: string, key = 'person_id') =>
  (await sql`select from ${sql.table(table)} where ${sql.ref(key)} = ${id}`.execute(owner)).rows.length
const evidence = async (id: string) => {
  const { rows } = await sql<{ state: string }>`select * from register.erasure where person_id = ${id}`.execute(owner)
  assert.ok(rows[0])
  return rows[0]
}

interface Fate {
  table: string
  fate: string
  blocker?: string
  until?: string | null
  event?: { fi: string }
  ground?: { fi: string }
}

test('a person whom nothing holds is gone at once, and only opaque evidence is left', async () => {
  const piotr = await newPerson('Piotr Nowak')
  const erased = (await privacy('POST', `/people/${piotr.id}/erasure`, {})).json()
  assert.equal(erased.state, 'done')
  assert.equal(await rows('register.person', piotr.id, 'id'), 0)
  assert.equal(await rows('register.tombstone', piotr.id), 1)
  assert.equal(/Piotr|Nowak|koti\.example/i.test(JSON.stringify(await evidence(piotr.id))), false)
  const again = await privacy('POST', `/people/${piotr.id}/erasure`, {})
  assert.equal(again.statusCode, 201, 'asked twice, nothing more happens')
  assert.equal((await privacy('POST', '/people/019cadfd-8900-7000-8000-000000000000/erasure', {})).statusCode, 404)
})

test('a warranty holds the item and its owner’s name until the last day for claims', async () => {
  const aylin = await newPerson('Aylin Demir')
  const warranty = { person: aylin.id, item: 'Lämpöpumppu LP-1', startsOn: '2025-01-01', endsOn: '2026-12-31' }
  assert.equal((await service('POST', '/warranties', warranty)).statusCode, 201)
  const { fates } = (await privacy('GET', `/people/${aylin.id}/erasure-plan`)).json() as { fates: Fate[] }
  assert.deepEqual(
    fates.filter(({ fate }) => fate === 'hold').map(({ table, blocker, until }) => [table, blocker, until]),
    [
      ['register.warranty', 'warranty', '2027-02-28'],
      ['register.person', 'warranty', '2027-02-28'],
    ],
  )
})

test('a legal claim holds what it needs until its review, never marketing data, and never for ever', async () => {
  const eero = await newPerson('Eero Salo')
  const hold = { claim: 'Riita toimituksesta', scope: ['contact'], reviewOn: '2026-08-01' }
  const open = (more: object) => privacy('POST', `/people/${eero.id}/legal-holds`, { ...hold, ...more })
  assert.equal((await open({ reviewOn: '2027-03-02' })).json().code, 'LEGAL_HOLD_REVIEW')
  assert.equal((await open({ scope: ['message-log'] })).statusCode, 422)
  const { id } = (await open({})).json()
  await privacy('POST', `/people/${eero.id}/erasure`, {})
  assert.equal(await rows('register.person_email', eero.id), 1)
  assert.equal((await privacy('POST', `/legal-holds/${id}/closure`)).statusCode, 204)
  assert.equal(await rows('register.person', eero.id, 'id'), 0, 'closed: the rest goes at once')
  assert.equal(await rows('register.legal_hold', eero.id), 0)
})

test('only the privacy desk plans and erases', async () => {
  const { id } = await newPerson('Tuula Aalto')
  for (const who of [sales, billing, service, as('maija'), as('tomas')]) {
    assert.equal((await who('GET', `/people/${id}/erasure-plan`)).statusCode, 403)
    assert.equal((await who('POST', `/people/${id}/erasure`, {})).statusCode, 403)
  }
})

test('with an unpaid invoice, a complaint and a consent: notes and marketing go now, the invoice and its debtor wait with a ground', async () => {
  const maija = await newPerson('Maija Mäki', { 'person.phone': '040 123 4567' })
  const invoice = (
    await billing('POST', '/invoices', {
      ...{ number: '36', issuedOn: '2026-02-02', dueOn: '2026-02-16', amountCents: 9_900, person: maija.id },
    })
  ).json()
  await service('POST', '/complaints', { person: maija.id, text: 'Lasku oli liian suuri.' })
  await sales('POST', '/enquiries', { channel: 'phone', message: 'Soittakaa.', person: maija.id, source: 'contact' })

  const { fates } = (await privacy('GET', `/people/${maija.id}/erasure-plan`)).json() as { fates: Fate[] }
  const of = (table: string) => fates.find((fate) => fate.table === `register.${table}`)
  assert.deepEqual([of('invoice')?.fate, of('invoice')?.blocker, of('invoice')?.until], ['hold', 'open-invoice', null])
  assert.match(of('invoice')?.ground?.fi ?? '', /17 artiklan 3 kohdan e alakohta/)
  assert.equal(of('invoice')?.event?.fi, 'lasku on maksettu tai hyvitetty')
  assert.equal(of('person')?.fate, 'hold', 'the debtor’s name is part of the claim')
  const settle = (event: string) => billing('POST', `/invoices/${invoice.id}/settlement`, { event })
  await billing('PUT', '/invoicing', { collector: 'Saatavahovi Oy' })
  assert.equal((await settle('collection')).statusCode, 204)
  const collected = (await privacy('GET', `/people/${maija.id}/erasure-plan`)).json().fates as Fate[]
  const claim = collected.find(({ table }) => table === 'register.invoice')
  assert.deepEqual(
    [claim?.fate, claim?.blocker, claim?.until, claim?.event?.fi],
    ['hold', 'collection', null, 'perintä on päättynyt: saatava on maksettu tai hyvitetty'],
  )
  assert.match(claim?.ground?.fi ?? '', /17 artiklan 3 kohdan e alakohta/)
  assert.equal((await settle('withdrawal-from-collection')).statusCode, 204)
  for (const table of ['complaint', 'enquiry', 'person_email', 'person_phone', 'relationship', 'notice'])
    assert.equal(of(table)?.fate, 'erase', table)

  const before = (await ledger()).length
  const erased = await privacy('POST', `/people/${maija.id}/erasure`, {})
  assert.equal(erased.statusCode, 201, erased.body)
  assert.equal(erased.json().state, 'held')
  for (const table of ['complaint', 'enquiry', 'person_email', 'person_phone', 'person_source', 'notice'])
    assert.equal(await rows(`register.${table}`, maija.id), 0, table)
  assert.equal(await rows('register.person', maija.id, 'id'), 1)
  assert.equal((await sales('GET', `/people/${maija.id}`)).statusCode, 404, 'what is held has left the daily desks')
  assert.equal((await ledger()).length < before, true, 'what the leaves stood for is erased too')
  assert.equal((await ledger()).at(-1), 'person.erased by ingrid')

  assert.deepEqual(await resume(), [], 'nothing has changed')
  assert.equal((await billing('POST', `/invoices/${invoice.id}/settlement`, { event: 'payment' })).statusCode, 204)
  assert.equal(await rows('register.person', maija.id, 'id'), 0, 'paid: the rest goes without a new request')
  assert.deepEqual(await resume(), [])
  assert.equal(await rows('register.invoice', maija.id), 1, 'the voucher stays')
  const { erasure } = (await privacy('GET', `/people/${maija.id}/erasure-plan`)).json()
  assert.deepEqual([erasure.state, erasure.resumesOn], ['held', '2032-12-31'])
  assert.deepEqual(
    erasure.held.map(({ table, blocker, until }: Fate) => [table, blocker, until]),
    [['register.invoice', 'law', '2032-12-31']],
  )

  await register.setClock('2033-01-01T03:00:00+02:00')
  assert.deepEqual(await resume(), [maija.id])
  assert.equal(await rows('register.invoice', maija.id), 0)
  assert.equal((await evidence(maija.id)).state, 'done')
})
