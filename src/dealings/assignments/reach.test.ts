import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import { sql } from 'kysely'
import { publish } from '#statement'
import { anApp } from '#test/app'

// Service is given reach `own`, as project staff have it.
const { as, register, ids } = await anApp({ statement: null })
const source = await readFile(new URL('../../../examples/valo-group.yaml', import.meta.url), 'utf8')
const narrow = source.replace(/(id: service\n[\s\S]*?reach: )all/, '$1own')
assert.notEqual(narrow, source)
await publish(register, { by: 'tomas', duty: 'admin', purpose: 'statement', at: register.now(), under: '0' }, narrow)
const [sales, helmi] = [as('saku'), as('helmi')]
const made = async (path: string, body: object) => {
  const answer = await sales('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.statusCode === 201 ? answer.json() : null
}

const company = await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' })
const person = (name: string) =>
  made('/people', { values: { 'person.name': name }, company: company.id, source: 'order' })
const [mine, other, nobody] = [await person('Maija Mäki'), await person('Olli Oja'), await person('Anna Aho')]
const job = (title: string) => made('/assignments', { company: company.id, title })
const [a, b] = [await job('Hanke A'), await job('Hanke B')]
await made(`/assignments/${a.id}/contacts`, { staff: ids.helmi })
await made(`/assignments/${a.id}/contacts`, { person: mine.id })
await made(`/assignments/${b.id}/contacts`, { person: other.id })

test('a user of engagement A reaches its contacts and cannot list those of engagement B', async () => {
  const own = (await helmi('GET', `/assignments/${a.id}`)).json()
  assert.deepEqual(
    own.list.map((one: Record<string, string>) => one.staffName ?? one.personName),
    ['Helmi Aaltola', 'Maija Mäki'],
  )
  assert.equal((await helmi('GET', `/assignments/${b.id}`)).statusCode, 404)
  assert.equal((await helmi('GET', `/people/${mine.id}`)).statusCode, 200)
  for (const hidden of [other, nobody]) assert.equal((await helmi('GET', `/people/${hidden.id}`)).statusCode, 404)
  assert.equal(
    (await helmi('GET', `/companies/${company.id}`)).statusCode,
    200,
    'the company of the assignment is reached',
  )
})

test('neither by SQL: the row policies say the same', async () => {
  const db = register.db.as('service')
  await db.transaction().execute(async (tx) => {
    await sql`select set_config('seloste.by', ${ids.helmi}, true)`.execute(tx)
    const listed = await sql<{
      person_id: string
    }>`select person_id from register.assignment_contact where person_id is not null`.execute(tx)
    const jobs = await sql<{ id: string }>`select id from register.assignment`.execute(tx)
    assert.deepEqual([listed.rows, jobs.rows], [[{ person_id: mine.id }], [{ id: a.id }]])
  })
})

test('sales, whose reach is all, reaches every list', async () => {
  for (const [one, name] of [
    [a, 'Maija Mäki'],
    [b, 'Olli Oja'],
  ] as const)
    assert.ok((await sales('GET', `/assignments/${one.id}`)).body.includes(name))
})

test('with the assignment ends the reach', async () => {
  await made(`/assignments/${a.id}/state`, { event: 'completion' })
  assert.equal((await helmi('GET', `/people/${mine.id}`)).statusCode, 404)
  assert.equal((await helmi('GET', `/assignments/${a.id}`)).statusCode, 404)
})
