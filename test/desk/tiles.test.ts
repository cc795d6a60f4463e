import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anApp } from '#test/app'

interface Said {
  name: string
  wish: object
  instead?: { found: object; wish: object }
}
// By its address: its types are those of screens, which are checked with the desk.
const desk = new URL('../../web/src/lists/reports/tiles.ts', import.meta.url).href
const { tiles } = (await import(desk)) as { tiles: readonly Said[] }

const { as } = await anApp()
const [sales, billing] = [as('saku'), as('bo')]
await sales('POST', '/companies', {
  values: { 'org.name': 'Kivelän Puu Oy', 'org.businessId': '0000025-4' },
  source: 'order',
})
await billing('PUT', '/invoicing', { issues: false })
const take = async (...rows: string[]) => {
  const head = 'Laji;Laskunumero;Y-tunnus;Laskupäivä;Eräpäivä;Summa;Veroton'
  const file = Buffer.from([head, ...rows].join('\n')).toString('base64')
  return (await billing('POST', '/bookkeeping/intakes', { file })).json()
}
const tile = tiles.find(({ name }) => name === 'sales')
const sums = async (wish: object) => {
  const answer = await sales('POST', '/lists/invoices/report', wish)
  assert.ok(answer.statusCode < 300, answer.body)
  return answer.json().rows.map(({ measures }: { measures: unknown }) => measures)
}
const asked = ({ chart: _, ...wish }: { chart?: unknown }) => wish

test('what was invoiced by month is shown without VAT, or with it once an invoice came as one sum', async () => {
  const { taken, failed } = await take(
    'lasku;K-1;0000025-4;1.2.2026;15.2.2026;125,50;100,00',
    'lasku;K-2;0000025-4;1.2.2026;15.2.2026;-25,10;-20,00',
    'lasku;K-3;0000025-4;1.2.2026;15.2.2026;10,00;10,01',
    'lasku;K-4;0000025-4;1.2.2026;15.2.2026;10,00;-8,00',
  )
  assert.equal(taken, 2)
  assert.deepEqual(
    failed.map(({ line, field }: { line: number; field: string }) => [line, field]),
    [
      [4, 'netCents'],
      [5, 'netCents'],
    ],
  )
  assert.ok(tile?.instead)
  assert.deepEqual(await sums(tile.instead.found), [[0]])
  assert.deepEqual(await sums(asked(tile.wish)), [[8_000, 2]])

  await take('lasku;K-5;0000025-4;1.2.2026;15.2.2026;100,00;', 'lasku;K-6;0000025-4;1.2.2020;15.2.2020;7,00;')
  assert.deepEqual(await sums(tile.instead.found), [[1]])
  assert.deepEqual(await sums(asked(tile.instead.wish)), [[20_040, 3]])
})
