import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import type { CastName } from '#test/people'

const { as, register } = await anApp()
const owner = register.db.owner()
const sales = as('saku')
const made = async (path: string, body: object, who = sales) => {
  const answer = await who('POST', path, body)
  assert.equal(answer.statusCode, 201, `${path}: ${answer.body}`)
  return answer.json()
}
interface Hit {
  kind: string
  id: string
  title: string
  name: string | null
}
const ask = (q: string, who: CastName) => as(who)('POST', '/records-found', { q })
const found = async (q: string, who: CastName = 'saku'): Promise<Hit[]> => {
  const answer = await ask(q, who)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().items
}
const ids = (hits: Hit[]) => hits.map(({ id }) => id)
const kinds = (hits: Hit[]) => [...new Set(hits.map(({ kind }) => kind))].sort()

const values = { 'person.name': { given: 'Aino', family: 'Harju' }, 'person.email': 'aino@harju.example' }
const aino = await made('/people', { values, source: 'contact' })
const firm = await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'contact' })
const line = { id: 'a', text: 'Hormi', unit: 'kpl', quantity: 1000, unitPrice: 10_000_000, vatRate: 2550 }
await sql`insert into register.number_series (group_company, kind, prefix, first, next)
  select distinct group_company, 'order', 'TIL-', 1001, 1001 from register.relationship`.execute(owner)
const order = await made('/orders', { person: aino.id, lines: [line] })
const other = await made('/orders', { company: firm.id, lines: [line] })
const quote = await made('/quotes', { company: firm.id, title: 'Ruukkutakan hormi', lines: [line] })
const opportunity = await made('/opportunities', { person: aino.id, title: 'Ruukkutakka mökille' })
const task = await made('/tasks', { title: 'Mittaa ruukkutakan paikka', company: firm.id })
const enquiry = await made('/enquiries', {
  ...{ channel: 'phone', message: 'Saako ruukkutakan\nviikossa?', person: aino.id, source: 'quote-request' },
})
const names = { fi: 'Ruukkutakka Tunturi', sv: 'Kakelugn' }
const sold = { sku: 'RT-77', names, unit: 'pcs', vatCategory: 'S', vatRate: 2550 }
const product = await made('/products', sold)
const content = { subject: { fi: 'Takat' }, body: { fi: 'Hei' } }
await sql`insert into register.document (group_company, organisation_id, name, at, entered_by, entered_at)
  values ('controller', ${firm.id}, 'Ruukkutakan piirros', now(), 'saku', now())`.execute(owner)
await sql`insert into register.campaign (name, channel, topics, group_company, audience, content, state, statement_version, created_by, created_at, changed_at)
  values ('Ruukkutakkojen viikko', 'email', '{events}', 'controller', '{}', ${JSON.stringify(content)}, 'draft', 1, 'maija', now(), now())`.execute(
  owner,
)

test('a number is found by how it begins, in any case, and without its letters, itself before longer ones', async () => {
  const said: string = order.number
  assert.equal(said, 'TIL-1001')
  for (const q of [said, said.toLowerCase(), said.replace(/^TIL-/, ''), ` ${said} `])
    assert.equal((await found(q))[0]?.id, order.id, q)
  assert.deepEqual(ids(await found(said.slice(0, -1).toLowerCase())).sort(), [order.id, other.id].sort())
  assert.deepEqual(await found('TIL-9'), [])
})

test('what is done is found by words of its title, whatever their order, case and marks', async () => {
  assert.deepEqual(kinds(await found('RUUKKUTAK')), ['document', 'enquiry', 'opportunity', 'product', 'quote', 'task'])
  assert.deepEqual(ids(await found('mökille ruukku')), [opportunity.id])
  assert.deepEqual(ids(await found('mokille')), [opportunity.id])
  assert.deepEqual(ids(await found('ruukkutakan hormi')), [quote.id])
  assert.deepEqual(ids(await found('paikka mittaa')), [task.id])
  assert.deepEqual(ids(await found('rt-77')), [product.id])
  assert.deepEqual(ids(await found('kakel')), [product.id])
  const [hit] = await found('viikossa')
  assert.deepEqual([hit?.id, hit?.title, hit?.name], [enquiry.id, 'Saako ruukkutakan viikossa?', 'Aino Harju'])
  for (const q of ['', ' ', 'ru', '%%%', '___', 'ruukku%', 'eikukaan ruukku', '\\', "'"])
    assert.deepEqual(await found(q), [], q)
  assert.equal((await ask('abc\u0000', 'saku')).statusCode, 422)
})

test('each duty finds only the kinds whose fields it reads', async () => {
  assert.deepEqual(kinds(await found('ruukkutak', 'maija')), ['campaign', 'product'])
  assert.deepEqual(kinds(await found('ruukkutak', 'bo')), ['document', 'opportunity', 'product', 'quote', 'task'])
  assert.equal((await ask('ruukkutak', 'tomas')).json().code, 'NOT_OF_DUTY')
  assert.deepEqual(await found(order.number, 'maija'), [])
  for (const who of ['ingrid', 'helmi', 'ellen'] as const) assert.ok((await found('ruukkutak', who)).length > 0, who)
})

test('whom a found record is about is in the access log with the field read; one about nobody writes nothing', async () => {
  const before = (await register.looks()).length
  await found('rt-77')
  await found('piirros')
  await found('eikukaan')
  assert.equal((await register.looks()).length, before)
  await found('mökille')
  const [look, ...more] = (await register.looks()).slice(before)
  assert.deepEqual(
    [look?.duty, look?.people, look?.fields, more],
    ['sales', [aino.id], ['com.quotes', 'person.name'], []],
  )
})

test('what lies in the bin, and somebody beyond the reach, is found by nobody', async () => {
  const gone = await made('/opportunities', { person: aino.id, title: 'Poistettava uuni' })
  assert.deepEqual(ids(await found('poistettava')), [gone.id])
  assert.equal((await sales('DELETE', `/opportunities/${gone.id}`)).statusCode, 204)
  assert.deepEqual(await found('poistettava'), [])
  assert.deepEqual(ids(await found('ruukkutakan hormi', 'bo')), [quote.id])
  await sql`update register.task set binned_at = now(), binned_by = 'saku' where id = ${task.id}`.execute(owner)
  assert.deepEqual(await found('paikka mittaa'), [])
})
