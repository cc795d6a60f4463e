import assert from 'node:assert/strict'
import test from 'node:test'
import { anApp } from '#test/app'

const { as, ledger } = await anApp()
const [sales, billing] = [as('saku'), as('bo')]
const made = async (path: string, body: object, who = sales) => {
  const answer = await who('POST', path, body)
  assert.equal(answer.statusCode, 201, `${path}: ${answer.body}`)
  return answer.json()
}
const aPerson = (name: string, more: object = {}) =>
  made('/people', { values: { 'person.name': name }, source: 'contact', ...more })
const lines = [{ id: 'a', text: 'Lämpöpumppu', unit: 'kpl', quantity: 1000, unitPrice: 10_000_000, vatRate: 2550 }]

const company = await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'contact' })
const another = await made('/companies', { values: { 'org.name': 'Harjun Saha Oy' }, source: 'contact' })
await made('/orders', { company: company.id, lines })
const maija = await aPerson('Maija Mäki', { company: company.id })
const aino = await aPerson('Aino Harju')

test('the party of a quote, an order, a contract or an invoice is the company, never its representative (S4.6)', async () => {
  const before = (await ledger()).length
  const invoice = { number: '1', dueOn: '2026-03-30', amountCents: 100 }
  for (const [path, body, who] of [
    ['/quotes', {}, sales],
    ['/orders', { lines }, sales],
    ['/contracts', { title: 'Huolto' }, sales],
    ['/assignments', { title: 'Asennus' }, sales],
    ['/invoices/drafts', {}, billing],
    ['/invoices', invoice, billing],
  ] as const) {
    const refused = await who('POST', path, { person: maija.id, ...body })
    const { code, detail } = refused.json()
    assert.deepEqual([path, refused.statusCode, code], [path, 422, 'PARTY_IS_REPRESENTATIVE'])
    assert.deepEqual([detail.clause, detail.field], ['S4.6', 'party'])
    assert.ok(!refused.body.includes('Mäki'), 'a refusal repeats nobody’s name')
  }
  assert.equal((await ledger()).length, before)
})

test('a company buys through its contact person, and a private person or a sole trader for themselves', async () => {
  const quote = await made('/quotes', { company: company.id, contact: maija.id })
  assert.deepEqual([quote.company, quote.person, quote.contact], [company.id, null, maija.id])
  assert.equal((await made('/quotes', { person: aino.id })).person, aino.id)
  const trader = await made('/people', {
    values: { 'person.name': 'Tero Toimi' },
    kind: 'sole-trader',
    source: 'contact',
  })
  assert.equal((await made('/orders', { person: trader.id, lines })).person, trader.id)
})

test('an enquiry of a representative becomes a quote for the only company they stand for', async () => {
  const enquiry = await made('/enquiries', { person: maija.id, channel: 'phone', source: 'contact' })
  const quote = await made(`/enquiries/${enquiry.id}/quote`, {})
  assert.deepEqual([quote.company, quote.person, quote.contact], [company.id, null, maija.id])
  const opportunity = await made(`/enquiries/${enquiry.id}/opportunity`, { title: 'Pumput' })
  assert.deepEqual([opportunity.company, opportunity.person], [company.id, null])
})

test('where a representative stands for several companies or none, whoever makes the quote says which, or that they buy for themselves', async () => {
  const many = await aPerson('Olli Kaksi', { company: company.id })
  await made(`/people/${many.id}/affiliations`, { company: another.id, source: 'contact' })
  const none = await aPerson('Nea Outo', { kind: 'representative' })
  for (const { id } of [many, none]) {
    const enquiry = await made('/enquiries', { person: id, channel: 'phone', source: 'contact' })
    const refused = await sales('POST', `/enquiries/${enquiry.id}/quote`, {})
    assert.equal(refused.json().code, 'PARTY_IS_REPRESENTATIVE')
    const quote = await made(`/enquiries/${enquiry.id}/quote`, { company: another.id })
    assert.deepEqual([quote.company, quote.contact], [another.id, id])
  }
  const opportunity = await made('/opportunities', { person: none.id, title: 'Toive' })
  assert.equal((await sales('POST', `/opportunities/${opportunity.id}/quote`)).json().code, 'PARTY_IS_REPRESENTATIVE')
  // S4.6: what staff mark is no value from anybody, so it has no source.
  const before = (await ledger()).length
  const marked = await sales('PATCH', `/people/${none.id}`, {
    payload: { kind: 'private-customer' },
    headers: { 'if-match': String((await sales('GET', `/people/${none.id}`)).json().revision) },
  })
  assert.equal(marked.statusCode, 200, marked.body)
  assert.equal((await made(`/opportunities/${opportunity.id}/quote`, {})).person, none.id)
  assert.deepEqual((await ledger()).slice(before), ['person.corrected by saku', 'quote.drafted by saku'])
})
