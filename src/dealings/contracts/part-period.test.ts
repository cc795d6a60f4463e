import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, addMonths, type Day } from '#platform/finnish-calendar'
import { type Line, netOf, totalsOf } from '../lines.ts'
import { sumOf } from '../money.ts'
import { linesOfPart, partOf } from './part-period.ts'

const line = (part: Partial<Line> = {}): Line => ({
  ...{ id: 'a', text: 'Huolto', unit: 'kk', quantity: 1000, unitPrice: 1_000_000, discount: 0 },
  ...{ vatRate: 2550, vatCategory: 'S' as const, ...part },
})
const finnish = { parts: 'days', language: 'fi' } as const
const term = { startsOn: '2026-03-01', months: 1, parts: 'days' as const }

test('of a month that a contract ends in the middle of, its days are billed, and the line says them', () => {
  const part = partOf(term, { since: '2026-03-01', until: '2026-03-17' })
  assert.deepEqual(part, { from: '2026-03-01', to: '2026-03-31', since: '2026-03-01', until: '2026-03-17' })
  const [billed] = linesOfPart([line()], part, finnish)
  assert.deepEqual(
    [billed?.text, billed?.quantity, billed?.unitPrice, netOf(billed as Line)],
    ['Huolto, 1.3.2026–17.3.2026 (17/31 pv)', 1000, 548_400, 5484],
  )
  assert.deepEqual(linesOfPart([line()], part, { ...finnish, parts: 'whole' }), [line()])
  assert.deepEqual(linesOfPart([line()], partOf(term, { since: '2026-03-01', until: '2026-03-31' }), finnish), [line()])
})

test('what a price of four decimals cannot hit for so many pieces is billed as one sum', () => {
  const part = partOf(term, { since: '2026-03-01', until: '2026-03-17' })
  const [billed] = linesOfPart([line({ quantity: 7_777_000, unitPrice: 123 })], part, finnish)
  assert.deepEqual([billed?.quantity, netOf(billed as Line)], [1000, Math.round((9566 * 17) / 31)])
})

test('February of a leap year has 29 days, and of another 28', () => {
  const netFor = (last: Day) => {
    const startsOn = `${last.slice(0, 4)}-02-01`
    const part = partOf({ ...term, startsOn }, { since: startsOn, until: last })
    return totalsOf(linesOfPart([line({ unitPrice: 290_000 })], part, finnish)).net
  }
  assert.deepEqual(
    [netFor('2028-02-01'), netFor('2028-02-28'), netFor('2028-02-29'), netFor('2026-02-28')],
    [100, 2800, 2900, 2900],
  )
})

const lines = fc.array(
  fc.record({
    quantity: fc.integer({ min: -5000, max: 9_000_000 }),
    unitPrice: fc.integer({ min: 0, max: 50_000_000 }),
    discount: fc.constantFrom(0, 0, 1250, 10_000),
    vatRate: fc.constantFrom(2550, 1350, 1000),
  }),
  { minLength: 1, maxLength: 4 },
)
const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2023-11-15', days))

test('parts of a period that follow one another come to the whole together, line by line, and none is below nothing', () => {
  fc.assert(
    fc.property(
      lines,
      day,
      fc.constantFrom(1, 2, 3, 4, 6, 12),
      fc.array(fc.nat(365), { maxLength: 5 }),
      (said, startsOn, months, cuts) => {
        const whole = said.map((part, n) => line({ ...part, id: String(n) }))
        const to = addDays(addMonths(startsOn, months), -1)
        const ends = [...new Set([...cuts.map((cut) => addDays(startsOn, cut)).filter((cut) => cut < to), to])].sort()
        const billed = ends.map((last, n) => {
          const since = n === 0 ? startsOn : addDays(ends[n - 1] as Day, 1)
          return linesOfPart(whole, partOf({ startsOn, months, parts: 'days' }, { since, until: last }), finnish)
        })
        for (const [n, of] of whole.entries()) {
          const nets = billed.map((part) => netOf(part[n] as Line))
          assert.equal(sumOf(nets), netOf(of))
          for (const net of nets) assert.ok(net * netOf(of) >= 0, `${net} of ${netOf(of)}`)
          for (const part of billed) assert.ok((part[n]?.unitPrice ?? -1) >= 0 || netOf(of) < 0)
        }
        for (const part of billed) assert.equal(totalsOf(part).net, sumOf(part.map(netOf)))
      },
    ),
    { numRuns: 500 },
  )
})
