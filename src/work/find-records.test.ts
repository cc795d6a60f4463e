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
  sort: string | null
  state: string | null
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

test('notes are found by their words, and meetings and calls by their title, each said as what it is', async () => {
  const text = `${'Katsottiin paikkaa. '.repeat(20)}Savupiippu muurataan
    keväällä. ${'Soitetaan. '.repeat(20)}`
  const note = await made('/notes', { person: aino.id, text })
  const call = { kind: 'call', title: 'Savupiipun hinta', at: '2026-03-03T10:00:00+02:00', company: firm.id }
  const activity = await made('/activities', { ...call, people: [aino.id] })
  const before = (await register.looks()).length
  const hits = await found('savupiip')
  assert.deepEqual(
    hits.map(({ id, kind, sort, state, name }) => [id, kind, sort, state, name]).sort(),
    [
      [note.id, 'note', null, null, 'Aino Harju'],
      [activity.id, 'activity', 'call', 'planned', 'Kivelän Puu Oy'],
    ].sort(),
  )
  assert.match(hits.find(({ kind }) => kind === 'note')?.title ?? '', /^….*Savupiippu muurataan keväällä\..*…$/)
  const [look] = (await register.looks()).slice(before)
  assert.deepEqual([look?.people, look?.fields], [[aino.id], ['com.activities', 'person.name']])
  assert.deepEqual(ids(await found('muurataan savupiippu')), [note.id])
  assert.deepEqual(await found('savupiip', 'maija'), [], 'a duty without the field finds none of it')
  assert.equal((await sales('DELETE', `/notes/${note.id}`)).statusCode, 204)
  assert.equal((await sales('DELETE', `/activities/${activity.id}`)).statusCode, 204)
  assert.deepEqual(await found('savupiip'), [], 'what lies in the bin is not found')
})

test('what was written of somebody whose use is restricted is found by nobody until the restriction ends', async () => {
  const values = { 'person.name': { given: 'Oona', family: 'Lehti' } }
  const oona = await made('/people', { values, source: 'contact' })
  const kept = { person: oona.id }
  const note = await made('/notes', { ...kept, text: 'Kiukaan vaihto' })
  const ask = await made('/activities', {
    ...kept,
    kind: 'visit',
    title: 'Kiukaan mitat',
    at: '2026-03-03T10:00:00+02:00',
  })
  const task = await made('/tasks', { ...kept, title: 'Kiukaan tilaus' })
  const meeting = await made('/activities', {
    ...{ kind: 'meeting', title: 'Kiukaan esittely', at: '2026-03-04T10:00:00+02:00' },
    ...{ company: firm.id, people: [aino.id, oona.id] },
  })
  assert.deepEqual(ids(await found('kiukaan')).sort(), [note.id, ask.id, task.id, meeting.id].sort())
  const restriction = { reason: 'accuracy' }
  const restricted = await as('ingrid')('POST', `/people/${oona.id}/restrictions`, restriction)
  assert.ok(restricted.statusCode < 300, restricted.body)
  for (const who of ['saku', 'helmi', 'bo'] as const) assert.deepEqual(await found('kiukaan', who), [], who)
  assert.equal((await found('kiukaan', 'ingrid')).length, 4, 'whoever clears the matter up finds it')
})

test('of a word that thousands of rows hold, the newest are found too', async () => {
  await sql`insert into register.note (id, group_company, organisation_id, text, at, entered_by, entered_at)
    select uuidv7(interval '-2 years'), 'controller', ${firm.id}, 'Tavallinen sana', now(), 'saku', now() from generate_series(1, 800)`.execute(
    owner,
  )
  const last = await made('/notes', { company: firm.id, text: 'Tavallinen sana, viimeisin' })
  assert.equal((await found('tavallinen'))[0]?.id, last.id)
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
