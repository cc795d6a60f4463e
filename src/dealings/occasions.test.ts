import assert from 'node:assert/strict'
import test from 'node:test'
import { anApp } from '#test/app'

const { as, ledger } = await anApp()
const sales = as('saku')
const made = async (path: string, body: object, who = sales) => {
  const answer = await who('POST', path, body)
  assert.equal(answer.statusCode, 201, `${path}: ${answer.body}`)
  return answer.json()
}
interface Origin {
  source: string
  document: { kind: string; id: string } | null
}
const card = async (path: string) => (await sales('GET', path)).json()
/** Where each value of a field came from. */
const origins = ({ sources }: { sources: Record<string, Origin> }, field: string) =>
  Object.entries(sources)
    .filter(([key]) => key === field || key.startsWith(`${field}:`))
    .map(([, { source, document }]) => [source, document?.kind ?? null, document?.id ?? null])
const lines = [{ id: 'a', text: 'Lämpöpumppu', unit: 'kpl', quantity: 1000, unitPrice: 10_000_000, vatRate: 2550 }]
const aPerson = (name: string, more: object = {}) =>
  made('/people', { values: { 'person.name': name }, source: 'contact', ...more })

const company = await made('/companies', {
  values: { 'org.name': 'Kivelän Puu Oy', 'org.phone': '09 123 4567' },
  source: 'contact',
})
const contact = await aPerson('Maija Mäki', { company: company.id })

test('what a private buyer gives with an order goes on their card, with the order as the occasion (S6.3)', async () => {
  const aino = await aPerson('Aino Harju')
  const before = (await ledger()).length
  const order = await made('/orders', {
    ...{ person: aino.id, lines },
    given: { email: 'Aino@Harju.example', phone: '040 123 4567' },
  })
  const seen = await card(`/people/${aino.id}`)
  assert.deepEqual(origins(seen, 'person.email'), [['order', 'order', order.id]])
  assert.deepEqual(origins(seen, 'person.phone'), [['order', 'order', order.id]])
  assert.deepEqual(origins(seen, 'person.name'), [['contact', null, null]])
  assert.deepEqual((await ledger()).slice(before), [
    'relationship.moved by saku',
    'order.placed by saku',
    'email.added by saku',
    'phone.added by saku',
  ])
})

test('what is held already keeps its source, and nothing held is overwritten', async () => {
  const values = { 'person.name': 'Väinö Vanha', 'person.email': 'vaino@vanha.example' }
  const old = await made('/people', { values, source: 'contact' })
  const order = await made('/orders', {
    ...{ person: old.id, lines },
    given: { email: 'vaino@vanha.example', phone: '050 765 4321' },
  })
  const seen = await card(`/people/${old.id}`)
  assert.deepEqual(origins(seen, 'person.email'), [['contact', null, null]])
  assert.deepEqual(origins(seen, 'person.phone'), [['order', 'order', order.id]])

  const place = { street: 'Sahatie 1', postcode: '01300', city: 'Vantaa' }
  const firm = await made('/companies', {
    values: { 'org.name': 'Sahan Tie Oy', 'org.addresses': [place] },
    source: 'contact',
  })
  const same = { street: 'Sahatie', houseNumber: '1', postcode: '01300', city: 'Vantaa' }
  await made('/orders', { company: firm.id, lines, given: { address: same } })
  const held = await card(`/companies/${firm.id}`)
  assert.equal(held.values['org.addresses'].length, 1)
  assert.deepEqual(origins(held, 'org.addresses'), [['contact', null, null]])
})

test('what the statement does not collect is not taken with an order either (S5.1)', async () => {
  const aino = await aPerson('Aino Toinen')
  const address = { street: 'Kotitie 1', postcode: '01300', city: 'Vantaa' }
  const refused = await sales('POST', '/orders', { person: aino.id, lines, given: { address } })
  assert.deepEqual([refused.json().code, refused.json().detail.field], ['FIELD_NOT_DECLARED', 'person.address'])
})

test('with a company’s contract a number is its contact person’s, and a place the company’s own (S6.4)', async () => {
  const address = { street: 'Tehtaankatu', houseNumber: '2', postcode: '00140', city: 'Helsinki' }
  const contract = await made('/contracts', {
    ...{ company: company.id, contact: contact.id, title: 'Huolto' },
    given: { phone: '040 555 1234', address },
  })
  assert.deepEqual(origins(await card(`/people/${contact.id}`), 'person.phone'), [
    ['contract', 'contract', contract.id],
  ])
  const firm = await card(`/companies/${company.id}`)
  assert.deepEqual(origins(firm, 'org.addresses'), [['contract', 'contract', contract.id]])
  assert.deepEqual(origins(firm, 'org.phone'), [['contact', null, null]])
})

test('with no contact person the company’s own number is corrected, and says with which order', async () => {
  const order = await made('/orders', { company: company.id, lines, given: { phone: '09 765 4321' } })
  const firm = await card(`/companies/${company.id}`)
  assert.equal(firm.values['org.phone'].number, '+35897654321')
  assert.deepEqual(origins(firm, 'org.phone'), [['order', 'order', order.id]])
})

test('a request for a quote is the occasion of what came with it (S6.2)', async () => {
  const wish = { channel: 'phone', source: 'quote-request', newPerson: { values: { 'person.name': 'Uusi Kysyjä' } } }
  const enquiry = await made('/enquiries', wish)
  const person = await card(`/people/${enquiry.person.id}`)
  assert.deepEqual(origins(person, 'person.name'), [['quote-request', 'enquiry', enquiry.id]])
  const quote = await made('/quotes', {
    ...{ person: person.id, enquiry: enquiry.id },
    given: { email: 'uusi@kysyja.example' },
  })
  assert.deepEqual(origins(await card(`/people/${person.id}`), 'person.email'), [
    ['quote-request', 'enquiry', enquiry.id],
  ])
  const second = await made('/quotes', { person: person.id, given: { phone: '044 111 2222' } })
  assert.deepEqual(origins(await card(`/people/${person.id}`), 'person.phone'), [['quote-request', 'quote', second.id]])
  assert.notEqual(quote.id, second.id)
})

test('what is given wrong is refused at its field, and nothing is ordered', async () => {
  const before = (await ledger()).length
  for (const [given, code, field] of [
    [{ email: 'ei osoite' }, 'EMAIL_NOT_VALID', 'person.email'],
    [{ phone: '12' }, 'PHONE_NOT_VALID', 'person.phone'],
    [{ address: { street: 'Tie 1', postcode: '0130', city: 'Vantaa' } }, 'ADDRESS_NOT_VALID', 'org.addresses'],
    [{ email: '131052-308T@harju.example' }, 'PERSONAL_IDENTITY_CODE', 'person.email'],
  ] as const) {
    const refused = await sales('POST', '/orders', { company: company.id, contact: contact.id, lines, given })
    assert.deepEqual([refused.statusCode, refused.json().code, refused.json().detail.field], [422, code, field])
  }
  assert.equal((await ledger()).length, before)
})

test('an e-invoice address says where it came from and with which order or contract', async () => {
  const billing = as('bo')
  const { id } = await made('/orders', { company: company.id, lines })
  const set = (body: object) => billing('PUT', `/companies/${company.id}/e-invoice-address`, body)
  const [eAddress, eOperator] = ['003700000174', '003721291126']
  const undeclared = await set({ eAddress, eOperator, source: 'rumour' })
  assert.deepEqual([undeclared.statusCode, undeclared.json().code], [422, 'SOURCE_NOT_DECLARED'])
  assert.equal((await set({ eAddress, eOperator, source: 'order', document: { kind: 'order', id } })).statusCode, 204)
  const seen = (await billing('GET', `/companies/${company.id}/e-invoice-address`)).json()
  assert.deepEqual([seen.eAddress, seen.source, seen.document], [eAddress, 'order', { kind: 'order', id }])
  assert.equal((await set({ eAddress, eOperator })).statusCode, 204)
  assert.equal((await billing('GET', `/companies/${company.id}/e-invoice-address`)).json().source, 'contact')
})
