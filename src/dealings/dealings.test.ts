import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'

const { as, register, ledger } = await anApp()
const [sales, billing, service, marketing] = [as('saku'), as('bo'), as('helmi'), as('maija')]

const company = (
  await sales('POST', '/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' })
).json()
const prospect = (
  await sales('POST', '/companies', { values: { 'org.name': 'Mäen Sauna Oy' }, source: 'contact' })
).json()
const buyer = (
  await sales('POST', '/people', {
    values: { 'person.name': 'Maija Mäki', 'person.email': 'maija@maki.example' },
    source: 'order',
  })
).json()
const invoice = { number: '1001', issuedOn: '2026-03-02', dueOn: '2026-03-16', amountCents: 124_000 }

test('billing enters an invoice, collects it and marks it paid; sales sees it and changes nothing', async () => {
  const before = (await ledger()).length
  const made = await billing('POST', '/invoices', { ...invoice, company: company.id })
  assert.equal(made.statusCode, 201, made.body)
  const { id } = made.json()
  const settle = (event: string, who = billing) => who('POST', `/invoices/${id}/settlement`, { event })
  assert.equal((await settle('collection')).json().code, 'COLLECTOR_MISSING')
  assert.equal((await billing('PUT', '/invoicing', { collector: 'Saatavahovi Oy' })).statusCode, 200)
  assert.equal((await settle('collection')).statusCode, 204)
  const refused = await settle('payment', sales)
  assert.deepEqual(
    [refused.statusCode, refused.json().code, refused.json().detail.clause],
    [403, 'FIELD_NOT_OF_DUTY', 'S5.11'],
  )
  assert.equal((await settle('payment')).statusCode, 204)
  assert.equal((await settle('payment')).json().code, 'INVOICE_STATUS')

  const { invoices } = (await sales('GET', `/companies/${company.id}/dealings`)).json()
  assert.equal(invoices.mayAdd, false)
  assert.deepEqual(
    invoices.items.map(({ number, status, settledOn, fiscalYearEnd, debtorName, events }: Record<string, unknown>) => [
      ...[number, status, settledOn, fiscalYearEnd, debtorName, events],
    ]),
    [['1001', 'paid', '2026-03-02', '2026-12-31', 'Kivelän Puu Oy', []]],
  )
  assert.deepEqual((await ledger()).slice(before), [
    'invoice.issued by bo',
    'invoicing.set by bo',
    'invoice.settled by bo',
    'invoice.settled by bo',
  ])
})

test('an invoice to a private buyer who was told of the right to refuse is a fact of sale', async () => {
  const sale = { productGroup: 'saunat', emailId: buyer.values['person.email'][0].id, toldOfRefusal: true }
  const before = (await ledger()).length
  const made = await billing('POST', '/invoices', { ...invoice, number: '1002', person: buyer.id, sale })
  assert.equal(made.statusCode, 201, made.body)
  const { rows } =
    await sql`select product_group, told_of_refusal, deal from register.fact_of_sale where person_id = ${buyer.id}`.execute(
      register.db.owner(),
    )
  assert.deepEqual(rows, [{ product_group: 'saunat', told_of_refusal: true, deal: 'invoice' }])
  assert.deepEqual((await ledger()).slice(before), ['invoice.issued by bo', 'sale.noted by bo'])
})

test('a warranty and a complaint are the service’s to write, and marketing sees none of it', async () => {
  const before = (await register.looks()).length
  const warranty = { company: company.id, item: 'Lämpöpumppu', startsOn: '2026-01-01', endsOn: '2027-12-31' }
  assert.equal((await service('POST', '/warranties', warranty)).statusCode, 201)
  const complaint = { company: company.id, text: 'Pumppu pitää ääntä.', parties: [buyer.id] }
  const { id } = (await service('POST', '/complaints', complaint)).json()
  assert.equal((await service('POST', `/complaints/${id}/closure`, { outcome: 'Laakeri vaihdettu.' })).statusCode, 204)
  assert.equal((await service('POST', `/complaints/${id}/closure`, {})).json().code, 'COMPLAINT_CLOSED')

  const { warranties, complaints, invoices } = (await service('GET', `/companies/${company.id}/dealings`)).json()
  assert.equal(warranties.items[0].claimUntil, '2028-02-29')
  assert.equal(complaints.items[0].outcome, 'Laakeri vaihdettu.')
  assert.equal(invoices, null, 'service reads no invoices')
  assert.deepEqual((await marketing('GET', `/companies/${company.id}/dealings`)).json(), {
    invoices: null,
    warranties: null,
    complaints: null,
  })
  assert.deepEqual((await register.looks()).slice(before), [], 'a company alone is nobody')
  await assert.rejects(sql`select text from register.complaint`.execute(register.db.as('marketing')), { code: '42501' })
})

test('what is not collected from a prospect is refused with the clause, and so are days that make no sense', async () => {
  const early = await billing('POST', '/invoices', { ...invoice, number: '1003', company: prospect.id })
  assert.deepEqual(
    [early.statusCode, early.json().code, early.json().detail.clause],
    [422, 'FIELD_NOT_OF_STAGE', 'S5.11'],
  )
  const cases = [
    [{ dueOn: '2026-02-01' }, 'DATES_NOT_IN_ORDER'],
    [{ dueOn: '2026-02-30' }, 'VALUE_NOT_VALID'],
    [{ fiscalYearEnd: '2025-12-31' }, 'DATES_NOT_IN_ORDER'],
    [{ number: ' ' }, 'VALUE_REQUIRED'],
    [{ number: '1001' }, 'INVOICE_NUMBER_TAKEN'],
    [{ text: 'Asiakas 131052-308T' }, 'PERSONAL_IDENTITY_CODE'],
    [{ person: buyer.id }, 'VALUE_REQUIRED'],
    [{ birthday: '1980-01-01' }, 'FIELD_NOT_DECLARED'],
  ] as const
  for (const [wrong, code] of cases) {
    const answer = await billing('POST', '/invoices', { ...invoice, number: '1004', company: company.id, ...wrong })
    assert.deepEqual([answer.statusCode >= 400, answer.json().code], [true, code], JSON.stringify(wrong))
  }
  const backwards = { company: company.id, item: 'Kiuas', startsOn: '2026-02-01', endsOn: '2026-01-01' }
  assert.equal((await service('POST', '/warranties', backwards)).json().code, 'DATES_NOT_IN_ORDER')
})
