import { addDays, type Day } from '#platform/finnish-calendar'
import type { RequestRow } from './move-request.ts'
import { isUnanswered } from './request.ts'

/** How near the due day is: at half, at four fifths, three days before, on the day, and past it. */
export type Alarm = 'none' | 'half' | 'most' | 'three-days' | 'due' | 'overdue'

const order: readonly Alarm[] = ['none', 'half', 'most', 'three-days', 'due', 'overdue']

type Due = Pick<RequestRow, 'state' | 'due_on' | 'asked_on'> & { received_on: Day }

/** C2: alarms by the legal due day. While the clock stands still it moves the due day along. */
export function alarmOf({ state, due_on, asked_on, received_on }: Due, today: Day): Alarm {
  if (!isUnanswered(state)) return 'none'
  const due = asked_on ? addDays(due_on, daysBetween(asked_on, today)) : due_on
  const left = daysBetween(today, due)
  const whole = Math.max(1, daysBetween(received_on, due_on))
  if (left < 0) return 'overdue'
  if (left === 0) return 'due'
  if (left <= 3) return 'three-days'
  const gone = (whole - left) / whole
  if (gone >= 0.8) return 'most'
  return gone >= 0.5 ? 'half' : 'none'
}

/** As a number, so that each alarm is mailed once. */
export function rankOf(alarm: Alarm): number {
  return order.indexOf(alarm)
}

export type NextStep =
  | 'identify'
  | 'choose-person'
  | 'await-requester'
  | 'await-clarification'
  | 'take-up'
  | 'decide'
  | 'correct'
  | 'erase'
  | 'answer'
  | 'post-letter'
  | 'await-mail'
  | 'await-others'
  | 'none'

export interface Around {
  /** States of its letters, the newest last. */
  letters: readonly { kind: string; state: string }[]
}

/** The one thing to do next with a request: the desk's primary button. */
export function nextStepOf(held: RequestRow, { letters }: Around): NextStep {
  const last = letters.at(-1)
  if (last?.state === 'draft') return 'post-letter'
  const isAnswerUnderWay = letters.some(
    ({ kind, state }) => state === 'queued' && ['reply', 'refusal', 'cannot-identify'].includes(kind),
  )
  if (isAnswerUnderWay) return 'await-mail'
  switch (held.state) {
    case 'received':
    case 'acknowledged':
      if (held.identity === 'open') return 'identify'
      if (!held.person_id && held.kind !== 'complaint') return 'choose-person'
      return 'take-up'
    case 'identifying':
      return 'await-requester'
    case 'needs-info':
      return 'await-clarification'
    case 'assessing':
    case 'extended':
    case 'deciding':
      return 'decide'
    case 'executing':
      return stepOfExecuting(held)
    case 'refused':
    case 'cannot-identify':
      return 'answer'
    case 'replied':
    case 'propagating':
      return 'await-others'
    default:
      return 'none'
  }
}

function stepOfExecuting({ kind, executed_at }: RequestRow): NextStep {
  if (!executed_at && kind === 'rectification') return 'correct'
  return !executed_at && kind === 'erasure' ? 'erase' : 'answer'
}

function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
