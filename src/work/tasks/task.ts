import { addDays, addMonths, type Day, dayInHelsinki } from '#platform/finnish-calendar'
import type { Repeats } from '../tables.ts'

/** The day on which a task that repeats is due next: after its own day, and after today. `kept`: the day of the month, where a short one moved it. */
export function nextDue(due: Day, repeats: Repeats, today: Day, kept: number | null = null): Day {
  const onDay = stillOn(due, kept)
  const step = { day: 1, week: 7, month: 1, year: 12 }[repeats]
  const days = repeats === 'day' || repeats === 'week'
  // Counted from the first day, so that the 31st comes back after a short month.
  for (let times = 1; ; times += 1) {
    const next = days ? addDays(due, step * times) : onDayOf(addMonths(due, step * times), onDay)
    if (next > due && next > today) return next
  }
}

/** The day of the month that the repetition after this one keeps in mind; null where every month has it. */
export function dayKept(due: Day, repeats: Repeats, kept: number | null): number | null {
  const day = stillOn(due, kept) ?? Number(due.slice(8))
  return (repeats === 'month' || repeats === 'year') && day > 28 ? day : null
}

// Whoever gives the task another day has moved the repetition with it; given its day back, it has its day of the month back too.
function stillOn(due: Day, kept: number | null): number | null {
  return onDayOf(due, kept) === due ? kept : null
}

function onDayOf(day: Day, wanted: number | null): Day {
  if (wanted === null) return day
  const last = addDays(addMonths(`${day.slice(0, 7)}-01`, 1), -1)
  const said = `${day.slice(0, 8)}${wanted}`
  return said < last ? said : last
}

/** The instant at which a clock in Finland shows this time of this day; the first of two where the clock is set back. */
export function instantInHelsinki(day: Day, time: string): Date {
  const wall = new Date(`${day}T${time}:00Z`)
  for (const hours of [3, 2]) {
    const instant = new Date(wall.getTime() - hours * 3_600_000)
    if (wallClock.format(instant) === `${day} ${time}`) return instant
  }
  return new Date(wall.getTime() - 2 * 3_600_000) // a time that the clock skips: an hour later
}

const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Helsinki',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** Whether an open task is late: its day is over, or its time on its day. */
export function isLate({ dueOn, dueTime }: { dueOn: Day | null; dueTime: string | null }, at: Date): boolean {
  if (!dueOn) return false
  const today = dayInHelsinki(at)
  return dueOn < today || (dueOn === today && dueTime !== null && instantInHelsinki(dueOn, dueTime) < at)
}
