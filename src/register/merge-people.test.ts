import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { type Act, perform } from '#ledger'
import { anApp } from '#test/app'
import { inForce } from './in-force.ts'
import { mergePeople } from './merge-people.ts'
import { registerHolding } from './register-holding.ts'

const { as, register } = await anApp()
const sales = as('saku')
const holding = registerHolding(() => inForce(register))
const occasion = { by: 'saku', duty: 'matching', purpose: 'customer-relationship', at: register.now(), under: '1' }
const merge = (from: string, into: string) =>
  perform(register.db, occasion, (act) => mergePeople(act as never as Act<never>, [holding as never], { from, into }))

const person = async (values: Record<string, unknown>, more = {}) =>
  (await sales('POST', '/people', { values, source: 'contact', ...more })).json()

test('two records of one person become one: every value of both stays, each with its source, and none twice', async () => {
  const company = (
    await sales('POST', '/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' })
  ).json()
  const old = await person(
    {
      'person.name': 'Maija Mäki',
      'person.email': ['maija@kivela.example', 'maija@koti.example'],
      'person.preferredLanguage': 'sv',
      'person.jobRole': 'ostaja',
    },
    { company: company.id },
  )
  const kept = await person(
    { 'person.name': 'Maija Mäki-Aho', 'person.email': ['maija@koti.example'], 'person.phone': '040 123 4567' },
    { company: company.id },
  )
  await sales('POST', '/enquiries', { channel: 'phone', message: 'Vanha kysymys', person: old.id, source: 'contact' })

  await merge(old.id, kept.id)

  const shown = (await sales('GET', `/people/${kept.id}`)).json()
  assert.deepEqual(shown.values['person.name'], { given: 'Maija', family: 'Mäki-Aho' })
  assert.deepEqual(
    shown.values['person.email'].map(({ address, primary }: Record<string, unknown>) => [address, primary]),
    [
      ['maija@koti.example', true],
      ['maija@kivela.example', false],
    ],
  )
  assert.equal(shown.values['person.preferredLanguage'], 'sv')
  assert.equal(shown.values['person.jobRole'], 'ostaja')
  assert.equal(shown.affiliations.length, 1)
  assert.equal((await sales('GET', `/people/${old.id}`)).statusCode, 404)
  const { rows } = await sql<{
    count: number
  }>`select count(*) as count from register.enquiry where person_id = ${kept.id}`.execute(register.db.owner())
  assert.equal(rows[0]?.count, 1)
  const { rows: orphans } =
    await sql`select from register.person_source told where person_id = ${kept.id} and value_id not in (
      select ${kept.id}::uuid union select id from register.person_email union select id from register.person_phone union select id from register.affiliation)`.execute(
      register.db.owner(),
    )
  assert.equal(orphans.length, 0)
  assert.equal((await register.ledger()).at(-1), 'person.merged by saku')
})

test('a person is not merged with themselves, nor with somebody who is not there, nor by a duty of the statement', async () => {
  const { id } = await person({ 'person.name': 'Piotr Nowak' })
  await assert.rejects(merge(id, id), { code: 'SAME_PERSON' })
  await assert.rejects(merge('019cadfd-8900-7000-8000-000000000000', id))
  await assert.rejects(sql`select seloste.merge_people(${id}, ${id}, now())`.execute(register.db.as('sales')), {
    code: '42501',
  })
})

test('the merger sees keys and no more than names, though it moves everything', async () => {
  await assert.rejects(sql`select message from register.enquiry`.execute(register.db.as('matching')), { code: '42501' })
  await assert.rejects(sql`select * from declared.person`.execute(register.db.as('matching')), { code: '42501' })
})

test('whoever may correct names says that two records are one; who sees neither, or may not, is refused', async () => {
  const [gone, kept] = [await person({ 'person.name': 'Tuula Aalto' }), await person({ 'person.name': 'Tuula Aalto' })]
  const ask = (who: ReturnType<typeof as>, into = kept.id) => who('POST', `/people/${into}/merges`, { from: gone.id })
  assert.equal((await ask(as('maija'))).json().code, 'FIELD_NOT_OF_DUTY')
  assert.equal((await ask(sales, '019cadfd-8900-7000-8000-000000000000')).statusCode, 404)
  assert.equal((await ask(sales, gone.id)).json().code, 'SAME_PERSON')
  const merged = await ask(sales)
  assert.deepEqual([merged.statusCode, merged.json().id], [201, kept.id], merged.body)
  assert.equal((await sales('GET', `/people/${gone.id}`)).statusCode, 404)
})
