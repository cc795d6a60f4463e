import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { daysIn } from './days-to-pay.ts'

test('days to pay are read from terms as people write them, and from nothing else', () => {
  const said = {
    '30 pv netto': 30,
    '30 pv': 30,
    '14pv': 14,
    '30 päivää netto': 30,
    '21 vrk': 21,
    '30 dagar netto': 30,
    'Net 30 days': 30,
    'Netto 30': 30,
    '45': 45,
    heti: 0,
    'Kontant betalning': 0,
    'Due on receipt': 0,
    '30 pv netto, -2 % 7 pv': 30,
    '14 pv netto. Viivästyskorko 8 %, huomautusaika 7 pv': 14,
    '': null,
    'sopimuksen mukaan': null,
    '14 pv tai 30 pv': null,
    '30 pv kuun lopusta': null,
    '999 pv': null,
    '2030 pv': null,
  }
  for (const [terms, days] of Object.entries(said)) assert.equal(daysIn(terms), days, terms)
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('', ' pv', ' dagar netto'), fc.nat(999), (text, unit, n) => {
      const days = daysIn(`${text}${n}${unit}`)
      assert.ok(days === null || (days >= 0 && days <= 365))
    }),
  )
})

const { as, register } = await anApp()
const [sales, billing, service] = [as('saku'), as('bo'), as('helmi')]
const line = { id: 'a', text: 'Työ', unit: 'h', quantity: 1000, unitPrice: 1_000_000, vatRate: 2550 }
const made = async (path: string, body: object, who = sales): Promise<{ id: string }> => {
  const answer = await who('POST', path, body)
  assert.equal(answer.statusCode, 201, `${path}: ${answer.body}`)
  return answer.json()
}
const customer = (name: string, terms?: string) =>
  made('/companies', {
    values: { 'org.name': name, ...(terms ? { 'com.paymentTerms': terms } : {}) },
    source: 'order',
  })
const begun = async (company: string) => {
  await made('/quotes', { company })
  await made('/orders', { company, lines: [line] })
  await made('/contracts', { company, title: 'Huolto' })
  await made('/invoices/drafts', { company, lines: [line] }, billing)
  const { rows } = await sql<{ days: number }>`
    select payment_days as days from register.quote where organisation_id = ${company}
    union all select payment_days from register.sales_order where organisation_id = ${company}
    union all select payment_days from register.contract where organisation_id = ${company}
    union all select (terms -> 0 ->> 'days')::int from register.invoice where organisation_id = ${company}
  `.execute(register.db.owner())
  return rows.map(({ days }) => days)
}

test('what is agreed with a customer rules a quote, an order, a contract and an invoice; else the group company’s days do', async () => {
  const [agreed, other, unclear] = [
    await customer('Sopiva Oy', '45 pv netto'),
    await customer('Tavallinen Oy'),
    await customer('Epäselvä Oy', 'sopimuksen mukaan'),
  ]
  assert.deepEqual(await begun(agreed.id), [45, 45, 45, 45])
  assert.deepEqual(await begun(other.id), [14, 14, 14, 14])
  await billing('PUT', '/invoicing', { paymentDays: 30 })
  const later = await customer('Myöhempi Oy')
  assert.deepEqual(await begun(later.id), [30, 30, 30, 30])
  assert.deepEqual(await begun(unclear.id), [30, 30, 30, 30])

  const ask = async (id: string, who = sales) => (await who('GET', `/payment-days?company=${id}`)).json()
  assert.deepEqual(await ask(agreed.id), { days: 45, agreed: true })
  assert.deepEqual(await ask(later.id), { days: 30, agreed: false })
  assert.deepEqual(await ask(agreed.id, service), { days: 30, agreed: false })
  assert.equal((await as('maija')('GET', `/payment-days?company=${agreed.id}`)).json().code, 'FIELD_NOT_OF_DUTY')
  const said = await made('/orders', { company: agreed.id, lines: [line], paymentDays: 7 })
  assert.equal((await sales('GET', `/orders/${said.id}`)).json().paymentDays, 7)
})
