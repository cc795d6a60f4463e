import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { remindOfTasks } from '#work'
import { binParts, otherBins } from './bin-of.ts'
import { ground } from './ground.ts'

const { as, app, register, ids } = await anApp()
const [sales, service, billing, marketing] = [as('saku'), as('helmi'), as('bo'), as('maija')]
type Ask = typeof sales
const owner = register.db.owner()
const made = async (who: Ask, path: string, body: object): Promise<{ id: string }> => {
  const answer = await who('POST', path, body)
  assert.equal(answer.statusCode, 201, `${path}: ${answer.body}`)
  return answer.json()
}
const firm = await made(sales, '/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' })
const maija = await made(sales, '/people', { values: { 'person.name': 'Maija Mäki' }, source: 'contact' })
const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(600_000, 'xqvliite ')])
const filed = (name: string) =>
  sales('POST', `/documents?person=${maija.id}`, {
    payload: pdf,
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) },
  })
const line = {
  id: 'a',
  discount: 0,
  text: 'Kiuas',
  unit: 'kpl',
  quantity: 1000,
  unitPrice: 4_500_000,
  vatRate: 2550,
  vatCategory: 'S',
}
const said = { subject: 'Hei', text: 'Terve' }

/** One of each kind, who made it, and how it is deleted. */
const one: Record<string, { who: Ask; path: string; id: string; tables: readonly [string, string][] }> = {}
async function lay(kind: string, who: Ask, path: string, made: Promise<{ id: string }>, ...tables: [string, string][]) {
  one[kind] = { who, path, id: (await made).id, tables }
}
const due = { dueOn: '2026-03-02', remindAt: '2026-03-02T09:30:00Z' }
await lay(
  'task',
  sales,
  '/tasks',
  made(sales, '/tasks', { person: maija.id, title: 'Soita xqv', assignedTo: ids.helmi, ...due }),
)
await lay(
  'note',
  sales,
  '/notes',
  made(sales, '/notes', { person: maija.id, text: 'Muista @Helmi', mentions: [ids.helmi] }),
)
const visit = { person: maija.id, kind: 'visit', title: 'Käynti xqv', at: '2026-03-04T08:00:00Z', staff: [ids.saku] }
await lay('activity', sales, '/activities', made(sales, '/activities', visit))
await lay(
  ...(['document', sales, '/documents', filed('tarjous xqv.pdf').then((answer) => answer.json())] as const),
  ['register.document_version', 'document_id'],
  ['register.document_piece', 'version_id in (select id from register.document_version where document_id'],
)
const rule = {
  name: 'Vastaa',
  starts: 'enquiry-arrives',
  does: 'task',
  wish: { to: [ids.saku], title: 'Vastaa', dueInDays: 1 },
}
await lay('rule', sales, '/work-rules', made(sales, '/work-rules', { ...rule, asked: {} }))
await lay(
  'opportunity',
  sales,
  '/opportunities',
  made(sales, '/opportunities', { company: firm.id, title: 'Halli xqv' }),
)
const spam = { channel: 'phone', message: 'Kyselee xqv', source: 'contact', person: maija.id }
await lay('enquiry', sales, '/enquiries', made(sales, '/enquiries', spam))
const sells = { company: firm.id, title: 'Kiuas xqv' }
await lay('quote-request', sales, '/quote-requests', made(sales, '/quote-requests', sells))
await lay('quote', sales, '/quotes', made(sales, '/quotes', { ...sells, lines: [line] }))
await lay('contract', sales, '/contracts', made(sales, '/contracts', { ...sells, startsOn: '2026-03-02' }))
await lay('invoice', billing, '/invoices', made(billing, '/invoices/drafts', { company: firm.id, lines: [line] }))
const sold = { sku: 'XQV-1', names: { fi: 'Kiuas' }, unit: 'pcs', vatCategory: 'S', vatRate: 2550 }
await lay('product', sales, '/products', made(sales, '/products', sold))
await lay(
  'mail-template',
  sales,
  '/mail-templates',
  made(sales, '/mail-templates', { name: 'Pohja', texts: { fi: said } }),
)
await lay('segment', marketing, '/segments', made(marketing, '/segments', { name: 'Ostajat', audience: {} }))
const saved = { kind: 'view', name: 'Omat', shared: 'everyone', wish: { columns: ['org.name'] } }
await lay('view', sales, '/views', made(sales, '/lists/companies/views', saved), [
  'register.saved_view_place',
  'view_id',
])
await service('PUT', `/views/${one.view?.id}/place`, { place: 'tab', on: true })
const of = (kind: string) => one[kind] as (typeof one)[string]
const remove = async (kind: string) => (await of(kind).who('DELETE', `${of(kind).path}/${of(kind).id}`)).statusCode
const restore = async (kind: string, who = of(kind).who) => who('POST', `/bin/${kind}/${of(kind).id}/restoration`)
const tableOf = (kind: string) => binParts.find((part) => part.kind === kind)?.table ?? ''
async function rowOf(kind: string) {
  const { id, tables } = of(kind)
  const all = [sql`select to_jsonb(own) as row from ${sql.table(tableOf(kind))} own where id = ${id}::uuid`]
  for (const [table, key] of tables)
    all.push(
      sql`select jsonb_agg(md5(part::text) order by part::text) from ${sql.table(table)} part
        where ${sql.raw(key)} = ${id}::uuid${sql.raw(key.includes('(') ? ')' : '')}`,
    )
  const rows = []
  for (const query of all) rows.push(...(await query.execute(owner)).rows)
  return JSON.stringify(rows)
}
const inBin = async (who: Ask, more = '') =>
  ((await who('GET', `/bin${more}`)).json().items as { kind: string; id: string }[]).map(({ kind }) => kind)

test('every kind that staff may delete is told to the bin, and its row policies hide what lies there', async () => {
  const parts = binParts.filter(({ hidden }) => !hidden) // companies and people: records-in-bin.test.ts
  assert.deepEqual(parts.map(({ kind }) => kind).sort(), Object.keys(one).sort(), 'each has its proof here')
  const binned = ground.maps.flatMap(({ table, binned }) => (binned ? [table] : []))
  assert.deepEqual(binned.sort(), [...parts, ...otherBins].map(({ table }) => table).sort())
  const { rows } = await sql<{ name: string; rule: string }>`
    select tablename || ': ' || policyname as name, coalesce(qual, '') as rule from pg_policies
    where schemaname || '.' || tablename = any(${binned}) and cmd = 'SELECT'`.execute(owner)
  const open = rows.filter(({ rule }) => !rule.includes('binned_at IS NULL')).map(({ name }) => name.split('_').at(-1))
  assert.deepEqual([...new Set(open)].sort(), ['matching select', 'retention select', 'rights select'])
})

test('deleting and taking back, in any order and however often, gives back the very rows with all that hangs on them', async () => {
  const kinds = Object.keys(one).filter((kind) => kind !== 'rule')
  const before = new Map<string, string>()
  for (const kind of kinds) before.set(kind, await rowOf(kind))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...kinds), { minLength: 4, maxLength: 14 }), async (presses) => {
      const gone = new Set<string>()
      for (const kind of presses) {
        if (gone.has(kind)) {
          assert.equal((await restore(kind)).statusCode, 204, kind)
          gone.delete(kind)
        } else {
          assert.equal(await remove(kind), 204, kind)
          assert.equal(await remove(kind), 404, `${kind} is there no more`)
          gone.add(kind)
        }
      }
      for (const kind of gone) assert.equal((await restore(kind)).statusCode, 204, kind)
      for (const kind of kinds) assert.equal(await rowOf(kind), before.get(kind), kind)
    }),
    { numRuns: 6 },
  )
})

test('what lies in the bin is in no list, search, timeline, day, calendar, notification and reminder, and is there again when it is taken back', async () => {
  const { address } = (await sales('POST', '/work-wishes/calendar')).json()
  await sales('PUT', '/work-wishes', { feedNames: true })
  const seen = async () => {
    const said = [
      await sales('GET', `/people/${maija.id}/timeline`),
      await sales('GET', `/companies/${firm.id}/timeline`),
      await sales('GET', `/documents?person=${maija.id}`),
      await service('GET', '/tasks'),
      await service('GET', '/my-day'),
      await service('GET', '/notifications'),
      await sales('GET', '/board'),
      await sales('POST', '/lists/opportunities/rows', { columns: ['title'] }),
      await billing('POST', '/lists/invoices/rows', { columns: ['number'] }),
      await sales('POST', '/lists/quotes/rows', { columns: ['number'] }),
      await sales('POST', '/lists/contracts/rows', { columns: ['number'] }),
      await sales('GET', '/products?q=XQV'),
      await sales('GET', '/mail-templates'),
      await marketing('GET', '/segments'),
      await service('GET', '/views?list=companies'),
      await sales('GET', '/work-rules'),
      await app.inject({ url: new URL(address).pathname }),
    ]
    for (const { statusCode, body } of said) assert.equal(statusCode, 200, body)
    const whole = said.map(({ body }) => body).join()
    return Object.keys(one).filter((kind) => whole.includes(of(kind).id))
  }
  const all = Object.keys(one).sort()
  assert.deepEqual((await seen()).sort(), all)
  for (const kind of all) assert.equal(await remove(kind), 204, kind)
  assert.deepEqual(await seen(), [])
  assert.equal((await sales('GET', `/documents/${of('document').id}/versions/1/file`)).statusCode, 404)
  assert.equal((await sales('GET', '/notifications/unseen')).json().unseen, 0)

  const told: string[] = []
  const mail = { send: async () => void told.push('mail') }
  const reminded = () => remindOfTasks(register as never, mail as never, 'https://register.valo.example')
  await reminded()
  assert.equal(
    (await service('GET', '/notifications')).json().items.filter((item: { kind: string }) => item.kind === 'reminder')
      .length,
    0,
  )
  for (const kind of all) assert.equal((await restore(kind)).statusCode, 204, kind)
  assert.deepEqual((await seen()).sort(), all)
  await reminded()
  const { items } = (await service('GET', '/notifications')).json()
  assert.ok(
    items.some(
      ({ kind, subject }: { kind: string; subject: { id: string } }) =>
        kind.startsWith('remind') && subject.id === of('task').id,
    ),
    `a reminder that fell due meanwhile comes when the task is back: ${JSON.stringify(items.map((item: { kind: string }) => item.kind))}`,
  )
})

test('each sees in the bin what they may write; what was theirs alone is for nobody else; several come back at once', async () => {
  for (const kind of Object.keys(one)) await remove(kind)
  assert.deepEqual(
    (await inBin(sales)).sort(),
    Object.keys(one)
      .filter((kind) => !['invoice', 'segment'].includes(kind))
      .sort(),
  )
  assert.deepEqual((await inBin(marketing)).sort(), ['segment'])
  assert.deepEqual(
    (await inBin(service)).sort(),
    'activity contract document enquiry mail-template note task'.split(' '),
  )
  assert.deepEqual((await inBin(sales, '?kinds=note,product&days=1')).sort(), ['note', 'product'])
  assert.deepEqual(await inBin(sales, `?by=${ids.helmi}`), [])
  const first = (await sales('GET', '/bin?limit=4')).json()
  const rest = (await sales('GET', `/bin?limit=100&after=${first.next}`)).json()
  assert.equal(first.items.length + rest.items.length, (await inBin(sales)).length, 'pages by its key')
  assert.equal(first.items[0].daysLeft, 14)
  assert.deepEqual(
    [(await restore('note', marketing)).statusCode, (await restore('view', service)).statusCode],
    [404, 404],
  )
  const { items } = (await sales('GET', '/bin')).json()
  const mine = items.map(({ kind, id }: { kind: string; id: string }) => ({ kind, id }))
  const answer = await sales('POST', '/bin/restorations', { items: [...mine, { kind: 'note', id: firm.id }] })
  assert.deepEqual(answer.json(), {
    restored: mine.length,
    refused: [{ kind: 'note', id: firm.id, code: 'NOT_FOUND' }],
  })
  for (const kind of ['invoice', 'segment']) await restore(kind)
})

test('a name that another has taken meanwhile is not taken from it', async () => {
  await remove('segment')
  const other = await made(marketing, '/segments', { name: 'Ostajat', audience: {} })
  assert.equal((await restore('segment')).json().code, 'BINNED_PLACE_TAKEN')
  await marketing('DELETE', `/segments/${other.id}`)
  await marketing('POST', '/bin/emptying', { items: [{ kind: 'segment', id: other.id }] })
  assert.equal((await restore('segment')).statusCode, 204)
})
