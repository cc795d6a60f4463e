import { addMonths, type Day, dayInHelsinki, workingDayFrom } from '#platform/finnish-calendar'
import type { Source } from '#statement'

export type NoticeState = 'queued' | 'sent' | 'delivered' | 'failed' | 'exempt' | 'not-needed'
/** Art. 13, Art. 14, or a material change of the statement. */
export type NoticeArticle = '13' | '14' | 'change'
export type NoticeWay = 'mail' | 'print' | 'phone' | 'in-next-mail' | 'form'

export interface Clock {
  /** One calendar month: past it the data is not used for marketing. */
  targetOn: Day
  /** The deadline in law: moved to a working day (Reg. 1182/71, Art. 3(4)). */
  dueOn: Day
}

// Art. 14(3)(a) GDPR: within one month of obtaining the data. Art. 13: when they are obtained, so the same day.
/** When a person whose data came from this source must have been told; null where no clock runs. */
export function clockOf(source: Pick<Source, 'kind' | 'notice'>, obtainedAt: Date): Clock | null {
  if (source.kind === 'own-register' || source.notice === null) return null
  const day = dayInHelsinki(obtainedAt)
  if (source.notice === 'art13') return { targetOn: day, dueOn: day }
  const targetOn = addMonths(day, 1)
  return { targetOn, dueOn: workingDayFrom(targetOn) }
}

export interface Notice {
  state: NoticeState
  targetOn: Day | null
  dueOn: Day | null
}

/** Whether the person has still to be told. */
export function isOpen({ state }: Pick<Notice, 'state'>): boolean {
  return state === 'queued' || state === 'failed'
}

/** S6.7: past the month the data is not used for marketing until the notice is given. It is never hidden or erased for that. */
export function isFrozen(notice: Notice, today: Day): boolean {
  return isOpen(notice) && notice.targetOn !== null && notice.targetOn < today
}

export function isOverdue(notice: Notice, today: Day): boolean {
  return isOpen(notice) && notice.dueOn !== null && notice.dueOn < today
}

/** The state after an attempt to tell. In the next mail it stays queued until that mail has gone. */
export function stateAfter(way: NoticeWay, arrived: boolean): NoticeState {
  if (!arrived) return 'failed'
  if (way === 'mail') return 'sent'
  return way === 'in-next-mail' ? 'queued' : 'delivered'
}
