import { addDays, addMonths, type Day, workingDayFrom, workingDaysBefore } from '#platform/finnish-calendar'

/** The periods of the law as they stand from a day on, as data: a change of law is a new profile. */
export interface LegalProfile {
  id: string
  from: Day
  /** Art. 12(3): information on the action taken. */
  replyMonths: number
  /** Art. 12(3): with the extension, counted from the receipt. */
  extendedMonths: number
  /** Own practice: the internal due day lies so many working days before the calendar date. */
  internalWorkingDays: number
  /** EDPB 01/2022, 5.3: the clock stands still only for a question that was asked without delay. */
  promptDays: number
  /** S12.10, own practice: a correction is carried out within so many working days of the decision. */
  rectificationWorkingDays: number
  /** Own practice: a receipt goes out within so many working days. */
  acknowledgeWorkingDays: number
}

const profiles: readonly LegalProfile[] = [
  {
    id: 'fi-2026',
    from: '2026-01-01',
    replyMonths: 1,
    extendedMonths: 3,
    internalWorkingDays: 5,
    promptDays: 5,
    rectificationWorkingDays: 3,
    acknowledgeWorkingDays: 1,
  },
]

/** The profile in force on a day; the oldest for what came before it. */
export function legalProfileOn(day: Day): LegalProfile {
  const [oldest] = profiles
  const found = profiles.findLast(({ from }) => from <= day) ?? oldest
  if (!found) throw new Error('there is no legal profile')
  return found
}

export function legalProfile(id: string): LegalProfile {
  const found = profiles.find((profile) => profile.id === id)
  if (!found) throw new Error(`no legal profile ${id}`)
  return found
}

export interface Deadlines {
  /** Reg. 1182/71, Art. 3: a period in months that ends on a Saturday, Sunday or holiday ends on the next working day. */
  dueOn: Day
  internalDueOn: Day
}

/** When a request is due: by its day of first receipt, the days its clock stood still, and whether it was extended. */
export function deadlinesOf(
  profile: LegalProfile,
  { receivedOn, pausedDays = 0, extended = false }: { receivedOn: Day; pausedDays?: number; extended?: boolean },
): Deadlines {
  const after = (months: number) => addDays(addMonths(receivedOn, months), pausedDays)
  const calendar = after(extended ? profile.extendedMonths : profile.replyMonths)
  const unextended = workingDayFrom(after(profile.replyMonths))
  const internal = workingDaysBefore(calendar, profile.internalWorkingDays)
  return { dueOn: workingDayFrom(calendar), internalDueOn: internal < unextended ? internal : unextended }
}

/** S12.10: the last day to carry out a decided correction. */
export function rectifiedBy(profile: LegalProfile, decidedOn: Day): Day {
  let day = decidedOn
  for (let left = profile.rectificationWorkingDays; left > 0; left -= 1) day = workingDayFrom(addDays(day, 1))
  return day
}
