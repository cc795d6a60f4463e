import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { look, type Occasion, perform } from '#ledger'
import { anApp } from '#test/app'
import { priceListsHeld } from '../products/price-lists-held.ts'
import { opportunitiesHeld } from './opportunities-held.ts'

const { as, register } = await anApp()
const sales = as('saku')
const rights: Occasion = { by: 'register', duty: 'rights', purpose: 'rights', at: register.now(), under: '1' }
const made = async (path: string, body: object) => (await sales('POST', path, body)).json()
const firm = await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' })
const who = { values: { 'person.name': 'Maija Mäki' }, source: 'order' }
const [maija, twin] = [await made('/people', who), await made('/people', who)]
const own = await made('/opportunities', { person: maija.id, title: 'Kiuas' })
const binned = await made('/opportunities', { person: maija.id, title: 'Vanha kiuas' })
await sales('DELETE', `/opportunities/${binned.id}`)
const named = await made('/opportunities', { company: firm.id, contactPerson: maija.id, title: 'Puut' })
const rowsOf = async () =>
  (
    await sql<{ title: string; person: string | null; contact: string | null; held: boolean }>`
      select title, person_id as person, contact_person_id as contact, held_at is not null as held
      from register.opportunity order by entered_at, id`.execute(register.db.owner())
  ).rows
const doing = (deed: (act: never) => Promise<unknown>) =>
  perform(register.db, rights, async (act) => {
    await deed(act as never)
    await act.record({ what: 'test.done' })
  })

test('Art. 18: a restricted customer’s opportunities are out of daily use, and come back', async () => {
  await doing((act) => opportunitiesHeld.restrict(act, maija.id, true))
  assert.equal((await as('bo')('GET', `/opportunities/${own.id}`)).statusCode, 404, 'who only reads sees it no more')
  await doing((act) => opportunitiesHeld.restrict(act, maija.id, false))
  assert.equal((await as('bo')('GET', `/opportunities/${own.id}`)).statusCode, 200)
})

test('two records that become one take their opportunities along, as customer and as contact', async () => {
  const merging: Occasion = { ...rights, duty: 'matching' }
  const into = (from: string, to: string) =>
    perform(register.db, merging, async (act) => {
      await opportunitiesHeld.merge(act as never, from, to)
      await act.record({ what: 'test.done' })
    })
  await into(maija.id, twin.id)
  assert.ok((await rowsOf()).every(({ person, contact }) => (person ?? contact) === twin.id))
  await into(twin.id, maija.id)
})

test('Art. 17: an erasure takes what was hoped of the person, also from the bin, and leaves a company’s without the name', async () => {
  const fates = await look(register.db, rights, async (view) => {
    view.saw([], [])
    const kept = await opportunitiesHeld.disclose(view as never, maija.id)
    assert.equal(kept[0]?.rows.length, 3, 'Art. 15: all three are told')
    return opportunitiesHeld.plan(view as never, maija.id, { statement: {} as never, today: '2026-03-02' })
  })
  assert.deepEqual(
    fates.map(({ class: ofClass, rows, fate }) => [ofClass, rows, fate]),
    [['order-contract', 2, 'erase']],
  )
  await doing((act) => opportunitiesHeld.erase(act, maija.id, fates))
  assert.deepEqual(await rowsOf(), [{ title: 'Puut', person: null, contact: null, held: false }])
  assert.equal((await sales('GET', `/opportunities/${named.id}`)).json().contact, null)
})

test('S5.2: the price list of a sole trader goes with the person, a company’s does not', async () => {
  const tmi = await made('/companies', {
    form: 'sole-trader',
    personName: 'Ville Salo',
    values: { 'org.name': 'Tmi Ville Salo' },
    source: 'order',
  })
  for (const company of [tmi.id, firm.id]) await made('/price-lists', { name: 'Oma', company, startsOn: '2026-01-01' })
  const fates = await look(register.db, rights, async (view) => {
    view.saw([], [])
    return priceListsHeld.plan(view as never, tmi.personId, { statement: {} as never, today: '2026-03-02' })
  })
  assert.deepEqual(
    fates.map(({ rows }) => rows),
    [1],
  )
  await doing((act) => priceListsHeld.erase(act, tmi.personId, fates))
  const { rows } = await sql`select organisation_id as company from register.price_list`.execute(register.db.owner())
  assert.deepEqual(rows, [{ company: firm.id }])
})
