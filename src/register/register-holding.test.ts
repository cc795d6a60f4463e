import assert from 'node:assert/strict'
import test from 'node:test'
import { look } from '#ledger'
import { anApp } from '#test/app'
import { inForce } from './in-force.ts'
import { registerHolding } from './register-holding.ts'

const { as, register } = await anApp()
const sales = as('saku')
const holding = registerHolding(() => inForce(register))
const occasion = { by: 'rights', duty: 'rights', purpose: 'customer-relationship', at: register.now(), under: '1' }

const seen = <R>(view: Parameters<typeof look<never, R>>[2]) => look(register.db as never, occasion, view)

test('everything kept about a person is disclosed, in whichever table, and nothing of anybody else', async () => {
  const company = (
    await sales('POST', '/companies', {
      values: {
        'org.name': 'Tmi Aylin Demir',
        'org.heatingSystem': 'oil',
        'org.addresses': [{ street: 'Katu 1', postcode: '00520', city: 'Helsinki' }],
      },
      form: 'sole-trader',
      personName: 'Aylin Demir',
      source: 'order',
    })
  ).json()
  const id = company.personId
  const revision = (await sales('GET', `/people/${id}`)).json().revision
  await sales('PATCH', `/people/${id}`, {
    payload: {
      values: {
        'person.email': ['aylin@demir.example'],
        'person.phone': ['040 123 4567'],
        'person.preferredLanguage': 'sv',
      },
      source: 'order',
    },
    headers: { 'if-match': String(revision) },
  })
  await sales('POST', '/enquiries', { channel: 'phone', message: 'Kysyi huollosta.', person: id, source: 'contact' })
  await sales('POST', `/people/${id}/notice-deliveries`, { way: 'phone', language: 'fi' })
  await sales('POST', '/people', {
    values: { 'person.name': 'Joku Muu', 'person.email': 'joku@muu.example' },
    source: 'contact',
  })

  const { kept } = await seen(async (view) => {
    view.saw([id], ['person.name'])
    return holding.disclose(view as never, id)
  })
  const tables = holding.tables.filter((table) => table !== 'register.person_address')
  assert.deepEqual(kept.map(({ table }) => table).sort(), tables.sort())
  const text = JSON.stringify(kept)
  for (const value of [
    'Aylin',
    'aylin@demir.example',
    '+358401234567',
    'Kysyi huollosta.',
    'Katu 1',
    '"sv"',
    '"oil"',
  ]) {
    assert.equal(text.includes(value), true, value)
  }
  assert.equal(text.includes('muu.example'), false)
})

test('the holding says whether it keeps anything at all about a person', async () => {
  const { id } = (
    await sales('POST', '/people', { values: { 'person.name': 'Piotr Nowak' }, source: 'contact' })
  ).json()
  for (const [person, has] of [
    [id, true],
    ['019cadfd-8900-7000-8000-000000000000', false],
  ] as const) {
    const answer = await seen(async (view) => {
      view.saw([person], [])
      return holding.has(view as never, person)
    })
    assert.equal(answer, has)
  }
})
