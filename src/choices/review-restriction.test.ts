import assert from 'node:assert/strict'
import test from 'node:test'
import { anApp } from '#test/app'
import { remindOfRestrictions } from './remind-of-restrictions.ts'

const { as, register, ledger } = await anApp()
const [sales, privacy] = [as('saku'), as('ingrid')]
const aPerson = async (name: string) =>
  (await sales('POST', '/people', { values: { 'person.name': name }, source: 'contact' })).json().id as string
const [claiming, contesting, lifted] = [
  await aPerson('Aino Oja'),
  await aPerson('Eero Salo'),
  await aPerson('Veli Aho'),
]
const restricted = async (person: string, reason: string) =>
  (await privacy('POST', `/people/${person}/restrictions`, { reason })).json().restrictions[0]
const held = await restricted(claiming, 'claims')
const contested = await restricted(contesting, 'accuracy')
const over = await restricted(lifted, 'accuracy')

const sent: string[] = []
const mail = { send: async ({ text }: { text: string }) => void sent.push(text), close: () => undefined }
const round = async (day: string) => {
  await register.setClock(`${day}T07:00:00+02:00`)
  return remindOfRestrictions(register, { mail: mail as never, publicUrl: 'https://valo.example' })
}
const line = (day: string, person: string) => `${day}: https://valo.example/desk/people/${person}`

test('a restriction has a day on which somebody looks at it: a month on, or six where the person wants the data kept', async () => {
  assert.deepEqual([held.reviewOn, contested.reviewOn], ['2026-09-02', '2026-04-02'])
  const before = (await ledger()).length
  const answer = await privacy('POST', `/restrictions/${contested.id}/review`)
  assert.deepEqual([answer.statusCode, answer.json().restrictions[0].reviewOn], [201, '2026-04-02'])
  assert.deepEqual((await ledger()).slice(before), ['restriction.reviewed by ingrid'])
  assert.equal((await sales('POST', `/restrictions/${held.id}/review`)).statusCode, 403, 'privacy says so, nobody else')
  await privacy('POST', `/restrictions/${over.id}/lifting-notice`, { via: 'phone' })
  await privacy('POST', `/restrictions/${over.id}/lifting`)
  assert.equal((await privacy('POST', `/restrictions/${over.id}/review`)).statusCode, 404)
})

test('nobody is forgotten: privacy is mailed on the day, and every two weeks until somebody looks', async () => {
  const before = (await ledger()).length
  assert.deepEqual([await round('2026-04-01'), await round('2026-04-02'), await round('2026-04-03')], [0, 1, 0])
  assert.deepEqual([await round('2026-04-15'), await round('2026-04-16')], [0, 1])
  assert.deepEqual(sent, [line('2026-04-02', contesting), line('2026-04-02', contesting)], 'opaque ids and no name')
  assert.equal(await round('2026-09-02'), 2)
  assert.equal(sent.at(-1), [line('2026-04-02', contesting), line('2026-09-02', claiming)].join('\n'))
  assert.deepEqual((await ledger()).slice(before), Array(4).fill('restriction.reminded by register'))
})
