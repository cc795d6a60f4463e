import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { totalsOf } from '../../src/dealings/lines.ts'
import { totalsOf as totalsAtDesk } from '../../web/src/dealings/lines/totals.ts'

const line = fc.record({
  ...{ id: fc.uuid(), text: fc.string(), unit: fc.constant('kpl') },
  quantity: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  unitPrice: fc.integer({ min: -10_000_000, max: 100_000_000 }),
  discount: fc.integer({ min: 0, max: 10_000 }),
  vatRate: fc.constantFrom(2550, 1350, 1000),
  vatCategory: fc.constant('S' as const),
})

test('the totals that are live at the desk are the server’s, to the cent', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => assert.deepEqual(totalsAtDesk(lines), totalsOf(lines))),
  )
})
