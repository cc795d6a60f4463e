import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { anApp } from '#test/app'

const { as, ids } = await anApp()
const [sales, billing] = [as('saku'), as('bo')]
type Who = typeof sales
const made = async (path: string, body: object, who: Who = sales) => {
  const answer = await who('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.json()
}
const { id: company } = await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' })
const line = { id: 'a', text: 'Kiuas', unit: 'kpl', quantity: 1000, unitPrice: 1_000_000, vatRate: 2550 }
const terms = [{ share: 10_000, days: 14 }]
const product = { sku: 'K-1', names: { fi: 'Kiuas' }, group: 'kiukaat', unit: 'pcs', vatCategory: 'S', vatRate: 2550 }
const priceList = { name: 'Ovh', startsOn: '2026-01-01' }
const stages = [
  { names: { fi: 'Alku' }, probability: 20, kind: 'open' },
  { names: { fi: 'Voitto' }, probability: 100, kind: 'won' },
  { names: { fi: 'Häviö' }, probability: 0, kind: 'lost' },
]
const account = (sales: string) => ({
  accounts: { ...books.accounts, receivables: sales },
})
const books = (await billing('GET', '/bookkeeping')).json()

interface Deed {
  who?: Who
  /** The record, by its own address where it is not the deed's. */
  make: () => Promise<string>
  path?: (id: string) => string
  read?: (id: string) => string
  /** What the first says, and what the second. */
  says: readonly [object, object]
  /** Where it is said what was read: in `If-Match`, or in the body. */
  by: 'header' | 'body'
  /** What a caller who says nothing of it is told; null: a program may set it without having read it. */
  silent: 'REVISION_MISSING' | null
}

const none = () => Promise.resolve('')
const issued = async () => {
  const { id } = await made('/invoices/drafts', { company, lines: [line], terms }, billing)
  await made(`/invoices/${id}/issue`, {}, billing)
  return id as string
}

/** Every deed of dealings that changes what a record says, or locks what somebody has read of it. */
const deeds: Record<string, Deed> = {
  'PATCH /quotes/:id': {
    ...{ make: async () => (await made('/quotes', { company, title: 'Kiuas', lines: [line] })).id },
    ...{ says: [{ title: 'Toinen' }, { title: 'Kolmas' }], by: 'header', silent: 'REVISION_MISSING' },
  },
  'PATCH /contracts/:id': {
    make: async () =>
      (await made('/contracts', { company, title: 'Huolto', startsOn: '2026-01-01', lines: [line] })).id,
    ...{ says: [{ title: 'Toinen' }, { title: 'Kolmas' }], by: 'header', silent: 'REVISION_MISSING' },
  },
  'PATCH /orders/:id': {
    ...{ make: async () => (await made('/orders', { company, lines: [line] })).id },
    ...{ says: [{ owner: ids.helmi }, { owner: null }], by: 'header', silent: 'REVISION_MISSING' },
  },
  'PATCH /assignments/:id': {
    ...{ make: async () => (await made('/assignments', { company, title: 'Asennus' })).id },
    ...{ says: [{ owner: ids.helmi }, { owner: null }], by: 'header', silent: 'REVISION_MISSING' },
  },
  'PATCH /opportunities/:id': {
    ...{ make: async () => (await made('/opportunities', { company, title: 'Kiuas' })).id },
    ...{ says: [{ title: 'Toinen' }, { title: 'Kolmas' }], by: 'header', silent: 'REVISION_MISSING' },
  },
  'PATCH /quote-requests/:id': {
    ...{ make: async () => (await made('/quote-requests', { company, title: 'Kiuas', wish: 'Hinta?' })).id },
    ...{ says: [{ title: 'Toinen' }, { title: 'Kolmas' }], by: 'header', silent: 'REVISION_MISSING' },
  },
  'PATCH /invoices/:id': {
    make: async () => (await made('/invoices/drafts', { company, lines: [line], terms }, billing)).id,
    ...{ who: billing, says: [{ text: 'Toinen' }, { text: 'Kolmas' }], by: 'body', silent: 'REVISION_MISSING' },
  },
  'PUT /products/:id': {
    ...{ make: async () => (await made('/products', product)).id, by: 'header', silent: 'REVISION_MISSING' },
    says: [
      { ...product, names: { fi: 'Toinen' } },
      { ...product, names: { fi: 'Kolmas' } },
    ],
  },
  'PUT /price-lists/:id': {
    make: async () => (await made('/price-lists', priceList)).id,
    ...{ read: () => '/price-lists', by: 'header', silent: 'REVISION_MISSING' },
    says: [
      { ...priceList, name: 'Toinen' },
      { ...priceList, name: 'Kolmas' },
    ],
  },
  'PUT /pipelines/:id': {
    make: async () => {
      await made('/pipelines', { names: { fi: 'Huolto' }, stages })
      const { items } = (await sales('GET', '/pipelines')).json()
      return items.find(({ names }: { names: { fi: string } }) => names.fi === 'Huolto').id
    },
    ...{ read: () => '/pipelines', by: 'header', silent: 'REVISION_MISSING' },
    says: [
      { names: { fi: 'Toinen' }, stages },
      { names: { fi: 'Kolmas' }, stages },
    ],
  },
  'PUT /invoicing': {
    ...{ who: billing, make: none, says: [{ paymentDays: 10 }, { paymentDays: 30 }], by: 'body', silent: null },
  },
  'PUT /bookkeeping': {
    ...{ who: billing, make: none, says: [account('1700'), account('1701')], by: 'body', silent: null },
  },
  'PUT /paper-settings': {
    ...{ who: billing, make: none, by: 'body', silent: null },
    says: [{ words: { invoice: { fi: 'Kiitos' } } }, { words: { invoice: { fi: 'Hei' } } }],
  },
  'PUT /companies/:id/e-invoice-address': {
    ...{ who: billing, make: async () => company, by: 'body', silent: null },
    path: (id) => `/companies/${id}/e-invoice-address`,
    says: [
      { eAddress: '003721291126', eOperator: '003721291126' },
      { eAddress: '', eOperator: '' },
    ],
  },
  'POST /quotes/:id/sending': {
    make: async () => (await made('/quotes', { company, title: 'Kiuas', lines: [line] })).id,
    ...{ path: (id) => `/quotes/${id}/sending`, read: (id) => `/quotes/${id}`, by: 'header', silent: null },
    says: [{}, {}],
  },
  'POST /contracts/:id/state': {
    make: async () =>
      (await made('/contracts', { company, title: 'Huolto', startsOn: '2026-01-01', lines: [line] })).id,
    ...{ path: (id) => `/contracts/${id}/state`, read: (id) => `/contracts/${id}`, by: 'header', silent: null },
    says: [{ event: 'signing' }, { event: 'signing' }],
  },
  'POST /opportunities/:id/stage': {
    ...{ make: async () => (await made('/opportunities', { company, title: 'Kiuas' })).id, by: 'header' },
    ...{ path: (id) => `/opportunities/${id}/stage`, read: (id) => `/opportunities/${id}`, silent: 'REVISION_MISSING' },
    says: [{ stage: '01920000-0000-7000-8000-000000000013' }, { stage: '01920000-0000-7000-8000-000000000015' }],
  },
  'POST /invoices/:id/issue': {
    make: async () => (await made('/invoices/drafts', { company, lines: [line], terms }, billing)).id,
    ...{
      path: (id) => `/invoices/${id}/issue`,
      read: (id) => `/invoices/${id}`,
      who: billing,
      by: 'body',
      silent: null,
    },
    says: [{}, {}],
  },
  'POST /invoices/:id/credit': {
    ...{ make: issued, path: (id) => `/invoices/${id}/credit`, read: (id) => `/invoices/${id}`, who: billing },
    says: [
      { reason: 'Väärä hinta', lines: [{ id: 'a', quantity: 400 }] },
      { reason: 'Väärä hinta', lines: [{ id: 'a', quantity: 400 }] },
    ],
    ...{ by: 'body', silent: null },
  },
  'POST /payments/:id/take-back': {
    make: async () => (await made('/payments', { invoice: await issued(), amountCents: 100 }, billing)).id,
    ...{ path: (id) => `/payments/${id}/take-back`, read: (id) => `/payments/${id}`, who: billing, by: 'body' },
    ...{ says: [{}, {}], silent: null },
  },
}

/** What is changed by `PATCH` or `PUT` without a revision, and why that loses nobody's work. */
const withoutOne: Record<string, string> = {
  'PATCH /${path}/:id/values':
    'beside a quote, an order, a contract or a delivery: each field is told with what was read of it (`src/dealings/added/`)',
  'PUT /invoicing/reference-rates/:half':
    'one number of a half-year, which the Bank of Finland announced: two people enter the same',
}

for (const [name, { who = sales, make, says, by, silent, ...where }] of Object.entries(deeds))
  test(`${name}: of two at once the second is told, and nothing of the first is lost`, async () => {
    const id = await make()
    const [method, path] = name.split(' ') as ['PATCH' | 'PUT' | 'POST', string]
    const own = where.path?.(id) ?? path.replace(':id', id)
    const seen = async () => {
      const said = (await who('GET', where.read?.(id) ?? own)).json()
      const { link: _, ...record } = said.items ? said.items.find((one: { id: string }) => one.id === id) : said
      return record // a public link is sealed anew each time it is shown
    }
    const { revision } = await seen()
    assert.equal(typeof revision, 'number')
    const say = (body: object) =>
      by === 'body'
        ? who(method, own, { payload: { ...body, revision } })
        : who(method, own, { payload: body, headers: { 'if-match': `"${revision}"` } })
    const first = await say(says[0])
    assert.ok(first.statusCode < 300, first.body)
    const after = await seen()
    const second = await say(says[1])
    // What was locked or moved on says so itself.
    const told = ['EDITED_MEANWHILE', 'OPPORTUNITY_MOVED_MEANWHILE', 'INVOICE_ISSUED']
    assert.deepEqual([second.statusCode, told.includes(second.json().code)], [409, true], second.body)
    assert.deepEqual(await seen(), after)
    if (silent) assert.equal((await who(method, own, { payload: says[1] })).json().code, silent)
  })

test('every change of dealings is listed here with its revision, or with why it needs none', async () => {
  const root = fileURLToPath(new URL('../../src/dealings', import.meta.url))
  const files = (await readdir(root, { recursive: true })).filter((file) => /routes\.ts$/.test(file))
  const found = []
  for (const file of files)
    for (const [, method, path] of (await readFile(`${root}/${file}`, 'utf8')).matchAll(
      /server\.(patch|put)\(\s*[`']([^`']+)/g,
    ))
      found.push(`${method?.toUpperCase()} ${path}`)
  const listed = [...Object.keys(deeds).filter((name) => !name.startsWith('POST')), ...Object.keys(withoutOne)]
  assert.ok(found.length >= 12)
  assert.deepEqual(found.sort(), listed.sort())
})
