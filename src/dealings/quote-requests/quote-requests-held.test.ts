import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { look, type Occasion, perform } from '#ledger'
import { anApp } from '#test/app'
import { quoteRequestsHeld } from './quote-requests-held.ts'

const { as, register } = await anApp()
const sales = as('saku')
const rights: Occasion = { by: 'register', duty: 'rights', purpose: 'rights', at: register.now(), under: '1' }
const made = async (path: string, body: object) => (await sales('POST', path, body)).json()
const firm = await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' })
const who = { values: { 'person.name': 'Maija Mäki' }, source: 'order' }
const [maija, twin] = [await made('/people', who), await made('/people', who)]
await made('/quote-requests', { person: maija.id, title: 'Kiuas', wish: 'Maijan saunaan' })
const binned = await made('/quote-requests', { person: maija.id, title: 'Vanha kiuas' })
await sales('DELETE', `/quote-requests/${binned.id}`)
const named = await made('/quote-requests', { company: firm.id, contact: maija.id, title: 'Puut' })
const rows = async () =>
  (
    await sql<{ title: string; person: string | null; contact: string | null }>`
      select title, person_id as person, contact_person_id as contact from register.quote_request order by entered_at, id`.execute(
      register.db.owner(),
    )
  ).rows
const doing = (deed: (act: never) => Promise<unknown>, occasion = rights) =>
  perform(register.db, occasion, async (act) => {
    await deed(act as never)
    await act.record({ what: 'test.done' })
  })

test('two records that become one take their requests along, as customer and as contact', async () => {
  const into = (from: string, to: string) =>
    doing((act) => quoteRequestsHeld.merge(act, from, to), { ...rights, duty: 'matching' })
  await into(maija.id, twin.id)
  assert.ok((await rows()).every(({ person, contact }) => (person ?? contact) === twin.id))
  await into(twin.id, maija.id)
})

test('Art. 15, 17: a person is told of what they asked, and it goes with them, also from the bin; a company’s stays without their name', async () => {
  const fates = await look(register.db, rights, async (view) => {
    view.saw([], [])
    const [asked, asContact] = await quoteRequestsHeld.disclose(view as never, maija.id)
    assert.deepEqual(asked?.rows.map(({ title, wish }) => [title, wish]).sort(), [
      ['Kiuas', 'Maijan saunaan'],
      ['Vanha kiuas', null],
    ])
    const known = asContact?.rows.map((row) => [Object.keys(row), row.id])
    assert.deepEqual(known, [[['id', 'state', 'entered_at'], named.id]], 'not what the company asked for')
    return quoteRequestsHeld.plan(view as never, maija.id, { statement: {} as never, today: '2026-03-02' })
  })
  assert.deepEqual(
    fates.map(({ class: ofClass, rows: n, fate }) => [ofClass, n, fate]),
    [['order-contract', 2, 'erase']],
  )
  await doing((act) => quoteRequestsHeld.erase(act, maija.id, fates))
  assert.deepEqual(await rows(), [{ title: 'Puut', person: null, contact: null }])
})
