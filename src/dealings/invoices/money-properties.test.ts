import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '#platform/finnish-calendar'
import { type Line, totalsOf } from '../lines.ts'
import { sumOf } from '../money.ts'
import { virtualBarCode } from '../papers/virtual-bar-code.ts'
import { creditOf } from './creditable.ts'
import { announcedRates, interestTo } from './late-interest.ts'
import { instalmentsOf, openInstalments, overdueOf } from './payment-terms.ts'
import { referenceIn, referenceOf } from './reference-number.ts'

const day = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2024-02-01', n))
const cents = fc.integer({ min: 1, max: 5_000_000 })
const instalments = fc
  .array(fc.record({ dueOn: day, cents }), { minLength: 1, maxLength: 6 })
  .map((some) => some.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)))
const payments = fc.array(fc.record({ on: day, cents }), { maxLength: 6 })
const party = { consumer: true, rates: announcedRates }

test('late interest never shrinks as days go by, never grows by paying, and stops where all is paid', () => {
  fc.assert(
    fc.property(instalments, payments, day, fc.nat({ max: 60 }), cents, (due, paid, to, more, extra) => {
      const of = (on: string, some = paid) => interestTo(on, { instalments: due, payments: some, ...party }) as number
      assert.ok(of(to) >= 0 && Number.isSafeInteger(of(to)))
      assert.ok(of(addDays(to, more)) >= of(to))
      assert.ok(of(to, [...paid, { on: to, cents: extra }]) <= of(to))
      const whole = [...paid, { on: to, cents: sumOf(due.map((one) => one.cents)) }]
      assert.equal(of(addDays(to, 60), whole), of(to, whole), 'what is paid bears nothing more')
    }),
  )
})

test('late interest of a debt in two halves is that of the whole, to half a cent for each', () => {
  fc.assert(
    fc.property(day, cents, day, (dueOn, half, to) => {
      const of = (sums: number[]) =>
        interestTo(to, { instalments: sums.map((sum) => ({ dueOn, cents: sum })), payments: [], ...party }) as number
      assert.equal(of([half, half]), of([2 * half]))
      assert.ok(Math.abs(of([2 * half]) - 2 * of([half])) <= 1)
    }),
  )
})

test('what falls due on a day without banks is paid in time on the next day with them, and not a day later', () => {
  const owed = (dueOn: string, on: string | null, sum = 100_000) =>
    interestTo('2025-12-31', {
      ...{ instalments: [{ dueOn, cents: 100_000 }], payments: on ? [{ on, cents: sum }] : [], ...party },
    }) as number
  const days = (count: number, rate: number, sum = 100_000) => Math.round((sum * count * rate) / 36_500)
  assert.equal(owed('2025-11-15', '2025-11-17'), 0, 'Saturday, paid on Monday')
  assert.equal(owed('2025-11-15', '2025-11-18'), days(3, 9.5), 'paid on Tuesday: late since Saturday')
  assert.equal(owed('2025-11-14', '2025-11-17'), days(3, 9.5), 'a Friday has its banks')
  assert.equal(owed('2025-11-15', '2025-11-17', 40_000), days(46, 9.5, 60_000), 'only what was paid was in time')
  assert.equal(owed('2025-12-24', '2025-12-29'), 0, 'from Christmas Eve to the Monday after')
  assert.equal(owed('2025-06-20', '2025-06-23'), 0, 'from Midsummer Eve, too')
})

test('instalments and what is open of them always come to the whole; nothing is late that is not due', () => {
  const shares = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(cents, shares, fc.nat({ max: 5_000_000 }), day, (sum, some, paid, today) => {
      const terms = [...some, 10_000 - sumOf(some)].map((share, n) => ({ share, days: 7 * (n + 1) }))
      const all = instalmentsOf(sum, '2025-01-31', terms)
      assert.equal(sumOf(all.map((one) => one.cents)), sum)
      const open = Math.max(0, sum - paid)
      const rest = openInstalments(all, open)
      assert.equal(sumOf(rest.map((one) => one.cents)), Math.min(open, sum))
      const late = overdueOf(all, open, today)
      assert.equal(late, sumOf(rest.filter(({ dueOn }) => dueOn < today).map((one) => one.cents)))
    }),
  )
})

const line = fc.record({
  ...{ id: fc.constantFrom('a', 'b', 'c'), text: fc.constant('Tavara'), unit: fc.constant('kpl') },
  quantity: fc.integer({ min: 1, max: 5000 }),
  unitPrice: fc.oneof(fc.constant(50), fc.constant(10_050), fc.integer({ min: 1, max: 1_000_000 })),
  discount: fc.constantFrom(0, 3333, 10_000),
  vatRate: fc.constantFrom<number>(2550, 1350, 1000),
  vatCategory: fc.constant('S' as const),
})
const lines = fc.uniqueArray(line, { minLength: 1, maxLength: 3, selector: ({ id }) => id })

test('credited in however many parts, an invoice is credited to its last cent of each rate, and never beyond a line', () => {
  const part = fc.record({ id: fc.constantFrom('a', 'b', 'c'), quantity: fc.integer({ min: 1, max: 4000 }) })
  fc.assert(
    fc.property(lines, fc.array(part, { maxLength: 6 }), (some: Line[], parts) => {
      const whole = totalsOf(some)
      const invoice = { lines: some, byVat: whole.byVat }
      const notes: ReturnType<typeof creditOf>[] = []
      for (const one of parts) {
        try {
          notes.push(creditOf(invoice, notes, [one]))
        } catch (refused) {
          assert.match((refused as { code: string }).code, /VALUE_NOT_VALID|CREDIT_BEYOND_INVOICE/)
        }
      }
      const left = some.map(({ id, quantity }) => ({
        id,
        quantity:
          quantity +
          sumOf(notes.flatMap((note) => note.lines.filter((one) => one.id === id)).map((one) => one.quantity)),
      }))
      assert.ok(left.every(({ quantity }) => quantity >= 0))
      if (left.some(({ quantity }) => quantity > 0)) notes.push(creditOf(invoice, notes))
      for (const { category, rate, net, vat } of whole.byVat) {
        const same = notes.flatMap(({ byVat }) => byVat.filter((one) => one.category === category && one.rate === rate))
        assert.deepEqual([sumOf(same.map((one) => one.net)), sumOf(same.map((one) => one.vat))], [0 - net, 0 - vat])
      }
      assert.equal(sumOf(notes.map(({ total }) => total)), 0 - whole.total)
      for (const note of notes) assert.equal(sumOf(note.lines.map((one) => totalsOf([one]).net)), note.net)
    }),
  )
})

test('one wrong digit, or two beside each other changed about by one of the common slips, makes no reference number', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 100n, max: 10n ** 18n }),
      fc.nat({ max: 18 }),
      fc.integer({ min: 1, max: 9 }),
      (body, at, by) => {
        const digits = [...referenceOf(String(body))]
        const place = at % digits.length
        digits[place] = String((Number(digits[place]) + by) % 10)
        const wrong = digits.join('')
        if (/^0/.test(wrong)) return // zeros in front belong to no number
        assert.equal(referenceIn(wrong), null, wrong)
      },
    ),
  )
})

test('the virtual bar code has its 54 digits whatever the sum, the reference and the day', () => {
  const sums = fc.integer({ min: 0, max: 2_000_000_000 })
  fc.assert(
    fc.property(sums, fc.bigInt({ min: 100n, max: 10n ** 19n - 1n }), fc.option(day), (sum, body, dueOn) => {
      const reference = referenceOf(String(body))
      const code = virtualBarCode({ iban: 'FI21 1234 5600 0007 85', cents: sum, reference, dueOn }) ?? ''
      assert.match(code, /^4\d{53}$/)
      assert.equal(Number(code.slice(17, 25)), sum > 99_999_999 ? 0 : sum)
      assert.equal(BigInt(code.slice(28, 48)), BigInt(reference))
    }),
  )
})
