import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { addDays, addMonths } from '#platform/finnish-calendar'
import { afterContract, contractEvents, endAfterNotice, lastDayOfNotice, renewedUntil } from './contracts/contract.ts'
import { aboveOrdered, comingOf, isWhole } from './deliveries/delivery.ts'
import type { Line } from './lines.ts'
import { leftToBill } from './orders/left-to-bill.ts'
import { afterOrder, orderEvents } from './orders/order.ts'
import { afterQuote, eventsOfQuote, isAnswerable, type QuoteState, quoteEvents, stateFound } from './quotes/quote.ts'
import { hashOfContent, type QuoteContent } from './quotes/quote-content.ts'

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))
const lines = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    text: fc.string({ minLength: 1, maxLength: 20 }),
    unit: fc.constant('kpl'),
    quantity: fc.integer({ min: 0, max: 1_000_000 }),
    unitPrice: fc.integer({ min: -10_000_000, max: 100_000_000 }),
    discount: fc.integer({ min: 0, max: 10_000 }),
    vatRate: fc.constantFrom(2550, 1350, 1000),
    vatCategory: fc.constant('S' as const),
  }),
  { selector: ({ id }) => id, maxLength: 8 },
) as fc.Arbitrary<Line[]>

test('whatever happens to a quote, at most one version waits or is accepted, and what is accepted stays so', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...quoteEvents), { maxLength: 40 }), (events) => {
      let state: QuoteState = 'draft'
      const versions: string[] = []
      for (const event of events) {
        const waits = versions.includes('sent')
        const next = afterQuote(event, state)
        if (!next || ((event === 'acceptance' || event === 'decline') && !waits)) continue
        const settle = (to: string) => {
          const at = versions.indexOf('sent')
          if (at >= 0) versions[at] = to
        }
        if (event === 'sending') {
          settle('superseded')
          versions.push('sent')
        }
        if (event === 'acceptance') settle('accepted')
        if (event === 'decline') settle('declined')
        if (event === 'expiry') settle('expired')
        if (event === 'withdrawal') settle('withdrawn')
        state = event === 'decline' && state === 'draft' ? 'draft' : next
        assert.ok(versions.filter((one) => one === 'sent' || one === 'accepted').length <= 1, versions.join())
        if (state === 'accepted') assert.equal(versions.at(-1), 'accepted')
        if (state === 'sent') assert.equal(versions.at(-1), 'sent')
      }
      if (state === 'accepted')
        assert.deepEqual(
          quoteEvents.filter((event) => afterQuote(event, state)),
          [],
        )
    }),
  )
})

test('only what may be done is offered', () => {
  for (const state of ['draft', 'sent', 'accepted', 'declined', 'expired', 'withdrawn'] as const)
    for (const waits of [true, false])
      for (const event of eventsOfQuote(state, waits)) assert.ok(afterQuote(event, state), `${event} of ${state}`)
})

test('a version is answered through its last day, and found expired from the next', () => {
  fc.assert(
    fc.property(day, day, (validUntil, today) => {
      const found = stateFound({ state: 'sent', validUntil }, today)
      assert.equal(isAnswerable({ state: 'sent', validUntil }, today), found === 'sent')
      assert.equal(found === 'sent', today <= validUntil)
    }),
  )
})

test('the hash of a version is of its content alone: the order of its keys says nothing, any other change does', () => {
  const content = (title: string) => ({ title, number: 'T1', version: 1, lines: [] }) as unknown as QuoteContent
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const { title, ...rest } = content(a)
      assert.equal(hashOfContent({ ...rest, title }), hashOfContent(content(a)))
      assert.equal(hashOfContent(content(a)) === hashOfContent(content(b)), a === b)
    }),
  )
})

test('however an order goes out in parts, what is gone and left adds up to what was ordered, and nothing goes above it', () => {
  const parts = fc.array(fc.array(fc.nat(400_000), { maxLength: 8 }), { maxLength: 12 })
  fc.assert(
    fc.property(lines, parts, (ordered, deliveries) => {
      const made: { line: string; quantity: number }[][] = []
      for (const quantities of deliveries) {
        const next = ordered.map(({ id }, n) => ({ line: id, quantity: quantities[n] ?? 0 }))
        if (aboveOrdered(comingOf(ordered, made), next).length === 0) made.push(next)
      }
      const coming = comingOf(ordered, made)
      for (const { ordered: all, gone, left } of coming) assert.equal(gone + left, all)
      const rest = coming.map(({ line, left }) => ({ line, quantity: left }))
      assert.deepEqual(aboveOrdered(coming, rest), [], 'the rest always fits')
      assert.ok(isWhole(comingOf(ordered, [...made, rest])))
    }),
  )
})

test('invoices of an order never bill more than has gone out, in whatever order deliveries and invoices come', () => {
  const steps = fc.array(fc.record({ bills: fc.boolean(), share: fc.double({ min: 0, max: 1, noNaN: true }) }), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(lines, steps, (ordered, some) => {
      const all: { line: string; quantity: number }[][] = []
      const billed: Line[][] = []
      for (const { bills, share } of some) {
        if (bills) billed.push(leftToBill({ lines: ordered, gone: all, all, billed }))
        else all.push(comingOf(ordered, all).map(({ line, left }) => ({ line, quantity: Math.floor(left * share) })))
        const out = comingOf(ordered, all)
        for (const { line, gone } of out) {
          const sum = billed.flat().reduce((total, one) => total + (one.id === line ? one.quantity : 0), 0)
          assert.ok(sum <= gone, `${sum} billed of ${gone}`)
        }
      }
      assert.deepEqual(
        leftToBill({
          lines: ordered,
          gone: all,
          all,
          billed: [...billed, leftToBill({ lines: ordered, gone: all, all, billed })],
        }),
        [],
      )
    }),
  )
})

test('whoever renews night after night comes to the same ends: whole periods from the first day, and the end of the month', () => {
  const ends = (startsOn: string, endsOn: string, renewalMonths: number, times: number) => {
    const all = [endsOn]
    for (let end = endsOn; all.length <= times; all.push(end))
      end = renewedUntil({ startsOn, endsOn: end, renewalMonths }, addDays(end, 1)) ?? ''
    return all.slice(1)
  }
  assert.deepEqual(ends('2026-01-01', '2026-06-30', 6, 3), ['2026-12-31', '2027-06-30', '2027-12-31'])
  assert.deepEqual(ends('2025-11-15', '2026-03-31', 3, 4), ['2026-06-30', '2026-09-30', '2026-12-31', '2027-03-31'])
  assert.deepEqual(ends('2027-03-01', '2028-02-29', 12, 4).at(-1), '2032-02-29')
  assert.deepEqual(ends('2025-03-01', '2026-02-28', 12, 2), ['2027-02-28', '2028-02-29'])
  assert.deepEqual(ends('2026-01-07', '2026-02-20', 1, 2), ['2026-03-20', '2026-04-20'])
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 30 }), (startsOn, months, times) => {
      const whole = (n: number) => addDays(addMonths(startsOn, months * n), -1)
      assert.equal(ends(startsOn, whole(1), months, times).at(-1), whole(times + 1))
    }),
  )
})

test('an ended contract and a cancelled order begin nothing again', () => {
  for (const event of contractEvents) assert.equal(afterContract(event, 'ended'), null)
  for (const event of orderEvents) assert.equal(afterOrder(event, 'cancelled'), null)
})

test('a contract renews to the first end that is not past, and notice always fits before the end it aims at', () => {
  fc.assert(
    fc.property(
      day,
      day,
      fc.integer({ min: 1, max: 36 }),
      fc.integer({ min: 0, max: 12 }),
      (endsOn, today, months, notice) => {
        const next = renewedUntil({ startsOn: '2020-01-01', endsOn, renewalMonths: months }, today)
        assert.ok(next && next >= today && next > endsOn)
        const last = lastDayOfNotice({ endsOn, noticeMonths: notice })
        assert.ok(last && last <= endsOn)
        const term = {
          startsOn: '2020-01-01',
          endsOn,
          renewal: 'automatic' as const,
          renewalMonths: months,
          noticeMonths: notice,
        }
        assert.ok(endAfterNotice(term, today) >= endsOn)
      },
    ),
  )
})
