import { Refusal } from '#platform/refusal'
import type { Repeats } from '../tables.ts'
import { instantInHelsinki } from './task.ts'

export interface SaidDue {
  dueOn?: string | null
  dueTime?: string | null
  remindAt?: string | null
  repeats?: Repeats | null
}

/** When a task is due, as its columns; `at` is where it stands on a timeline. */
export function dueOf({ dueOn, dueTime, remindAt, repeats }: SaidDue, now: Date) {
  const due_on = dueOn ? dayOf(dueOn) : null
  const due_time = dueTime ? timeOf(dueTime) : null
  if (due_time && !due_on) throw new Refusal('VALUE_REQUIRED', 422, { field: 'dueOn' })
  if (repeats && !due_on) throw new Refusal('VALUE_REQUIRED', 422, { field: 'dueOn' })
  const remind_at = remindAt ? instantOf(remindAt) : null
  const at = due_on ? instantInHelsinki(due_on, due_time ?? '12:00') : now
  return { due_on, due_time, remind_at, repeats: repeats ?? null, at }
}

function dayOf(said: string) {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(said) ? new Date(`${said}T00:00:00Z`) : null
  if (!day || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== said || said < '1900' || said > '2200')
    throw new Refusal('VALUE_NOT_VALID', 422, { field: 'dueOn' })
  return said
}

function timeOf(said: string) {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(said)) throw new Refusal('VALUE_NOT_VALID', 422, { field: 'dueTime' })
  return said
}

/** An instant that says its zone: a bare date and time would be the server's own. */
export function instantOf(said: string, field = 'remindAt'): Date {
  const isWhole = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(said)
  const instant = new Date(said)
  if (!isWhole || Number.isNaN(instant.getTime()) || said < '1900' || said > '2200')
    throw new Refusal('VALUE_NOT_VALID', 422, { field })
  return instant
}
