import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import type { CastName } from '#test/people'

const { as, register } = await anApp()
const owner = register.db.owner()
const sales = as('saku')
const made = async (path: string, body: object) => {
  const answer = await sales('POST', path, body)
  assert.equal(answer.statusCode, 201, `${path}: ${answer.body}`)
  return answer.json()
}
const open = async (kind: string, id: string, who: CastName = 'saku') =>
  assert.equal((await as(who)('PUT', '/seen-lately', { kind, id })).statusCode, 204)
const seen = async (who: CastName = 'saku'): Promise<string[][]> => {
  const answer = await as(who)('GET', '/seen-lately')
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().items.map(({ kind, title, name }: Record<string, string>) => [kind, title, name])
}
/** A minute passes between two looks, as it does at a desk. */
const later = () => register.setClock(new Date(register.now().getTime() + 60_000))

const values = { 'person.name': { given: 'Aino', family: 'Harju' } }
const aino = await made('/people', { values, source: 'contact' })
const firm = await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'contact' })
const line = { id: 'a', text: 'Hormi', unit: 'kpl', quantity: 1000, unitPrice: 10_000_000, vatRate: 2550 }
const quote = await made('/quotes', { company: firm.id, title: 'Hormi', lines: [line] })
const opportunity = await made('/opportunities', { person: aino.id, title: 'Takka mökille' })
const task = await made('/tasks', { title: 'Soita takaisin' })

test('every kind of record is remembered with the cards, the one opened last first, each once', async () => {
  const opened = [
    ['company', firm.id],
    ['quote', quote.id],
    ['person', aino.id],
    ['opportunity', opportunity.id],
    ['task', task.id],
    ['quote', quote.id],
  ] as const
  for (const [kind, id] of opened) {
    await open(kind, id)
    later()
  }
  assert.deepEqual(await seen(), [
    ['quote', 'Hormi', 'Kivelän Puu Oy'],
    ['task', 'Soita takaisin', null],
    ['opportunity', 'Takka mökille', 'Aino Harju'],
    ['person', 'Aino Harju', null],
    ['company', 'Kivelän Puu Oy', null],
  ])
  assert.deepEqual(await seen('helmi'), [], 'what one opened is one’s own')
  const look = (await register.looks()).at(-1)
  assert.deepEqual([look?.people, look?.fields], [[aino.id], ['com.quotes', 'person.name']])
})

test('what a duty does not read, is not there or is no kind at all is not remembered, and nobody is told which', async () => {
  const nobody = '01980000-0000-7000-8000-000000000000'
  for (const [kind, id] of [
    ['quote', quote.id],
    ['opportunity', opportunity.id],
    ['company', nobody],
    ['quote', nobody],
    ['secrets', nobody],
  ] as const)
    await open(kind, id, 'maija')
  const { rows } =
    await sql`select from register.seen_lately where staff <> (select staff from register.seen_lately limit 1)`.execute(
      owner,
    )
  assert.equal(rows.length, 0)
  for (const body of [{ kind: 'Quote', id: quote.id }, { kind: 'quote', id: 'x' }, { quote: quote.id }])
    assert.equal((await sales('PUT', '/seen-lately', body)).statusCode, 422)
})

test('what lies in the bin leaves the list without a word, and is there again when it is taken back', async () => {
  assert.equal((await sales('DELETE', `/opportunities/${opportunity.id}`)).statusCode, 204)
  assert.ok(!(await seen()).some(([kind]) => kind === 'opportunity'))
  await sql`update register.opportunity set binned_at = null, binned_by = null where id = ${opportunity.id}`.execute(
    owner,
  )
  assert.ok((await seen()).some(([kind]) => kind === 'opportunity'))
})

test('thirty are kept', async () => {
  for (let n = 0; n < 31; n++) {
    later()
    await open('task', (await made('/tasks', { title: `Tehtävä ${n}` })).id)
  }
  const { rows } = await sql`select from register.seen_lately`.execute(owner)
  assert.equal(rows.length, 30)
  assert.equal((await seen())[0]?.[1], 'Tehtävä 30')
})
