import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Line, totalsOf, type VatCategory } from '../lines.ts'
import { sumOf } from '../money.ts'
import { spread } from '../payments/spread.ts'
import { type Billed, creditOf } from './creditable.ts'
import { instalmentsOf, lateSince, overdueOf } from './payment-terms.ts'

const rates: readonly [VatCategory, number][] = [
  ['S', 2550],
  ['S', 1350],
  ['S', 1000],
  ['AE', 0],
  ['Z', 0],
]
const aLine = fc
  .record({
    quantity: fc.integer({ min: 1, max: 40 }).map((n) => n * 500),
    // Prices that end in half cents: 0.005 € is 50.
    unitPrice: fc.integer({ min: 1, max: 4000 }).map((n) => n * 50),
    discount: fc.constantFrom(0, 0, 333, 1000, 2500),
    rate: fc.constantFrom(...rates),
  })
  .map(({ rate: [vatCategory, vatRate], ...one }) => ({ ...one, vatCategory, vatRate, text: 'x', unit: 'kpl' }))
const someLines = fc
  .array(aLine, { minLength: 1, maxLength: 6 })
  .map((lines) => lines.map((line, n) => ({ ...line, id: `${n}` })) as Line[])
  .filter((lines) => totalsOf(lines).total > 0)

test('an invoice credited in parts, with discounts and half cents, is credited to the cent by the note that takes the last of it', () => {
  const shares = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }), { maxLength: 4 })
  fc.assert(
    fc.property(someLines, shares, (lines, parts) => {
      const invoice: Billed & { total: number } = { ...totalsOf(lines), lines }
      const notes: (Billed & { net: number; vat: number; total: number })[] = []
      for (const share of parts) {
        const left = new Map(lines.map(({ id, quantity }) => [id, quantity]))
        for (const { id, quantity } of notes.flatMap((note) => note.lines)) left.set(id, (left.get(id) ?? 0) + quantity)
        const asked = lines.map(({ id }, n) => ({
          id,
          quantity: Math.floor(((left.get(id) ?? 0) * (share[n] ?? 0)) / 6),
        }))
        const note = creditOf(invoice, notes, asked)
        const credited = -sumOf([...notes, note].map(({ total }) => total))
        if (note.total < 0 && credited <= invoice.total) notes.push(note)
      }
      notes.push(creditOf(invoice, notes))

      assert.equal(sumOf(notes.map(({ total }) => total)), -invoice.total)
      for (const { category, rate, net, vat } of invoice.byVat) {
        const same = notes.flatMap(({ byVat }) => byVat.filter((one) => one.category === category && one.rate === rate))
        assert.deepEqual([sumOf(same.map((one) => one.net)), sumOf(same.map((one) => one.vat))], [0 - net, 0 - vat])
      }
      for (const note of notes) {
        assert.equal(note.total, note.net + note.vat)
        assert.equal(totalsOf(note.lines).net, note.net, 'the lines of a note come to its net')
        for (const { category, vat } of note.byVat) if (category !== 'S') assert.equal(vat, 0)
      }
    }),
    { numRuns: 400 },
  )
})

test('an invoice of three at half a cent, credited one by one, leaves nothing behind', () => {
  const line = { id: 'a', text: 'x', unit: 'kpl', quantity: 3000, unitPrice: 350, discount: 0 }
  const lines: Line[] = [{ ...line, vatRate: 2550, vatCategory: 'S' }]
  const invoice = { ...totalsOf(lines), lines }
  assert.equal(invoice.total, 14) // 3 × 0.035 = 0.11 (0.105), VAT 0.03
  const one = [{ id: 'a', quantity: 1000 }]
  const first = creditOf(invoice, [], one)
  const second = creditOf(invoice, [first], one)
  const last = creditOf(invoice, [first, second])
  assert.deepEqual([first.total, second.total, last.total], [-5, -5, -4])
  assert.equal(last.lines.at(-1)?.text, 'Pyöristys · Avrundning · Rounding')
})

test('instalments make the whole sum, and at each moment what is late and what is not yet due make what is open', () => {
  const someTerms = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 8 }).map((weights) => {
    const all = sumOf(weights)
    const shares = weights.map((weight) => Math.max(1, Math.floor((weight * 10_000) / all)))
    shares[0] = (shares[0] ?? 0) + 10_000 - sumOf(shares)
    return shares.map((share, n) => ({ share, days: 10 * n }))
  })
  const cents = fc.integer({ min: 1, max: 10_000_000 })
  fc.assert(
    fc.property(
      someTerms,
      cents,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 90 }),
      (terms, sum, part, days) => {
        const instalments = instalmentsOf(sum, '2026-03-02', terms)
        assert.equal(sumOf(instalments.map((one) => one.cents)), sum)
        const open = sum - Math.floor(sum * part)
        const today = new Date(Date.UTC(2026, 2, 2 + days)).toISOString().slice(0, 10)
        const late = overdueOf(instalments, open, today)
        assert.ok(late >= 0 && late <= open)
        const due = sumOf(instalments.filter(({ dueOn }) => dueOn < today).map((one) => one.cents))
        assert.equal(late, Math.max(0, due - (sum - open)))
        const since = lateSince(instalments, open)
        assert.equal(late > 0, since !== null && since < today)
      },
    ),
  )
})

test('a payment of an invoice with the fee and interest of its reminders: every cent goes to one place, the invoice first', () => {
  const some = fc.integer({ min: 0, max: 100_000 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300_000 }), some, some, some, (payment, open, charges, paid) => {
      const parts = spread(payment, { open, charges, paid })
      const of = (bears: string) => sumOf(parts.filter((one) => one.bears === bears).map((one) => one.cents))
      const left = payment - of('payment') - of('charge')
      assert.ok(left >= 0 && of('payment') <= open && of('charge') <= charges)
      assert.equal(of('payment'), Math.min(payment, open))
      if (left > 0) assert.deepEqual([of('payment'), of('charge')], [open, charges])
      if (of('charge') > 0) assert.equal(of('payment'), open, 'charges are paid after the invoice')
      const back = spread(-payment, { open, charges, paid })
      assert.equal(sumOf(back.map((one) => one.cents)), paid === 0 ? 0 : -Math.min(payment, paid))
    }),
  )
})
