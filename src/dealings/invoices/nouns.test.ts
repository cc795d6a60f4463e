import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readReference } from '../papers/payment-reference.ts'
import { operatorOf, vatNumberIn } from './e-address.ts'
import { announcedRates, interestTo, lateInterestOn, nameOfHalf, unknownHalf } from './late-interest.ts'
import { instalmentsOf, lateSince, overdueOf, termsOf } from './payment-terms.ts'
import { creditorReference, referenceIn, referenceOf } from './reference-number.ts'
import { nextReminder } from './reminding.ts'

test('a reference number has the check digit that the banks compute, and its RF form the ones of ISO 11649', () => {
  assert.equal(referenceOf('1234'), '12344')
  assert.equal(referenceOf('61'), '0615', 'at least three digits before the check digit')
  assert.equal(creditorReference('1234561'), 'RF341234561')
  for (const written of ['RF34 1234 561', '1234561', '0000 0000 0000 0123 4561'])
    assert.equal(referenceIn(written), '1234561')
  for (const wrong of ['1234562', 'RF351234561', 'RF', '', 'Lasku 12']) assert.equal(referenceIn(wrong), null, wrong)
  fc.assert(
    fc.property(fc.bigInt({ min: 100n, max: 10n ** 19n - 1n }), (body) => {
      const reference = referenceOf(String(body))
      assert.equal(referenceIn(creditorReference(reference)), reference)
      assert.equal(readReference(creditorReference(reference))?.kind, 'rf')
      assert.equal(readReference(reference)?.compact, reference)
    }),
  )
})

test('instalments that do not make a hundred percent, or are out of order, are refused', () => {
  assert.deepEqual(
    termsOf([
      { share: 5000, days: 14 },
      { share: 5000, days: 44 },
    ]).length,
    2,
  )
  assert.throws(
    () =>
      termsOf([
        { share: 5000, days: 14 },
        { share: 4999, days: 44 },
      ]),
    { code: 'INSTALMENTS_NOT_WHOLE' },
  )
  for (const wrong of [
    [],
    [{ share: 10_000, days: -1 }],
    [
      { share: 5000, days: 14 },
      { share: 5000, days: 14 },
    ],
    'x',
    [null],
  ])
    assert.throws(() => termsOf(wrong), { code: 'VALUE_NOT_VALID' }, JSON.stringify(wrong))
  assert.deepEqual(
    instalmentsOf(10_001, '2026-12-31', [
      { share: 3333, days: 1 },
      { share: 6667, days: 59 },
    ]),
    [
      { dueOn: '2027-01-01', cents: 3333 },
      { dueOn: '2027-02-28', cents: 6668 },
    ],
  )
})

const halves = [
  { dueOn: '2026-03-16', cents: 5000 },
  { dueOn: '2026-04-16', cents: 5000 },
]

test('payments go to the earliest instalment, and only what is past its day is late', () => {
  assert.equal(overdueOf(halves, 10_000, '2026-03-16'), 0, 'the due day itself is in time')
  assert.equal(overdueOf(halves, 10_000, '2026-03-17'), 5000)
  assert.equal(overdueOf(halves, 6000, '2026-03-17'), 1000)
  assert.deepEqual(
    [lateSince(halves, 10_000), lateSince(halves, 5000), lateSince(halves, 0)],
    ['2026-03-16', '2026-04-16', null],
  )
})

test('late interest is the reference rate and seven points, eight between businesses, and no more from a consumer', () => {
  const rates = announcedRates
  const consumer = { consumer: true, rates }
  assert.equal(lateInterestOn('2026-03-02', consumer), 950)
  assert.equal(lateInterestOn('2025-06-30', consumer), 1050)
  assert.equal(lateInterestOn('2024-12-31', { consumer: false, rates }), 1250)
  assert.equal(lateInterestOn('2026-03-02', { ...consumer, agreed: 1600 }), 950)
  assert.equal(lateInterestOn('2026-03-02', { ...consumer, agreed: 600 }), 600)
  assert.equal(lateInterestOn('2026-03-02', { consumer: false, agreed: 1600, rates }), 1600)
})

test('interest runs from the day after the due day to the payment, and each half-year has its own rate', () => {
  const owed = {
    instalments: [{ dueOn: '2025-12-01', cents: 100_000 }],
    payments: [],
    consumer: true,
    rates: announcedRates,
  }
  assert.equal(interestTo('2025-12-01', owed), 0)
  assert.equal(interestTo('2025-12-02', owed), 26) // 1000 € × 9.5 % / 365
  assert.equal(interestTo('2025-12-31', owed), 781)
  const turned = { ...owed, instalments: [{ dueOn: '2025-06-20', cents: 100_000 }] }
  assert.equal(interestTo('2025-07-10', turned), Math.round((100_000 * (10 * 0.105 + 10 * 0.095)) / 365))
  assert.equal(interestTo('2026-03-02', { ...owed, payments: [{ on: '2025-12-31', cents: 100_000 }] }), 781)
})

test('where the reference rate of a half-year is not known, nothing is guessed: what hangs on it has no rate and no interest', () => {
  const consumer = { consumer: true, rates: announcedRates }
  assert.equal(lateInterestOn('2026-06-30', consumer), 950)
  assert.equal(lateInterestOn('2026-07-01', consumer), null)
  assert.equal(lateInterestOn('2026-07-01', { ...consumer, agreed: 600 }), null)
  assert.equal(lateInterestOn('2026-07-01', { ...consumer, consumer: false, agreed: 600 }), 600)
  assert.deepEqual(
    [unknownHalf(announcedRates, '2026-01-15', '2026-06-30'), unknownHalf(announcedRates, '2026-01-15', '2027-03-01')],
    [null, '2026-07-01'],
  )
  assert.equal(nameOfHalf('2026-07-01'), '2/2026')

  const owed = { instalments: [{ dueOn: '2026-06-20', cents: 100_000 }], payments: [], ...consumer }
  assert.equal(interestTo('2026-06-30', owed), 260)
  assert.equal(interestTo('2026-07-01', owed), null)
  const entered = [...announcedRates, { from: '2026-07-01', until: '2026-12-31', points: 300 }]
  assert.equal(
    interestTo('2026-07-10', { ...owed, rates: entered }),
    Math.round((100_000 * (10 * 0.095 + 10 * 0.1)) / 365),
  )
  const paid = { ...owed, payments: [{ on: '2026-06-30', cents: 100_000 }] }
  assert.equal(interestTo('2026-08-01', paid), 260, 'what was paid in time needs no later rate')
})

test('a reminder comes after fourteen days, the next after fourteen more, with at most five euros from a consumer', () => {
  const invoice = {
    status: 'open',
    instalments: halves.slice(0, 1),
    open: 5000,
    consumer: true,
    reminded: [] as string[],
    fees: 0,
  }
  assert.equal(nextReminder('2026-03-29', invoice, 1200), null)
  assert.deepEqual(nextReminder('2026-03-30', invoice, 1200), {
    ...{ round: 1, since: '2026-03-16', late: 5000, fee: 500, dueOn: '2026-04-13' },
  })
  assert.equal(nextReminder('2026-03-30', { ...invoice, consumer: false }, 1200)?.fee, 1200)
  const once = { ...invoice, reminded: ['2026-03-30'] }
  assert.equal(nextReminder('2026-04-12', once, 500), null)
  assert.equal(nextReminder('2026-04-13', once, 500)?.round, 2)
  assert.equal(nextReminder('2026-06-13', { ...once, reminded: ['2026-03-30', '2026-04-13'] }, 500), null)
  for (const status of ['draft', 'paid', 'collection'])
    assert.equal(nextReminder('2026-06-13', { ...invoice, status }, 500), null)
})

test('§ 10 e: the reminders of a business ask together for no more than its standard compensation of 40 €', () => {
  const owed = {
    status: 'open',
    instalments: halves.slice(0, 1),
    open: 5000,
    consumer: false,
    reminded: ['2026-03-30'],
  }
  const fee = (fees: number, wished: number) => nextReminder('2026-04-13', { ...owed, fees }, wished)?.fee
  assert.deepEqual(
    [fee(0, 4000), fee(1500, 1500), fee(2500, 2500), fee(4000, 4000), fee(4500, 500)],
    [4000, 1500, 1500, 0, 0],
  )
})

test('the code of an operator, and a VAT number, are checked as far as they can be', () => {
  for (const code of ['003721291126', 'TE003708599126', 'FI28768767', 'E204503', 'NDEAFIHH', ' 0037 2332 7487 '])
    assert.equal(operatorOf(code), code.replace(/\s/g, ''), code)
  for (const code of ['003721291127', 'FI28768768', 'E2045', '0037', 'operaattorini'])
    assert.equal(operatorOf(code), null, code)
  assert.deepEqual(['FI00000174', 'fi 0000017-4', 'SE556703748501'].map(vatNumberIn), [
    ...['FI00000174', 'FI00000174', 'SE556703748501'],
  ])
  for (const number of ['FI00000175', 'FI0000017', '00000174', '?']) assert.equal(vatNumberIn(number), null, number)
})
