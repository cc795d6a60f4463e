import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Published } from '#statement'
import { anAddress } from '#test/an-address'
import { anApp } from '#test/app'
import { contactParts } from '../../contacts.ts'
import { holdingsOf } from '../../holdings.ts'
import { keepRetention } from './keep-retention.ts'

const { as, register } = await anApp()
const [sales, service, billing] = [as('saku'), as('helmi'), as('bo')]
const owner = register.db.owner()
const made = async (path: string, body: object, who = sales) => {
  const answer = await who('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.statusCode === 201 ? answer.json() : null
}
const lines = [{ id: 'a', text: 'Kiuas', unit: 'kpl', quantity: 1000, unitPrice: 5_000_000, vatRate: 2550 }]
const tables = ['quote', 'sales_order', 'delivery', 'contract', 'assignment', 'opportunity', 'quote_request', 'invoice']
const kept = async () => {
  const counts = await Promise.all(
    tables.map((table) =>
      sql<{ n: number }>`select count(*) as n from ${sql.table(`register.${table}`)}`.execute(owner),
    ),
  )
  return Object.fromEntries(
    counts.flatMap(({ rows }, n) => (Number(rows[0]?.n) ? [[tables[n], Number(rows[0]?.n)]] : [])),
  )
}
const night = async (at: string) => {
  await register.setClock(`${at}T03:00:00+02:00`)
  const { statement } = register.current() as Published
  const occasion = { by: 'register', duty: 'retention', purpose: 'retention', at: register.now(), under: '1' }
  await keepRetention(register, occasion, { holdings: holdingsOf(register), contacts: contactParts, statement })
}

test('the deals of a company go three years after its last relationship ended, but not what is still under way', async () => {
  const { id: company } = await made('/companies', {
    values: { 'org.name': 'Vanha Asiakas Oy', ...anAddress },
    source: 'order',
  })
  await made('/opportunities', { company, title: 'Kiuas' })
  await made('/quote-requests', { company, title: 'Kiuas' })
  await made('/quotes', { company, lines })
  const done = await made('/orders', { company, lines })
  const delivery = await made(`/orders/${done.id}/deliveries`, { lines: [{ line: 'a', quantity: 1000 }] }, service)
  await made(`/deliveries/${delivery.id}/state`, { event: 'delivery' }, service)
  await made('/orders', { company, lines })
  await made('/contracts', { company, title: 'Huolto', startsOn: '2026-03-02', endsOn: '2026-12-31' })
  const job = await made('/assignments', { company, title: 'Asennus' }, service)
  await made(`/assignments/${job.id}/state`, { event: 'completion' }, service)
  await made('/invoices/drafts', { company, lines }, billing)
  const { id: sold } = await made('/invoices/drafts', { company, lines }, billing)
  await billing('POST', `/invoices/${sold}/issue`, {})
  const deals = { quote_request: 1, quote: 1, sales_order: 2, delivery: 1, contract: 1, assignment: 1, opportunity: 1 }
  const all = { ...deals, invoice: 2 }
  assert.deepEqual(await kept(), all)

  await sql`update register.organisation set closed_at = '2026-03-02T12:00:00+02:00' where id = ${company}`.execute(
    owner,
  )
  await night('2029-03-02')
  assert.deepEqual(await kept(), all)
  await night('2029-03-03')
  assert.deepEqual(
    await kept(),
    { sales_order: 1, invoice: 1 },
    'an order that was never settled and an invoice that is owed wait for somebody',
  )
})
