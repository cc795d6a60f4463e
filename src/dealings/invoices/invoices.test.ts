import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { anAddress } from '#test/an-address'
import { anApp } from '#test/app'

const { as, register, ledger } = await anApp()
const [sales, billing] = [as('saku'), as('bo')]
const owner = register.db.owner()

const company = (
  await sales('POST', '/companies', { values: { 'org.name': 'Kivelän Puu Oy', ...anAddress }, source: 'order' })
).json().id
const buyer = (
  await sales('POST', '/people', {
    values: { 'person.name': 'Maija Mäki', 'person.email': 'maija@maki.example' },
    source: 'order',
  })
).json()

const line = {
  id: 'a',
  text: 'Lämpöpumppu',
  unit: 'kpl',
  quantity: 1000,
  unitPrice: 10_000_000,
  discount: 0,
  vatRate: 2550,
  vatCategory: 'S',
}
const draft = async (more: object = {}) => {
  const made = await billing('POST', '/invoices/drafts', { company, lines: [line], ...more })
  assert.equal(made.statusCode, 201, made.body)
  return made.json().id as string
}
const card = async (id: string) => (await billing('GET', `/invoices/${id}`)).json()
const issue = async (id: string, more: object = {}) => (await billing('POST', `/invoices/${id}/issue`, more)).json()
const refused = (answer: { statusCode: number; json(): { code: string; detail?: { field?: string } } }) => [
  answer.statusCode,
  answer.json().code,
  answer.json().detail?.field,
]

test('a draft has no number and can be changed; issued it has a number, a reference number and its due days', async () => {
  const before = (await ledger()).length
  const id = await draft()
  assert.deepEqual([(await card(id)).number, (await card(id)).standing], [null, 'draft'])
  const terms = [
    { share: 4000, days: 14 },
    { share: 6000, days: 44 },
  ]
  assert.equal(
    (await billing('PATCH', `/invoices/${id}`, { terms, revision: 1, yourReference: 'Tilaus 7' })).statusCode,
    204,
  )
  assert.deepEqual(
    refused(await billing('PATCH', `/invoices/${id}`, { text: 'x', revision: 1 }))[1],
    'EDITED_MEANWHILE',
  )
  assert.equal((await issue(id, { revision: 2 })).number, '1001')

  const issued = await card(id)
  assert.deepEqual(
    [issued.reference, issued.creditorReference, issued.dueOn, issued.amountCents, issued.openCents, issued.standing],
    ['10016', 'RF0810016', '2026-04-15', 125_500, 125_500, 'open'],
  )
  assert.deepEqual(issued.instalments, [
    { dueOn: '2026-03-16', cents: 50_200 },
    { dueOn: '2026-04-15', cents: 75_300 },
  ])
  assert.deepEqual(issued.byVat, [{ category: 'S', rate: 2550, net: 100_000, vat: 25_500 }])
  assert.equal((await sales('GET', `/invoices/${id}`)).json().mayWrite, false)
  assert.deepEqual(refused(await sales('POST', '/invoices/drafts', { company, lines: [line] })), [
    403,
    'FIELD_NOT_OF_DUTY',
    'com.invoicing',
  ])
  assert.deepEqual((await ledger()).slice(before), [
    'invoice.drafted by bo',
    'invoice.changed by bo',
    'invoice.issued by bo',
  ])
})

test('two presses on issue make one invoice, and a draft thrown away costs no number', async () => {
  const [id, gone] = [await draft(), await draft()]
  const both = await Promise.all([1, 2, 3].map(() => billing('POST', `/invoices/${id}/issue`, { revision: 1 })))
  assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [200, 409, 409])
  assert.equal((await billing('DELETE', `/invoices/${gone}?revision=1`)).statusCode, 204)
  assert.equal((await issue(await draft())).number, '1003')
  assert.equal((await billing('DELETE', `/invoices/${id}`)).json().code, 'INVOICE_ISSUED')
})

test('an issued invoice is locked for every login, the owner of the database included', async () => {
  const id = await draft()
  await issue(id)
  for (const change of [
    sql`update register.invoice set amount_cents = 1, net_cents = 1, vat_cents = 0 where id = ${id}`,
    sql`update register.invoice set lines = '[]' where id = ${id}`,
    sql`update register.invoice set number = '77' where id = ${id}`,
    sql`update register.invoice set debtor_name = 'Toinen Oy' where id = ${id}`,
    sql`update register.invoice set origin = 'entered' where id = ${id}`,
    sql`delete from register.invoice where id = ${id}`,
  ])
    for (const login of [owner, register.db.as('billing')])
      await assert.rejects(change.execute(login), ({ code }: { code: string }) => ['23514', '42501'].includes(code))
  await sql`update register.invoice set paid_cents = 125500, status = 'paid' where id = ${id}`.execute(owner)
  assert.deepEqual(
    [(await card(id)).status, (await card(id)).openCents],
    ['open', 125_500],
    'what is open is counted, never written',
  )
})

test('a credit note credits the whole or a part, and never more than was billed', async () => {
  const id = await draft({ lines: [{ ...line, quantity: 3000 }] })
  const credit = (more: object = {}) =>
    billing('POST', `/invoices/${id}/credit`, { reason: 'Yksi palautettiin', ...more })
  assert.equal((await credit()).json().code, 'INVOICE_STATUS', 'a draft is changed, not credited')
  await issue(id)
  const part = await credit({ lines: [{ id: 'a', quantity: 1000 }] })
  assert.equal(part.statusCode, 201, part.body)
  assert.deepEqual([(await card(id)).creditedCents, (await card(id)).openCents], [125_500, 251_000])
  assert.deepEqual(refused(await credit({ lines: [{ id: 'a', quantity: 2001 }] })), [
    422,
    'CREDIT_BEYOND_INVOICE',
    'lines.0.quantity',
  ])
  assert.equal((await credit({ reason: ' ' })).json().code, 'VALUE_REQUIRED')
  assert.equal((await credit()).statusCode, 201)
  const whole = await card(id)
  assert.deepEqual([whole.status, whole.openCents, whole.creditNotes.length], ['credited', 0, 2])
  assert.equal((await credit()).json().code, 'NOTHING_TO_CREDIT')
  const note = await card(whole.creditNotes[0].id)
  assert.deepEqual(
    [note.kind, note.amountCents, note.credits.number, note.correction],
    ['credit-note', -125_500, whole.number, 'Yksi palautettiin'],
  )
  assert.equal(Number(note.number), Number(whole.number) + 1, 'credit notes are numbered in the series of invoices')
  await assert.rejects(sql`delete from register.invoice where id = ${note.id}`.execute(owner), { code: '23514' })
})

test('what was paid and then credited is to be refunded, and no more than that', async () => {
  const id = await draft()
  await issue(id)
  const pay = (amountCents: number) => billing('POST', '/payments', { invoice: id, amountCents })
  assert.equal((await pay(100_000)).statusCode, 201)
  assert.deepEqual([(await card(id)).standing, (await card(id)).openCents], ['partly-paid', 25_500])
  await billing('POST', `/invoices/${id}/credit`, { reason: 'Kauppa purettiin' })
  assert.deepEqual([(await card(id)).standing, (await card(id)).openCents], ['to-refund', -100_000])
  assert.equal((await pay(-100_001)).json().code, 'NOTHING_TO_REFUND')
  assert.equal((await pay(-100_000)).statusCode, 201)
  assert.equal((await card(id)).openCents, 0)
})

test('lines without VAT say why: reverse charge by the law’s words, exempt by what staff write', async () => {
  const without = (vatCategory: string, more: object = {}) =>
    draft({ lines: [{ ...line, vatCategory, vatRate: 0 }], ...more })
  const id = await without('AE')
  assert.deepEqual(refused(await billing('POST', `/invoices/${id}/issue`, {})), [
    422,
    'BUYER_VAT_NUMBER_REQUIRED',
    'debtorVatNumber',
  ])
  await billing('PATCH', `/invoices/${id}`, { debtorVatNumber: 'FI00000174', revision: 1 })
  await issue(id)
  assert.match((await card(id)).exemption, /AVL 8 c §/)
  assert.deepEqual([(await card(id)).vatCents, (await card(id)).amountCents], [0, 100_000])
  const exempt = await without('E')
  assert.equal((await billing('POST', `/invoices/${exempt}/issue`, {})).json().code, 'EXEMPTION_REQUIRED')
  const said = await without('E', { exemption: 'Terveydenhuollon palvelu, AVL 34 §' })
  assert.ok((await issue(said)).number)
})

test('on New Year’s Eve the old rate and year hold, and a delivery of the old year keeps its rate in the new one', async () => {
  await register.setClock('2025-12-31T23:59:30+02:00')
  const old = { ...line, vatRate: 1400 }
  const before = await draft({ lines: [old] })
  const [eve, after] = [await draft({ lines: [old] }), await draft({ lines: [old], deliveredOn: '2025-12-30' })]
  await issue(eve)
  assert.deepEqual([(await card(eve)).issuedOn, (await card(eve)).dueOn], ['2025-12-31', '2026-01-14'])
  await register.setClock('2026-01-01T00:00:10+02:00')
  assert.deepEqual(refused(await billing('POST', `/invoices/${before}/issue`, {})), [
    422,
    'VAT_RATE_NOT_IN_FORCE',
    'lines.0.vatRate',
  ])
  const first = Number((await card(eve)).number)
  assert.equal(Number((await issue(after)).number), first + 1, 'the refused one took no number')
  const { rows } =
    await sql`select fiscal_year_end::text as end from register.invoice where id in (${eve}, ${after}) order by number`.execute(
      owner,
    )
  assert.deepEqual(rows, [{ end: '2025-12-31' }, { end: '2026-12-31' }])
  await register.setClock('2026-03-02T12:00:00+02:00')
})

test('what makes no sense is refused at its place', async () => {
  const cases: [object, string, string | undefined][] = [
    [{ lines: [{ ...line, quantity: -1000 }] }, 'NEGATIVE_INVOICE', 'lines'],
    [{ lines: [{ ...line, text: 'Tilaaja 131052-308T' }] }, 'PERSONAL_IDENTITY_CODE', 'lines.0.text'],
    [{ lines: [{ ...line, vatRate: 0 }] }, 'VAT_RATE_NOT_OF_CATEGORY', 'lines.0.vatRate'],
    [{ terms: [{ share: 9999, days: 14 }] }, 'INSTALMENTS_NOT_WHOLE', 'terms'],
    [{ deliveredOn: '2026-02-30' }, 'VALUE_NOT_VALID', 'deliveredOn'],
    [{ contact: company }, 'NOT_FOUND', 'contact'],
  ]
  for (const [wrong, code, field] of cases) {
    const answer = await billing('POST', '/invoices/drafts', { company, lines: [line], ...wrong })
    assert.deepEqual(refused(answer).slice(1), [code, field], answer.body)
  }
  const discount = await draft({ lines: [line, { ...line, id: 'b', quantity: -100, text: 'Hyvitys' }] })
  assert.equal((await card(discount)).amountCents, 112_950, 'a negative line lowers the sum')
  assert.equal(
    (await billing('POST', `/invoices/${await draft({ lines: [] })}/issue`, {})).json().code,
    'INVOICE_EMPTY',
  )
})

test('a sale to a private buyer is noted when the invoice is issued', async () => {
  const drafted = await billing('POST', '/invoices/drafts', { person: buyer.id, lines: [line] })
  assert.equal(drafted.statusCode, 201, drafted.body)
  const made = drafted.json()
  const sale = { productGroup: 'pumput', emailId: buyer.values['person.email'][0].id, toldOfRefusal: true }
  const before = (await ledger()).length
  const issued = await billing('POST', `/invoices/${made.id}/issue`, { sale })
  assert.equal(issued.statusCode, 200, issued.body)
  assert.deepEqual((await ledger()).slice(before), ['invoice.issued by bo', 'sale.noted by bo'])
})

test('a group company that does not invoice here issues nothing', async () => {
  const id = await draft()
  const set = (more: object) => billing('PUT', '/invoicing', more)
  assert.equal((await set({ accounts: [{ iban: 'FI21 1234 5600 0007 86' }] })).json().code, 'IBAN_NOT_VALID')
  assert.equal((await set({ eAddress: '003700000170', eOperator: '003721291126' })).json().code, 'E_ADDRESS_NOT_VALID')
  assert.equal((await set({ issues: false, eAddress: '003700000174', eOperator: '003721291126' })).statusCode, 200)
  assert.equal((await billing('POST', `/invoices/${id}/issue`, {})).json().code, 'OWN_INVOICING_OFF')
  assert.equal((await billing('POST', '/invoices/drafts', { company, lines: [line] })).json().code, 'OWN_INVOICING_OFF')
  const { revision } = (await billing('GET', '/invoicing')).json()
  assert.deepEqual((await set({ issues: true, revision })).json(), { revision: revision + 1 })
  assert.equal((await set({ issues: true, revision })).json().code, 'EDITED_MEANWHILE')
  assert.ok((await issue(id)).number)
  assert.equal((await as('saku')('PUT', '/invoicing', {})).json().code, 'FIELD_NOT_OF_DUTY')
})
