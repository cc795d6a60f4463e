import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, isWorkingDay } from '#platform/finnish-calendar'
import { deadlinesOf, legalProfileOn, rectifiedBy } from './legal-profile.ts'
import { alarmOf } from './next-step.ts'
import { afterRequest, eventsOfRequest, type RequestEvent, type RequestState, requestStates } from './request.ts'

const profile = legalProfileOn('2026-11-06')

for (const [received, due] of [
  ['2026-11-06', '2026-12-07'], // 6 December is a Sunday and Independence Day
  ['2026-11-25', '2026-12-28'], // 25 December, a Friday, and the weekend after it
  ['2027-01-31', '2027-03-01'], // 28 February is a Sunday
  ['2027-03-05', '2027-04-05'],
] as const)
  test(`received on ${received}, due on ${due} (C0, Reg. 1182/71)`, () => {
    assert.equal(deadlinesOf(profile, { receivedOn: received }).dueOn, due)
  })

test('extended, a request of 31 January is due on 30 April, and the internal day never passes the unextended one', () => {
  assert.deepEqual(deadlinesOf(profile, { receivedOn: '2027-01-31', extended: true }), {
    dueOn: '2027-04-30',
    internalDueOn: '2027-03-01',
  })
})

test('the internal day is five working days before the calendar date', () => {
  assert.equal(deadlinesOf(profile, { receivedOn: '2026-11-06' }).internalDueOn, '2026-11-30')
})

test('a decided correction is carried out within three working days', () => {
  assert.equal(rectifiedBy(profile, '2026-12-23'), '2026-12-29')
})

const days = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2026-01-01', n))

test('due days are working days, a month or a little more after the receipt, and a pause only ever moves them on', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 60 }), (receivedOn, pausedDays) => {
      const plain = deadlinesOf(profile, { receivedOn })
      const paused = deadlinesOf(profile, { receivedOn, pausedDays })
      assert.ok(isWorkingDay(plain.dueOn))
      assert.ok(plain.internalDueOn <= plain.dueOn)
      assert.ok(plain.dueOn >= addDays(receivedOn, 28) && plain.dueOn <= addDays(receivedOn, 37))
      assert.ok(paused.dueOn >= plain.dueOn)
    }),
  )
})

test('alarms come at half the time, at four fifths, three days before, on the day and past it', () => {
  const at = (today: string) =>
    alarmOf({ state: 'assessing', due_on: '2026-04-01', asked_on: null, received_on: '2026-03-02' }, today)
  assert.deepEqual(['2026-03-10', '2026-03-17', '2026-03-26', '2026-03-29', '2026-04-01', '2026-04-02'].map(at), [
    'none',
    'half',
    'most',
    'three-days',
    'due',
    'overdue',
  ])
  assert.equal(
    alarmOf({ state: 'replied', due_on: '2026-04-01', asked_on: null, received_on: '2026-03-02' }, '2026-05-01'),
    'none',
  )
  assert.equal(
    alarmOf(
      { state: 'identifying', due_on: '2026-04-01', asked_on: '2026-03-05', received_on: '2026-03-02' },
      '2026-04-10',
    ),
    'none',
  )
})

const everyEvent: RequestEvent[] = [
  ...[
    'acknowledgement',
    'identity-question',
    'identity-proof',
    'identity-failure',
    'clarification-question',
    'clarification',
  ],
  ...['extension', 'weighing', 'grant', 'refusal', 'reply', 'propagation', 'closure', 'withdrawal'],
] as RequestEvent[]

test('no walk through the states ends in closed without an answer, but for a request that was taken back', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...everyEvent), { maxLength: 40 }), (events) => {
      let state: RequestState = 'received'
      const seen = new Set<RequestEvent>()
      for (const event of events) {
        const next = afterRequest(event, state)
        if (!next) continue
        seen.add(event)
        state = next
      }
      if (state === 'closed') assert.ok(seen.has('reply') || seen.has('withdrawal'))
      if (seen.has('reply')) assert.ok(seen.has('grant') || seen.has('refusal') || seen.has('identity-failure'))
      if (seen.has('grant')) assert.ok(seen.has('identity-proof') && seen.has('weighing'))
    }),
    { numRuns: 3000 },
  )
})

test('from every state but closed there is a way on', () => {
  for (const state of requestStates) assert.equal(eventsOfRequest(state).length > 0, state !== 'closed', state)
})
