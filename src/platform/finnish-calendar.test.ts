import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import {
  addDays,
  addMonths,
  dayInHelsinki,
  holidaysOf,
  isWorkingDay,
  workingDayFrom,
  workingDaysBefore,
} from './finnish-calendar.ts'

for (const [from, calendar, due] of [
  ['2026-11-06', '2026-12-06', '2026-12-07'],
  ['2026-11-25', '2026-12-25', '2026-12-28'],
  ['2027-01-31', '2027-02-28', '2027-03-01'],
  ['2027-03-05', '2027-04-05', '2027-04-05'],
  ['2027-03-31', '2027-04-30', '2027-04-30'],
  ['2028-01-31', '2028-02-29', '2028-02-29'],
] as const) {
  test(`a month from ${from} ends on ${calendar}, and on ${due} where that is no working day`, () => {
    assert.equal(addMonths(from, 1), calendar)
    assert.equal(workingDayFrom(calendar), due)
  })
}

test('three months from the end of January end at the end of April', () =>
  assert.equal(addMonths('2027-01-31', 3), '2027-04-30'))

test('the holidays of 2026 are those of the Finnish almanac', () => {
  assert.deepEqual([...holidaysOf(2026)].sort(), [
    '2026-01-01',
    '2026-01-06',
    '2026-04-03',
    '2026-04-05',
    '2026-04-06',
    '2026-05-01',
    '2026-05-14',
    '2026-05-24',
    '2026-06-20',
    '2026-10-31',
    '2026-12-06',
    '2026-12-25',
    '2026-12-26',
  ])
})

test('Easter falls where the almanac says', () => {
  for (const monday of ['2024-04-01', '2025-04-21', '2027-03-29', '2030-04-22', '2038-04-26']) {
    assert.ok(holidaysOf(Number(monday.slice(0, 4))).has(monday), monday)
  }
})

test('five working days before 5 April 2027 leave out Easter Monday and Good Friday', () => {
  assert.equal(workingDaysBefore('2027-04-05', 5), '2027-03-25')
})

test('a deadline is never earlier than its date, always a working day, and at most four days later', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
      const day = addDays('2000-01-01', days)
      const due = workingDayFrom(day)
      assert.ok(due >= day && isWorkingDay(due) && due <= addDays(day, 5))
    }),
  )
})

test('the day is the one in Helsinki, whatever the time zone of the instant', () => {
  assert.equal(dayInHelsinki(new Date('2026-03-01T22:30:00Z')), '2026-03-02')
  assert.equal(dayInHelsinki(new Date('2026-07-01T20:59:00Z')), '2026-07-01')
  const said = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' })
  const instant = fc.date({ min: new Date('1970-01-01Z'), max: new Date('2100-01-01Z'), noInvalidDate: true })
  fc.assert(
    fc.property(instant, fc.integer({ min: -7_200_000, max: 7_200_000 }), (at, away) => {
      for (const one of [at, new Date(at.getTime() + away)]) assert.equal(dayInHelsinki(one), said.format(one))
    }),
  )
})
