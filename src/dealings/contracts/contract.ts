import { addDays, addMonths, type Day } from '#platform/finnish-calendar'

export const contractStates = ['draft', 'active', 'noticed', 'ended'] as const
export type ContractState = (typeof contractStates)[number]
export type Renewal = 'fixed' | 'automatic'

export const contractEvents = ['signing', 'notice', 'withdrawal-of-notice', 'renewal', 'ending'] as const
export type ContractEvent = (typeof contractEvents)[number]

const moves: Readonly<Record<ContractEvent, Partial<Record<ContractState, ContractState>>>> = {
  signing: { draft: 'active' },
  notice: { active: 'noticed' },
  'withdrawal-of-notice': { noticed: 'active' },
  renewal: { active: 'active' },
  ending: { active: 'ended', noticed: 'ended' },
}

export interface Term {
  startsOn: Day
  endsOn: Day | null
  renewal: Renewal
  renewalMonths: number | null
  noticeMonths: number
}

/** The state of a contract after an event, or null where the event does not apply. */
export function afterContract(event: ContractEvent, state: ContractState): ContractState | null {
  return moves[event][state] ?? null
}

/** What staff may do now; only what has an end can be renewed. */
export function eventsOfContract(state: ContractState, { endsOn }: Pick<Term, 'endsOn'>): ContractEvent[] {
  return contractEvents.filter(
    (event) => afterContract(event, state) !== null && !(event === 'renewal' && endsOn === null),
  )
}

/** The first end after this one that an automatic renewal reaches, not before today. */
export function renewedUntil(
  { startsOn, endsOn, renewalMonths }: Pick<Term, 'startsOn' | 'endsOn' | 'renewalMonths'>,
  today: Day,
): Day | null {
  if (!endsOn || !renewalMonths) return null
  const after = addDays(endsOn, 1)
  const passed = monthsBetween(startsOn, after)
  // Whole months from the first day, and what ends with its month, go on so: 30 June, 31 December; 30 September, 31 December.
  const isWhole = addMonths(startsOn, passed) === after
  const endsMonth = after.endsWith('-01')
  for (let months = renewalMonths; ; months += renewalMonths) {
    const next = isWhole
      ? addDays(addMonths(startsOn, passed + months), -1)
      : endsMonth
        ? addDays(addMonths(after, months), -1)
        : addMonths(endsOn, months)
    if (next >= today) return next
  }
}

// Calendar months, whatever the days within them.
function monthsBetween(from: Day, to: Day): number {
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number)
  return (toYear - fromYear) * 12 + toMonth - fromMonth
}

/** The day by which notice has to be given, so that the contract ends with its period; null where it runs until further notice. */
export function lastDayOfNotice({ endsOn, noticeMonths }: Pick<Term, 'endsOn' | 'noticeMonths'>): Day | null {
  return endsOn && addMonths(endsOn, -noticeMonths)
}

/** When the owner is asked what comes next: a month before notice must be given. */
export function askedFrom(term: Pick<Term, 'endsOn' | 'noticeMonths'>): Day | null {
  const last = lastDayOfNotice(term)
  return last && addDays(last, -30)
}

/** When a contract ends of which notice was given on this day: after the period of notice, or with its own period. */
export function endAfterNotice({ endsOn, noticeMonths, renewal }: Term, noticedOn: Day): Day {
  const after = addMonths(noticedOn, noticeMonths)
  if (!endsOn) return after
  return renewal === 'fixed' || after <= endsOn ? endsOn : after
}

/** The billing period that a day falls into: periods of so many months from the contract's first day. Answers its first and last day. */
export function billingPeriod(startsOn: Day, months: number, day: Day): { from: Day; to: Day } {
  let count = 0
  while (addMonths(startsOn, (count + 1) * months) <= day) count += 1
  return { from: addMonths(startsOn, count * months), to: addDays(addMonths(startsOn, (count + 1) * months), -1) }
}

/** How many periods have begun from the one that a day falls into until another day, itself included. */
export function periodsBegun({ startsOn, months }: { startsOn: Day; months: number }, from: Day, until: Day): number {
  let count = 0
  // Counted from the contract's first day: 31 January, 28 February, 31 March.
  for (let n = 0; addMonths(startsOn, n * months) <= until; n += 1)
    if (addMonths(startsOn, n * months) >= from) count += 1
  return count
}

/** The day that the VAT of a period follows: its last, or today while it runs, or its first where it is billed ahead. */
export function vatDayOf({ from, to }: { from: Day; to: Day }, today: Day): Day {
  if (today < from) return from
  return today < to ? today : to
}
