import assert from 'node:assert/strict'
import { test } from 'node:test'
import { look, perform } from '#ledger'
import { anApp } from '#test/app'
import { noon } from '../../test/register.ts'
import { paperOpen, recipientsHolding } from './index.ts'

const { as, register, ledger, ids } = await anApp()
const sales = as('saku')
const machine = { by: 'register', duty: 'rights', purpose: 'rights', at: noon, under: '1' }
const db = register.db as never

async function person(name: string) {
  return (await sales('POST', '/people', { values: { 'person.name': name }, source: 'contact' })).json().id as string
}
const paperAbout = (people: string[], more: object = {}) =>
  sales('POST', '/papers', {
    what: 'Messujen osallistujaluettelo',
    location: 'Lukittu kaappi 2, myynti',
    people,
    reason: 'Messut 3.3.',
    destroyBy: '2026-03-10',
    ...more,
  })

test('what is on paper is registered with its lock, its people and its last day', async () => {
  const aino = await person('Aino Harju')
  const before = (await ledger()).length
  const made = await paperAbout([aino])
  assert.equal(made.statusCode, 201, made.body)
  assert.deepEqual((await ledger()).slice(before), ['paper.registered by saku'])

  const looks = (await register.looks()).length
  const [shown] = (await sales('GET', '/papers')).json().items
  assert.deepEqual(
    [shown.what, shown.state, shown.madeByName, shown.people],
    ['Messujen osallistujaluettelo', 'open', 'Saku Koskela', [aino]],
  )
  assert.deepEqual((await register.looks()).slice(looks), [
    { by: ids.saku, duty: 'sales', purpose: 'customer-relationship', people: [aino], fields: [] },
  ])
})

test('a paper without a lock, without people, or without a near day is refused', async () => {
  const otto = await person('Otto Lahti')
  const said = async (more: object, people = [otto]) => {
    const { code, detail } = (await paperAbout(people, more)).json()
    return `${code} ${detail.field}`
  }
  assert.equal(await said({ location: '  ' }), 'VALUE_REQUIRED location')
  assert.equal(await said({}, []), 'VALUE_REQUIRED people')
  assert.equal(await said({ destroyBy: '2026-03-01' }), 'PAPER_DAY_NOT_VALID destroyBy')
  assert.equal(await said({ destroyBy: '2027-03-04' }), 'PAPER_DAY_NOT_VALID destroyBy')
  assert.equal(await said({}, [crypto.randomUUID()]), 'NOT_FOUND people')
})

test('destroying needs a witness other than oneself, or a certificate', async () => {
  const venla = await person('Venla Virta')
  const { id } = (await paperAbout([venla])).json()
  const destroy = async (body: object) =>
    (await sales('POST', `/papers/${id}/destruction`, { method: 'shredded', ...body })).json().code
  assert.equal(await destroy({}), 'WITNESS_MISSING')
  assert.equal(await destroy({ witness: ids.saku }), 'WITNESS_IS_ONESELF')
  assert.equal(await destroy({ witness: crypto.randomUUID() }), 'NOT_STAFF')
  assert.equal(await destroy({ witness: ids.helmi }), undefined)
  assert.equal(await destroy({ witness: ids.helmi }), 'PAPER_NOT_OPEN')
})

test('a paper that nobody destroyed by its day is overdue', async () => {
  const oili = await person('Oili Oja')
  await paperAbout([oili], { destroyBy: '2026-03-02' })
  const tomorrow = { ...machine, at: new Date('2026-03-03T08:00:00+02:00') }
  const papers = await look(db, tomorrow, (view) => paperOpen(view as never, oili))
  assert.deepEqual(
    papers.map(({ state }) => state),
    ['overdue'],
  )
})

test('an erasure stays open while the person is on a paper, until its destruction is recorded; others on it stay', async () => {
  const [hers, his] = [await person('Piia Poistettava'), await person('Jarno Jäävä')]
  const { id } = (await paperAbout([hers, his])).json()
  const plan = () =>
    look(db, machine, (view) => {
      view.saw([hers], [])
      return recipientsHolding.plan(view as never, hers)
    })
  const open = () => look(db, machine, (view) => paperOpen(view as never, hers))

  assert.deepEqual(
    (await plan()).map(({ table, fate, event }) => [table, fate, event?.fi]),
    [['register.paper_item', 'hold', 'paperin hävittäminen']],
  )
  assert.equal((await open()).length, 1)

  await sales('POST', `/papers/${id}/destruction`, { method: 'provider', certificate: 'TODISTUS-7' })
  assert.deepEqual(await open(), [])
  const fates = await plan()
  assert.deepEqual(
    fates.map(({ fate }) => fate),
    ['erase'],
  )
  await perform(db, machine, async (act) => {
    await recipientsHolding.erase(act as never, hers, fates)
    await act.record({ what: 'person.erased' })
  })
  const { rows } = await register.db
    .owner()
    .selectFrom('register.paper_item')
    .select('people')
    .where('id', '=', id)
    .execute()
    .then((rows) => ({ rows }))
  assert.deepEqual(rows, [{ people: [his] }])
})

test('the administrator of staff and settings sees no papers', async () => {
  assert.equal((await as('tomas')('GET', '/papers')).statusCode, 403)
})
