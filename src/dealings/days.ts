import type { Day } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'

/** A day as typed; refuses what is no day, such as 30 February. */
export function dayOf(field: string, typed: string): Day {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(typed) && new Date(`${typed}T00:00:00Z`).getTime()
  if (!isDay || !new Date(isDay).toISOString().startsWith(typed)) throw new Refusal('VALUE_NOT_VALID', 422, { field })
  return typed
}
