import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { look } from '#ledger'
import { anApp } from '#test/app'
import { priceOf } from './prices.view.ts'
import { nameIn, unitIn } from './product.ts'

const { as, register, ledger, ids } = await anApp()
const [sales, billing, service, marketing] = [as('saku'), as('bo'), as('helmi'), as('maija')]
const words = {
  sku: 'LP-08',
  names: { fi: 'Ilmalämpöpumppu 8 kW', sv: 'Luftvärmepump 8 kW' },
  group: 'lämpöpumput',
  unit: 'pcs',
  vatCategory: 'S',
  vatRate: 2550,
}
const today = '2026-03-02'
const pump = (await sales('POST', '/products', words)).json()
const firm = (await sales('POST', '/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' })).json()

test('sales and billing keep what is sold; every desk reads it, and the others change nothing', async () => {
  assert.equal(pump.sku, 'LP-08')
  for (const who of [sales, billing, service, marketing]) {
    const { items, mayWrite } = (await who('GET', '/products?q=luftvarme')).json()
    assert.deepEqual(
      items.map(({ sku }: { sku: string }) => sku),
      ['LP-08'],
      'found in any language, without its dots',
    )
    assert.equal(mayWrite, who === sales || who === billing)
  }
  const refused = await service('POST', '/products', { ...words, sku: 'LP-09' })
  assert.deepEqual([refused.statusCode, refused.json().code], [403, 'FIELD_NOT_OF_DUTY'])
  await assert.rejects(sql`update register.product set sku = 'X'`.execute(register.db.as('service')), { code: '42501' })
  assert.deepEqual(await register.looks(), [], 'a product is nobody')
})

test('what is missing or does not fit is refused at its field', async () => {
  const cases = [
    [{ sku: ' ' }, 'VALUE_REQUIRED', 'sku'],
    [{ sku: 'lp-08' }, 'PRODUCT_SKU_TAKEN', 'sku'],
    [{ sku: 'N1', names: { fi: '' } }, 'VALUE_REQUIRED', 'names.fi'],
    [{ sku: 'N1', vatRate: 0 }, 'VAT_RATE_NOT_OF_CATEGORY', 'vatRate'],
    [{ sku: 'N1', vatCategory: 'AE' }, 'VAT_RATE_NOT_OF_CATEGORY', 'vatRate'],
    [{ sku: 'x'.repeat(61) }, 'TEXT_TOO_LONG', 'sku'],
    [{ sku: 'N1', weight: 12 }, 'FIELD_NOT_DECLARED', 'weight'],
  ] as const
  for (const [wrong, code, field] of cases) {
    const answer = await sales('POST', '/products', { ...words, ...wrong })
    assert.deepEqual([answer.json().code, answer.json().detail.field], [code, field], JSON.stringify(wrong))
  }
})

test('two people who change one product never lose a change', async () => {
  const put = (who: typeof sales, change: object, revision: number) =>
    who('PUT', `/products/${pump.id}`, {
      payload: { ...words, ...change },
      headers: { 'if-match': `"${revision}"` },
    })
  assert.equal((await put(sales, { group: 'pumput' }, 1)).json().revision, 2)
  const late = await put(billing, { vatRate: 1350 }, 1)
  assert.deepEqual([late.statusCode, late.json().code], [409, 'EDITED_MEANWHILE'])
})

test('a price begins on its day: the customer’s own list goes first, then the group company’s, then everybody’s', async () => {
  const before = (await ledger()).length
  const open = async (list: object) =>
    (await sales('POST', '/price-lists', { startsOn: '2026-01-01', ...list })).json().id as string
  const everybody = await open({ name: 'Ovh' })
  const ofValo = await open({ name: 'Valo Energia', groupCompany: register.policy().groupCompanies[0]?.id })
  const own = await open({ name: 'Sopimus', company: firm.id, endsOn: '2026-06-30' })
  const set = (list: string, unitPrice: number | null, from: string) =>
    billing('POST', `/price-lists/${list}/prices`, { product: pump.id, unitPrice, from })
  for (const [list, price, from] of [
    [everybody, 19_900_000, '2026-01-01'],
    [everybody, 20_900_000, '2026-04-01'],
    [ofValo, 18_900_000, '2026-01-01'],
    [own, 15_000_000, '2026-01-01'],
    [own, null, '2026-05-01'],
  ] as const)
    assert.equal((await set(list, price, from)).statusCode, 201)

  const occasion = { by: ids.saku, duty: 'sales', purpose: 'customer-relationship', at: register.now(), under: '1' }
  const costs = (on: string, more = {}) =>
    look(register.db, occasion, async (view) => {
      view.saw([], [])
      return (await priceOf(view, pump.id, { on, ...more }))?.unitPrice ?? null
    })
  const groupCompany = register.policy().groupCompanies[0]?.id ?? null
  assert.equal(await costs('2025-12-31'), null, 'no list yet')
  assert.equal(await costs(today), 19_900_000)
  assert.equal(await costs('2026-04-01'), 20_900_000)
  assert.equal(await costs(today, { groupCompany }), 18_900_000)
  assert.equal(await costs(today, { groupCompany, organisationId: firm.id }), 15_000_000)
  assert.equal(await costs('2026-05-01', { groupCompany, organisationId: firm.id }), 18_900_000, 'off its own list')
  assert.equal(await costs(today, { currency: 'SEK' }), null)

  const { items } = (await sales('GET', `/products?company=${firm.id}&groupCompany=${groupCompany}`)).json()
  assert.deepEqual(items[0].price, { unitPrice: 15_000_000, priceList: own, listName: 'Sopimus' })
  const { prices } = (await service('GET', `/products/${pump.id}`)).json()
  assert.deepEqual(
    prices.map(({ from, unitPrice }: { from: string; unitPrice: number | null }) => [from, unitPrice]).slice(0, 2),
    [
      ['2026-05-01', null],
      ['2026-04-01', 20_900_000],
    ],
  )
  assert.equal((await set(own, -1, today)).json().code, 'VALUE_NOT_VALID')
  assert.equal((await set(own, 1, '2026-02-30')).json().code, 'VALUE_NOT_VALID')
  const backwards = await sales('POST', '/price-lists', { name: 'X', startsOn: today, endsOn: '2026-01-01' })
  assert.equal(backwards.json().code, 'DATES_NOT_IN_ORDER')
  assert.deepEqual((await ledger()).slice(before), [
    ...Array(3).fill('price-list.opened by saku'),
    ...Array(5).fill('price.set by bo'),
  ])
})

test('a product that a document names is not deleted but taken off sale, and a mistake is deleted', async () => {
  const owner = register.db.owner()
  // Any table that keeps lines, also one that comes later.
  await sql`create table register.later_document (id integer, lines jsonb)`.execute(owner)
  await sql`insert into register.later_document values (1, ${JSON.stringify([{ product: pump.id }])}::jsonb)`.execute(
    owner,
  )
  const refused = await sales('DELETE', `/products/${pump.id}`)
  assert.deepEqual([refused.statusCode, refused.json().code], [409, 'PRODUCT_IN_USE'])
  assert.ok((await sales('POST', `/products/${pump.id}/retirement`)).json().retiredAt)
  assert.equal((await sales('POST', `/products/${pump.id}/retirement`)).statusCode, 409)
  assert.deepEqual((await sales('GET', '/products')).json().items, [], 'no longer offered')
  assert.equal((await sales('GET', '/products?state=retired')).json().items.length, 1)
  assert.equal((await sales('POST', `/products/${pump.id}/return`)).json().retiredAt, null)

  const mistake = (await sales('POST', '/products', { ...words, sku: 'VIRHE' })).json()
  assert.equal((await sales('DELETE', `/products/${mistake.id}`)).statusCode, 204)
  await sql`drop table register.later_document`.execute(owner)
})

test('the list pages by SKU, and signs of patterns are only signs', async () => {
  for (const sku of ['A1', 'A2', 'B%1']) await sales('POST', '/products', { ...words, sku })
  const first = (await sales('GET', '/products?limit=2')).json()
  const second = (await sales('GET', `/products?limit=2&after=${first.next}`)).json()
  const skus = (page: { items: { sku: string }[] }) => page.items.map(({ sku }) => sku)
  assert.deepEqual([...skus(first), ...skus(second)], ['A1', 'A2', 'B%1', 'LP-08'])
  assert.equal(second.next, null)
  assert.deepEqual(skus((await sales('GET', '/products?q=%25')).json()), ['B%1'])
})

test('a name or a unit that has no translation is said as it stands', () => {
  assert.equal(nameIn({ fi: 'Kiuas', en: 'Stove' }, 'sv'), 'Kiuas')
  assert.equal(nameIn({ fi: 'Kiuas', en: 'Stove' }, 'en'), 'Stove')
  assert.equal(unitIn('pcs', 'fi'), 'kpl')
  assert.equal(unitIn('rulla', 'en'), 'rulla')
})
