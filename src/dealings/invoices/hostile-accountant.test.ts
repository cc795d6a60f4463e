import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anAddress } from '#test/an-address'
import { anApp } from '#test/app'

const { as } = await anApp()
const [sales, service, billing] = [as('saku'), as('helmi'), as('bo')]
const { id: company } = (
  await sales('POST', '/companies', { values: { 'org.name': 'Tarkka Kirjanpito Oy', ...anAddress }, source: 'order' })
).json()
const line = { id: 'a', text: 'Työ', unit: 'h', quantity: 3000, unitPrice: 1_000_000, vatRate: 2550 }
const draft = (more: object = {}) => billing('POST', '/invoices/drafts', { company, lines: [line], ...more })
const card = async (id: string) => (await billing('GET', `/invoices/${id}`)).json()
const issued = async (more: object = {}) => {
  const { id } = (await draft(more)).json()
  const answer = await billing('POST', `/invoices/${id}/issue`, {})
  assert.equal(answer.statusCode, 200, answer.body)
  return id as string
}
const credit = (id: string, more: object = {}) =>
  billing('POST', `/invoices/${id}/credit`, { reason: 'Virhe', ...more })
const told = ({ statusCode, json }: Awaited<ReturnType<typeof draft>>) => {
  const { code, detail } = json()
  return [statusCode, code, detail?.field]
}

test('two lines of one id are two lines: each is credited by itself, and all of it to the last cent', async () => {
  const id = await issued({ lines: [line, { ...line, quantity: 1000 }] })
  const { lines } = await card(id)
  assert.equal(new Set(lines.map((one: { id: string }) => one.id)).size, 2)
  assert.equal((await credit(id, { lines: [{ id: lines[1].id, quantity: 1000 }] })).statusCode, 201)
  assert.equal((await credit(id)).statusCode, 201)
  assert.deepEqual([(await card(id)).openCents, (await card(id)).status], [0, 'credited'])
})

test('a credit note is not credited: the refusal says what to do instead', async () => {
  const { id: note } = (await credit(await issued())).json()
  assert.deepEqual(told(await credit(note)), [409, 'CREDIT_NOTE_NOT_CREDITED', undefined])
})

test('a sum that no book could hold is refused at its line, in every document', async () => {
  const big = { ...line, quantity: 1_000_000_000, unitPrice: 100_000_000_000 }
  const many = Array.from({ length: 500 }, (_, n) => ({ ...big, id: `x${n}` }))
  for (const answer of [
    await draft({ lines: many }),
    await sales('POST', '/quotes', { company, title: 'Suuri', lines: many }),
    await sales('POST', '/orders', { company, title: 'Suuri', lines: many }),
    await sales('POST', '/contracts', { company, title: 'Suuri', startsOn: '2026-01-01', lines: many }),
  ])
    assert.deepEqual(told(answer), [422, 'VALUE_NOT_VALID', 'lines.0.unitPrice'])
  const most = await draft({ lines: [{ ...line, quantity: 1000, unitPrice: 99_000_000_000 }] })
  assert.equal(most.statusCode, 201)
})

test('signs that are none go out of a line before they get anywhere', async () => {
  const { id } = (await draft({ lines: [{ ...line, text: 'Ty\u0000ö\u0007\n2 h', unit: 'h\u0000' }] })).json()
  const [kept] = (await card(id)).lines
  assert.deepEqual([kept.text, kept.unit], ['Työ\n2 h', 'h'])
})

test('an intra-Community supply goes to another member state; reverse charge at home keeps its Finnish number', async () => {
  const without = (vatCategory: string, debtorVatNumber: string) =>
    draft({ lines: [{ ...line, vatCategory, vatRate: 0 }], debtorVatNumber })
  const issue = async (of: ReturnType<typeof without>) => billing('POST', `/invoices/${(await of).json().id}/issue`, {})
  const wrong = [422, 'VAT_NUMBER_NOT_OF_OTHER_STATE', 'debtorVatNumber']
  for (const number of ['FI00000174', 'GB123456789', 'NO123456789'])
    assert.deepEqual(told(await issue(without('K', number))), wrong, number)
  for (const [category, number] of [
    ['K', 'SE556703748501'],
    ['AE', 'FI00000174'],
    ['AE', 'SE556703748501'],
  ] as const)
    assert.equal((await issue(without(category, number))).statusCode, 200, `${category} ${number}`)
})

test('a slip of the year is refused where it is typed: of a supply, a delivery and a payment', async () => {
  for (const day of ['9999-12-31', '0026-03-02', '1926-03-02'])
    assert.deepEqual(told(await draft({ deliveredOn: day })), [422, 'VALUE_NOT_VALID', 'deliveredOn'], day)
  const { id: order } = (await sales('POST', '/orders', { company, title: 'Työ', lines: [line] })).json()
  const { id } = (
    await service('POST', `/orders/${order}/deliveries`, { lines: [{ line: 'a', quantity: 1000 }] })
  ).json()
  const out = await service('POST', `/deliveries/${id}/state`, { event: 'delivery', deliveredOn: '1926-03-02' })
  assert.deepEqual(told(out), [422, 'VALUE_NOT_VALID', 'deliveredOn'])
  const paid = await billing('POST', '/payments', { invoice: await issued(), amountCents: 100, paidOn: '1926-03-02' })
  assert.deepEqual(told(paid), [422, 'VALUE_NOT_VALID', 'paidOn'])
})
