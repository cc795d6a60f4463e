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
await made('/opportunities', { person: maija.id, title: 'Kiuas' })
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
    const [owned, asContact, ...more] = await opportunitiesHeld.disclose(view as never, maija.id)
    assert.deepEqual(
      owned?.rows.map((row) => row.title).sort(),
      ['Kiuas', 'Vanha kiuas'],
      'Art. 15: their own are told',
    )
    const known = asContact?.rows.map((row) => [Object.keys(row), row.id])
    assert.deepEqual(
      known,
      [[['id', 'state', 'entered_at'], named.id]],
      'and that they were a contact, not the company’s deal',
    )
    assert.deepEqual(more, [])
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

test('Art. 17(3)(e): what a legal claim needs of deals stays until the claim is closed, and only then goes', async () => {
  const privacy = as('ingrid')
  const tmi = await made('/companies', {
    ...{ form: 'sole-trader', personName: 'Sini Laine', values: { 'org.name': 'Tmi Sini Laine' }, source: 'order' },
  })
  const person = tmi.personId as string
  await made('/opportunities', { person, title: 'Riita kiukaasta' })
  await sql`update register.opportunity set contact_person_id = person_id where person_id = ${person}`.execute(
    register.db.owner(),
  )
  await made('/quote-requests', { person, title: 'Riita kiukaasta' })
  await made('/price-lists', { name: 'Sinin', company: tmi.id, startsOn: '2026-01-01' })
  const kept = async () =>
    (
      await sql`select 'opportunity' as kind, held_at is not null as held, contact_person_id = ${person} as named
          from register.opportunity where person_id = ${person}
        union all select 'quote_request', held_at is not null, null from register.quote_request where person_id = ${person}
        union all select 'price_list', null, null from register.price_list where organisation_id = ${tmi.id}`.execute(
        register.db.owner(),
      )
    ).rows
  const claim = { claim: 'Riita', scope: ['order-contract'], reviewOn: '2026-08-01' }
  const { id } = (await privacy('POST', `/people/${person}/legal-holds`, claim)).json()
  const { state, outcomes } = (await privacy('POST', `/people/${person}/erasure`, {})).json()
  const told = outcomes as { table: string; outcome: string }[]
  assert.equal(state, 'held')
  for (const kind of ['opportunity', 'quote_request', 'price_list'])
    assert.equal(told.find(({ table }) => table === `register.${kind}`)?.outcome, 'held', kind)
  assert.deepEqual(await kept(), [
    { kind: 'opportunity', held: true, named: true },
    { kind: 'quote_request', held: true, named: null },
    { kind: 'price_list', held: null, named: null },
  ])
  assert.equal((await privacy('POST', `/legal-holds/${id}/closure`)).statusCode, 204)
  assert.deepEqual(await kept(), [])
  assert.equal(
    (await sql`select from register.organisation where id = ${tmi.id}`.execute(register.db.owner())).rows.length,
    0,
  )
})
