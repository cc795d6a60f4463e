import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { look, type Occasion, perform } from '#ledger'
import { erasePerson } from '#rights'
import type { Published } from '#statement'
import { anApp } from '#test/app'
import { binParts } from '../../bin-of.ts'
import { holdingsOf } from '../../holdings.ts'
import { emptyBin } from './empty-bin.ts'

const { as, register, ledger, ids } = await anApp()
const [sales, service] = [as('saku'), as('helmi')]
type Ask = typeof sales
const owner = register.db.owner()
const made = async (who: Ask, path: string, body: object): Promise<{ id: string }> => {
  const answer = await who('POST', path, body)
  assert.equal(answer.statusCode, 201, `${path}: ${answer.body}`)
  return answer.json()
}
const maija = await made(sales, '/people', { values: { 'person.name': 'Maija Mäki' }, source: 'contact' })
const inBin = async (who: Ask) => (await who('GET', '/bin')).json().items.map(({ kind }: { kind: string }) => kind)

test('a nightly job destroys after fourteen days and not before; one destroys at once only what one deleted oneself', async () => {
  const night: Occasion = { by: 'register', duty: 'retention', purpose: 'retention', at: register.now(), under: '1' }
  const at = (day: number) => ({ ...night, at: new Date(Date.UTC(2026, 2, day, 1)) })
  const before = (await ledger()).length
  const [old, other] = [
    await made(sales, '/notes', { person: maija.id, text: 'Vanha' }),
    await made(service, '/notes', { person: maija.id, text: 'Toisen' }),
  ]
  await sales('DELETE', `/notes/${old.id}`)
  await service('DELETE', `/notes/${other.id}`)
  const asked = { items: [old, other].map(({ id }) => ({ kind: 'note', id })) }
  assert.deepEqual((await sales('POST', '/bin/emptying', asked)).json(), { destroyed: 1 })
  assert.deepEqual(await inBin(sales), ['note'], 'another’s stays')
  assert.deepEqual([await emptyBin(register, at(16), binParts), await emptyBin(register, at(17), binParts)], [0, 1])
  assert.deepEqual(await inBin(sales), [])
  assert.deepEqual((await ledger()).slice(before), [
    ...['note.written by saku', 'note.written by helmi', 'note.binned by saku', 'note.binned by helmi'],
    ...['bin.emptied by saku', 'bin.emptied by register'],
  ])
  const { rows } = await sql<{ payload: string }>`select payload::text from register.ledger_opening`.execute(owner)
  assert.doesNotMatch(rows.map(({ payload }) => payload).join(), /Vanha|Toisen|Mäki|xqv/, 'the ledger has ids only')
})

test('Art. 15–18: what lies in the bin is told, restricted, merged and erased with the person, as if nobody had deleted it', async () => {
  const [aino, twin] = [
    await made(sales, '/people', { values: { 'person.name': 'Aino Salo' }, source: 'contact' }),
    await made(sales, '/people', { values: { 'person.name': 'Aino Salo' }, source: 'contact' }),
  ]
  for (const [path, wish] of [
    ['/notes', { text: 'Ainon sana' }],
    ['/tasks', { title: 'Soita Ainolle', assignedTo: ids.saku }],
    ['/activities', { kind: 'call', title: 'Ainon puhelu', at: '2026-03-04T08:00:00Z' }],
    ['/opportunities', { title: 'Ainon kiuas' }],
  ] as const) {
    const { id } = await made(sales, path, { person: aino.id, ...wish })
    assert.equal((await sales('DELETE', `${path}/${id}`)).statusCode, 204)
  }
  const holdings = holdingsOf(register)
  const under = (duty: string): Occasion => ({
    by: 'register',
    duty,
    purpose: 'rights',
    at: register.now(),
    under: '1',
  })
  const each = (duty: string, deed: (holding: (typeof holdings)[number], act: never) => Promise<unknown>) =>
    perform(register.db, under(duty), async (act) => {
      for (const holding of holdings.filter(({ name }) => ['work', 'dealings'].includes(name)))
        await deed(holding, act as never)
      await act.record({ what: 'test.done' })
    })
  const told = await look(register.db, under('rights'), async (view) => {
    view.saw([], [])
    return Promise.all(holdings.map((holding) => holding.disclose(view as never, aino.id)))
  })
  const said = JSON.stringify(told)
  for (const words of ['Ainon sana', 'Soita Ainolle', 'Ainon puhelu', 'Ainon kiuas'])
    assert.ok(said.includes(words), words)
  assert.equal(said.match(/"binned_at":"2026/g)?.length, 4, 'Art. 15: and that it was deleted')

  const late = { ...under('retention'), at: new Date('2026-04-02T01:00:00Z') }
  await made(as('ingrid'), `/people/${aino.id}/restrictions`, { reason: 'claims' })
  assert.deepEqual((await sales('POST', '/bin/emptying', {})).json(), { destroyed: 0 })
  assert.equal(await emptyBin(register, late, binParts), 0, 'Art. 18: what is restricted is kept')
  await sql`update register.restriction set lifting_told_at = since, lifted_at = since, told_via = 'letter'`.execute(
    owner,
  )

  await each('matching', (holding, act) => holding.merge(act, aino.id, twin.id))
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from register.note
    where person_id = ${twin.id} and binned_at is not null`.execute(owner)
  assert.equal(rows[0]?.n, 1, 'two records that become one are one in the bin')

  const { statement } = register.current() as Published
  const occasion = { ...under('rights'), by: 'ingrid', purpose: 'customer-relationship' }
  await erasePerson(register, occasion, { holdings, statement, personId: twin.id } as never)
  for (const table of ['note', 'task', 'activity', 'opportunity']) {
    const left = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(`register.${table}`)}
      where binned_at is not null`.execute(owner)
    assert.equal(left.rows[0]?.n, 0, `Art. 17: nothing of them is in the bin: ${table}`)
  }
})
