import type { Day } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'

/** A day as typed, of these times: refuses a slip of the year that is more than ten years away (`VALUE_NOT_VALID`). */
export function dayOfThese(field: string, typed: string, today: Day): Day {
  const day = dayOf(field, typed)
  if (Math.abs(Number(day.slice(0, 4)) - Number(today.slice(0, 4))) > 10)
    throw new Refusal('VALUE_NOT_VALID', 422, { field })
  return day
}

/** A day as typed; refuses what is no day, such as 30 February. */
export function dayOf(field: string, typed: string): Day {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(typed) && new Date(`${typed}T00:00:00Z`).getTime()
  if (!isDay || !new Date(isDay).toISOString().startsWith(typed)) throw new Refusal('VALUE_NOT_VALID', 422, { field })
  return typed
}
