import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { anAddress } from '#test/an-address'
import { anApp } from '#test/app'

const { as, register } = await anApp()
const [sales, billing] = [as('saku'), as('bo')]
const owner = register.db.owner()
const clock = async (at: string) => {
  await register.setClock(at)
  await sql`update auth.session set opened_at = ${register.now()}, seen_at = ${register.now()}`.execute(owner)
}
const made = async (path: string, body: object, who = billing) => {
  const answer = await who('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.statusCode === 204 ? null : answer.json()
}
const values = { 'org.name': 'Päivän Raja Oy', ...anAddress }
const { id: company } = await made('/companies', { values, source: 'contract' }, sales)
const line = { id: 'a', text: 'Huolto', unit: 'kk', quantity: 1000, unitPrice: 31_000_000, vatRate: 2550 }
const signed = async (term: object = {}) => {
  const wish = { company, title: 'Huolto', billingMonths: 1, startsOn: '2026-03-01', lines: [line], ...term }
  const { id } = await made('/contracts', wish, sales)
  await made(`/contracts/${id}/state`, { event: 'signing' }, sales)
  return id as string
}
const move = (id: string, event: string, more: object = {}) =>
  made(`/contracts/${id}/state`, { event, reason: 'Sovittu', ...more }, sales)
const billed = async (id: string, until = 'issued') => {
  const [one] = (await made('/billing-rounds', { items: [{ kind: 'contract', id }], until })).items
  assert.ok(one.invoice, JSON.stringify(one))
  return one.invoice as string
}
const toCredit = async (id: string) => (await billing('GET', `/to-credit?contract=${id}`)).json().items[0]
const offered = async (id: string) => {
  const row = await toCredit(id)
  return row && [row.netCents, ...row.invoices.map((one: { since: string; until: string }) => [one.since, one.until])]
}
const seen = async (id: string) => ({ id, totalCents: (await toCredit(id)).totalCents })
const credit = async (id: string) => (await made('/to-credit/credit-notes', await seen(id))).notes
const leave = async (id: string) => made('/to-credit/left-uncredited', { ...(await seen(id)), reason: 'Sovittu' })
const creditAfterAll = async (id: string) => {
  const { leftUnbilled } = (await billing('GET', `/contracts/${id}`)).json()
  for (const { id: entry } of leftUnbilled) await made('/to-bill/billed-after-all', { kind: 'contract', id, entry })
}

test('a draft that is issued after its contract ended is offered to be credited from then on', async () => {
  await clock('2026-03-10T12:00:00+02:00')
  const id = await signed()
  const draft = await billed(id, 'draft')
  await clock('2026-03-17T12:00:00+02:00')
  await move(id, 'ending')
  assert.equal(await toCredit(id), undefined, 'a draft can still be changed')
  await clock('2026-03-18T12:00:00+02:00')
  await made(`/invoices/${draft}/issue`, {})
  assert.deepEqual(await offered(id), [140_000, ['2026-03-18', '2026-03-31']])
})

const leftAndEndedEarlier = async (on: string) => {
  await clock('2026-03-20T12:00:00+02:00')
  const id = await signed()
  const invoice = await billed(id)
  await move(id, 'notice', { on: '2026-02-25' })
  await leave(id)
  assert.equal(await toCredit(id), undefined)
  await move(id, 'ending', { on })
  return { id, invoice }
}

test('days left uncredited keep their money when the end comes earlier, and come at their own price when they are credited after all', async () => {
  const { id, invoice } = await leftAndEndedEarlier('2026-03-20')
  assert.deepEqual(await offered(id), [50_000, ['2026-03-21', '2026-03-25']])
  const [note] = await credit(id)
  const { lines } = (await billing('GET', `/invoices/${note.id}`)).json()
  assert.equal(lines[0].text, 'Huolto, 21.3.2026–25.3.2026 (5/31 pv)')
  await creditAfterAll(id)
  assert.deepEqual(await offered(id), [60_000, ['2026-03-26', '2026-03-31']])
  await credit(id)
  assert.equal((await billing('GET', `/invoices/${invoice}`)).json().openCents, 251_000)
})

test('what was left uncredited stays billed also where the contract ends before all that was billed', async () => {
  await clock('2026-05-04T12:00:00+03:00')
  const id = await signed({ startsOn: '2026-04-01' })
  await billed(id)
  await billed(id)
  await move(id, 'notice', { on: '2026-04-25' })
  const { endsOn } = await toCredit(id)
  assert.equal(endsOn, '2026-05-25')
  await leave(id)
  await move(id, 'ending', { on: '2026-04-30' })
  assert.deepEqual(await offered(id), [250_000, ['2026-05-01', '2026-05-25']])
})

test('days between others are credited and left by themselves: a note for each row, and nobody leaves what was credited', async () => {
  await clock('2026-03-20T12:00:00+02:00')
  const id = await signed()
  const invoice = await billed(id)
  await move(id, 'notice', { on: '2026-02-25' })
  await leave(id)
  await move(id, 'withdrawal-of-notice')
  await move(id, 'notice', { on: '2026-02-20' })
  await credit(id)
  await move(id, 'ending', { on: '2026-03-15' })
  assert.deepEqual(await offered(id), [50_000, ['2026-03-16', '2026-03-20']])
  await creditAfterAll(id)
  const both = [110_000, ['2026-03-16', '2026-03-20'], ['2026-03-26', '2026-03-31']]
  assert.deepEqual(await offered(id), both)
  await leave(id)
  const { leftUnbilled } = (await billing('GET', `/contracts/${id}`)).json()
  const left = leftUnbilled.map((one: { since: string; until: string }) => [one.since, one.until])
  assert.deepEqual(left.sort(), both.slice(1))
  await creditAfterAll(id)
  assert.equal((await credit(id)).length, 2)
  assert.equal((await billing('GET', `/invoices/${invoice}`)).json().netCents, 310_000)
  assert.equal((await billing('GET', `/invoices/${invoice}`)).json().openCents, 188_250)
})

test('what was added to the draft of a contract is of no days: it is not given back with them', async () => {
  await clock('2026-03-10T12:00:00+02:00')
  const id = await signed()
  const draft = await billed(id, 'draft')
  const { lines, revision } = (await billing('GET', `/invoices/${draft}`)).json()
  const once = { ...line, id: 'once', text: 'Käyttöönotto', unit: 'kpl', unitPrice: 5_000_000 }
  const change = { payload: { lines: [...lines, once] }, headers: { 'if-match': String(revision) } }
  const changed = await billing('PATCH', `/invoices/${draft}`, change)
  assert.ok(changed.statusCode < 300, changed.body)
  await made(`/invoices/${draft}/issue`, {})
  await clock('2026-03-21T12:00:00+02:00')
  await move(id, 'ending', { on: '2026-03-21' })
  assert.deepEqual(await offered(id), [100_000, ['2026-03-22', '2026-03-31']])
  await credit(id)
  assert.equal((await billing('GET', `/invoices/${draft}`)).json().openCents, 326_300)
})

test('what comes to nothing takes no place among what is to be credited', async () => {
  await clock('2026-03-10T12:00:00+02:00')
  const id = await signed()
  await billed(id)
  await move(id, 'ending')
  await sql`insert into register.contract
    select (jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid(), 'number', 'S-' || n))).*
    from register.contract one, generate_series(1, 101) n where one.id = ${id}`.execute(owner)
  await sql`update register.contract set billed_beyond = '2026-01-01' where number like 'S-%'`.execute(owner)
  const { items, more } = (await billing('GET', `/to-credit?company=${company}`)).json()
  assert.ok(items.some((one: { id: string }) => one.id === id))
  assert.equal(more, false)
})

test('a single day is said once, and why in the language of the customer', async () => {
  await clock('2026-03-10T12:00:00+02:00')
  const id = await signed({ language: 'sv' })
  await billed(id)
  await clock('2026-03-30T12:00:00+03:00')
  await move(id, 'ending')
  const [{ id: note }] = await credit(id)
  const { lines, correction } = (await billing('GET', `/invoices/${note}`)).json()
  assert.equal(lines[0].text, 'Huolto, 31.3.2026 (1/31 dagar)')
  assert.match(correction, /^Avtal \S+ upphör den 30\.3\.2026\.$/)
})
