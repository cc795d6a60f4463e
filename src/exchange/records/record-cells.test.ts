import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importKinds } from '../../import-kinds.ts'
import { proposedFor, refuseColumns, saidBy } from './record-cells.ts'

const [products, opportunities] = importKinds
assert.ok(products && opportunities)

test('the file of failed lines is read as it stands, in any language that it was written in', () => {
  for (const kind of importKinds)
    for (const language of ['fi', 'sv', 'en'] as const) {
      const header = [...kind.columns.map(({ label }) => label[language]), '!']
      assert.deepEqual(proposedFor(kind, header), [...kind.columns.map(({ id }) => id), null])
    }
})

test('the files of other systems are recognised by their titles', () => {
  const deals = [
    'Deal name',
    'Account name',
    'Amount',
    'Close date',
    'Deal stage',
    'Deal owner',
    'Probability (%)',
    'Lost reason',
  ]
  assert.deepEqual(proposedFor(opportunities, deals), [
    ...['title', 'company', 'valueCents', 'expectedClose', 'stage', 'owner', 'probability', 'lostReason'],
  ])
  assert.deepEqual(
    proposedFor(products, ['SKU', 'Nimi', 'Nimi (ruotsiksi)', 'Hinta (ALV 0 %)', 'ALV-%', 'OVH-hinta']),
    [...['sku', 'names.fi', 'names.sv', 'price', 'vatRate', null]],
  )
})

test('what a sheet says is read as a sheet keeps it, and what the columns lack is refused at its name', () => {
  const columns = ['sku', 'vatRate', 'price', 'from', 'vatCategory']
  const said = saidBy(products, columns, {
    cells: [' A-1 ', '0.255', '1234.5', '1.3.2026', 'Verollinen'],
    isSheet: true,
  })
  assert.deepEqual(said, { sku: 'A-1', vatRate: 2550, price: 12_345_000, from: '2026-03-01', vatCategory: 'S' })
  for (const [at, cell, code] of [
    [2, 'kysy', 'FIGURE_NOT_READ'],
    [2, '12,500', 'FIGURE_NOT_CLEAR'],
    [2, '9,88047801', 'FIGURE_TOO_FINE'],
    [3, '31.2.2026', 'DAY_NOT_READ'],
    [4, 'jotain', 'VALUE_NOT_VALID'],
  ] as const) {
    const cells = columns.map((_, n) => (n === at ? cell : ''))
    assert.throws(() => saidBy(products, columns, { cells, isSheet: false }), { code, detail: { field: columns[at] } })
  }
  assert.throws(() => saidBy(products, columns, { cells: ['', ' '], isSheet: false }), { code: 'LINE_EMPTY' })
  assert.throws(() => refuseColumns(products, ['price'], 1), { code: 'COLUMN_MISSING' })
  assert.throws(() => refuseColumns(products, ['sku', 'sku'], 2), { code: 'COLUMN_TWICE' })
  assert.throws(() => refuseColumns(products, ['sku', 'toString'], 2), { code: 'INVALID_REQUEST' })
})
