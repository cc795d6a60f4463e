import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '#platform/finnish-calendar'
import { daysBeyond } from '../contracts/days-beyond.ts'
import { type Line, netOf, totalsOf } from '../lines.ts'
import { sumOf } from '../money.ts'
import { creditOfDays } from './credit-days.ts'
import { type Billed, creditable, creditOf } from './creditable.ts'

const lines = fc.array(
  fc.record({
    quantity: fc.oneof(fc.integer({ min: 1000, max: 9_000_000 }), fc.integer({ min: -5000, max: -1000 })),
    unitPrice: fc.integer({ min: 0, max: 50_000_000 }),
    discount: fc.constantFrom(0, 0, 1250),
    vatRate: fc.constantFrom(2550, 1350),
  }),
  { minLength: 1, maxLength: 4 },
)

const cuts = fc.array(fc.record({ day: fc.nat(366), isLeft: fc.boolean() }), { maxLength: 5 })

test('days that are given back and those that stay come to the invoice, to the cent, wherever the end moves and whatever is left', () => {
  fc.assert(
    fc.property(lines, fc.integer({ min: 2, max: 366 }), cuts, (said, days, ends) => {
      const whole = said.map(
        (part, n): Line => ({ ...part, id: String(n), text: 'Huolto', unit: 'kk', vatCategory: 'S' }),
      )
      const invoice: Billed = { lines: whole, byVat: totalsOf(whole).byVat }
      const from = '2026-01-31'
      const notes: (Billed & { since: string; until: string })[] = []
      const alone: { since: string; until: string }[] = []
      const sumLeft = (rate: number) =>
        sumOf([...whole, ...notes.flatMap((note) => note.lines)].filter((one) => one.vatRate === rate).map(netOf))
      for (const { day, isLeft } of ends) {
        const span = { from, until: addDays(from, days - 1), end: addDays(from, day % days) }
        const rows = daysBeyond(span, { given: notes, left: alone })
        if (isLeft) alone.push(...rows)
        for (const row of isLeft ? [] : rows) {
          const before = new Map([2550, 1350].map((rate) => [rate, sumLeft(rate)]))
          const ids = whole.map(({ id }) => id)
          const note = creditOfDays(invoice, notes, { ...row, lines: ids, language: 'fi' })
          notes.push({ ...note, since: row.since, until: row.until })
          const { all, kept } = row
          for (const [rate, sum] of before) {
            const kepts = (sumLeft(rate) * all) / kept
            assert.ok(Math.abs(kepts - sum) <= (whole.length * all) / kept, `${rate}: ${sumLeft(rate)} of ${sum}`)
          }
          for (const line of note.lines) assert.ok(line.text.length <= 1000)
        }
      }
      for (const [id, quantity] of creditable(whole, notes)) {
        const line = whole.find((one) => one.id === id)
        assert.ok(quantity * Math.sign(line?.quantity ?? 0) > 0, 'something of each line stays')
      }
      const rest = creditOf(invoice, notes)

      const net = sumOf([...notes, rest].map((note) => totalsOf(note.lines).net))
      const total = sumOf([...notes.map((note) => totalsOf(note.lines).total), rest.total])
      assert.deepEqual([net + totalsOf(whole).net, total + totalsOf(whole).total], [0, 0])
    }),
    { numRuns: 300 },
  )
})
