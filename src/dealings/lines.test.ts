import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Line, linesOf, netOf, ratedOn, totalsOf, vatRatesOn } from './lines.ts'
import { rounded, splitBy, sumOf } from './money.ts'

const rates = [2550, 1350, 1000] as const
const line = fc.record({
  id: fc.uuid(),
  text: fc.constant('Lämpöpumppu'),
  unit: fc.constant('kpl'),
  quantity: fc.integer({ min: -5_000_000, max: 5_000_000 }),
  unitPrice: fc.integer({ min: 0, max: 500_000_000 }),
  discount: fc.integer({ min: 0, max: 10_000 }),
  vatRate: fc.constantFrom<number>(...rates),
  vatCategory: fc.constant('S' as const),
})

test('the lines’ nets make the net, the rates’ parts make net and VAT, and net and VAT make the total', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines: Line[]) => {
      const totals = totalsOf(lines)
      assert.equal(sumOf(totals.lines), totals.net)
      assert.equal(sumOf(totals.byVat.map(({ net }) => net)), totals.net)
      assert.equal(sumOf(totals.byVat.map(({ vat }) => vat)), totals.vat)
      assert.equal(totals.net + totals.vat, totals.total)
      for (const { net, vat, rate } of totals.byVat) assert.ok(Math.abs(vat - (net * rate) / 10_000) <= 0.5)
    }),
  )
})

test('what is credited whole comes to exactly what was billed, with the other sign', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines: Line[]) => {
      const back = totalsOf(lines.map((one) => ({ ...one, quantity: -one.quantity })))
      assert.equal(back.total + totalsOf(lines).total, 0)
    }),
  )
})

test('half a cent is rounded away from zero, in both directions, and never by a binary fraction', () => {
  const half = { quantity: 1000, unitPrice: 50, discount: 0 } // 1 × 0.0050 €
  assert.deepEqual([netOf(half), netOf({ ...half, unitPrice: 49 })], [1, 0])
  assert.equal(netOf({ ...half, quantity: -1000 }), -1)
  assert.equal(netOf({ quantity: 1000, unitPrice: 10_050, discount: 0 }), 101) // 1.005 €, which a float makes 1.00
  assert.equal(netOf({ quantity: 3333, unitPrice: 19_900, discount: 1250 }), 580)
  assert.equal(rounded(-5n, 10n), -1)
  const one = { id: 'a', text: 'x', unit: '', discount: 0, vatCategory: 'S' as const, vatRate: 2550, quantity: 1000 }
  assert.equal(totalsOf([{ ...one, unitPrice: 10_000 }]).vat, 26) // 25.5 cents
})

test('instalments make the whole sum, whatever does not divide', () => {
  const parts = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), parts, (sum, some) => {
      assert.equal(sumOf(splitBy(sum, [...some, 10_000 - sumOf(some)])), sum)
    }),
  )
  assert.deepEqual(splitBy(100, [3333, 3333, 3334]), [33, 33, 34])
})

test('a rate belongs to its days: New Year’s Eve has 14 %, New Year’s Day has 13.5 %', () => {
  assert.deepEqual(vatRatesOn('2025-12-31'), [2550, 1400, 1000])
  assert.deepEqual(vatRatesOn('2026-01-01'), [2550, 1350, 1000])
  assert.deepEqual(vatRatesOn('2024-08-31'), [2400, 1400, 1000])
})

test('what was agreed at a rate that has gone is supplied at the one that followed it, for the same price without VAT', () => {
  const [line] = linesOf([{ text: 'Kirja', unit: 'kpl', quantity: 1000, unitPrice: 100_000, vatRate: 1400 }]) as [Line]
  const old = { ...line, vatRate: 2400 }
  assert.deepEqual(ratedOn([line, old], '2025-12-31'), [line, { ...old, vatRate: 2550 }])
  assert.deepEqual(ratedOn([line], '2026-01-01'), [{ ...line, vatRate: 1350 }])
  assert.deepEqual(ratedOn([{ ...line, vatRate: 1000 }], '2026-01-01'), [{ ...line, vatRate: 1000 }])
})

test('what is no line is refused at its own place', () => {
  const good = { text: 'Huolto', unit: 'h', quantity: 1500, unitPrice: 650_000, vatRate: 2550 }
  assert.equal(linesOf([good])[0]?.vatCategory, 'S')
  const cases: [object, string, string][] = [
    [{ text: ' ' }, 'VALUE_REQUIRED', 'lines.1.text'],
    [{ quantity: -1000 }, 'NEGATIVE_QUANTITY', 'lines.1.quantity'],
    [{ quantity: 1.5 }, 'VALUE_NOT_VALID', 'lines.1.quantity'],
    [{ unitPrice: '1e9' }, 'VALUE_NOT_VALID', 'lines.1.unitPrice'],
    [{ discount: 10_001 }, 'VALUE_NOT_VALID', 'lines.1.discount'],
    [{ vatCategory: 'X' }, 'VALUE_NOT_VALID', 'lines.1.vatCategory'],
    [{ vatCategory: 'AE' }, 'VAT_RATE_NOT_OF_CATEGORY', 'lines.1.vatRate'],
    [{ vatRate: 0 }, 'VAT_RATE_NOT_OF_CATEGORY', 'lines.1.vatRate'],
  ]
  for (const [wrong, code, field] of cases)
    assert.throws(
      () => linesOf([good, { ...good, ...wrong }]),
      (refused: { code: string; detail: { field: string } }) => refused.code === code && refused.detail.field === field,
      JSON.stringify(wrong),
    )
  assert.equal(linesOf([{ ...good, quantity: -1000 }], { negative: true })[0]?.quantity, -1000)
})
