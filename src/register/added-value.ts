import { Refusal } from '#platform/refusal'
import type { Field } from '#statement'
import { isDay } from './source.ts'

export type AddedValue = string | number | boolean | null

/** Values of the fields that the statement added, by field id. */
export type Added = Record<string, AddedValue>

/** A value as the type that the statement gives to the field; null takes it away. */
export function checkAdded({ id, type, choices, required, clause }: Field, typed: unknown): AddedValue {
  if (typed === null || typed === undefined || typed === '') {
    if (required) throw new Refusal('VALUE_REQUIRED', 422, { field: id, clause })
    return null
  }
  const value = readers[type ?? 'text'](
    typed,
    choices.map((choice) => choice.id),
  )
  if (value === null) throw new Refusal('VALUE_NOT_VALID', 422, { field: id, clause })
  return value
}

type Reader = (typed: unknown, choices: readonly string[]) => AddedValue

const text =
  (limit: number): Reader =>
  (typed) =>
    typeof typed === 'string' && typed.length <= limit ? typed.normalize('NFC') : null

const readers: Record<NonNullable<Field['type']>, Reader> = {
  text: text(500),
  'long-text': text(20_000),
  number: (typed) => {
    const number =
      typeof typed === 'number' ? typed : typeof typed === 'string' ? Number(typed.replace(',', '.')) : Number.NaN
    return Number.isFinite(number) ? number : null
  },
  date: (typed) => (typeof typed === 'string' && isDay(typed) ? typed : null),
  boolean: (typed) => (typeof typed === 'boolean' ? typed : null),
  choice: (typed, choices) => (typeof typed === 'string' && choices.includes(typed) ? typed : null),
}
