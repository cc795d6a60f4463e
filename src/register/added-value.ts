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

const yes = /^(1|x|k|kyllä|on|tosi|ja|sant|y|yes|true)$/i
const no = /^(0|e|ei|epätosi|nej|falskt|n|no|false)$/i

/** A cell as the value of a field that the statement added, by the field's own type. What reads as nothing is left to the field's own check. */
export function addedCell({ id, type, choices, clause }: Field, cell: string): unknown {
  if (type === 'boolean') return yes.test(cell) ? true : no.test(cell) ? false : refused(id, clause)
  if (type === 'date') return dayInCell(cell) ?? refused(id, clause, 'DAY_NOT_READ')
  if (type === 'number') return cell.replace(/[\s\u00a0\u202f']/g, '')
  if (type !== 'choice') return cell
  const plain = cell.toLowerCase()
  const found = choices.find((one) =>
    [one.id, ...Object.values(one.label)].some((name) => name.toLowerCase() === plain),
  )
  return found?.id ?? refused(id, clause)
}

/** A day as Finnish and Swedish offices write it: 2.3.2024, 2024-03-02, 02/03/2024, with or without a time. */
export function dayInCell(cell: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(cell)
  const nordic = /^(\d{1,2})[./](\d{1,2})[./](\d{4})(?:[ T].*)?$/.exec(cell)
  const plain = /^(\d{4})(\d{2})(\d{2})$/.exec(cell)
  const [year, month, day] = iso?.slice(1) ?? (nordic ? [nordic[3], nordic[2], nordic[1]] : (plain?.slice(1) ?? []))
  if (!year || !month || !day) return null
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const moment = new Date(`${text}T00:00:00Z`)
  const isReal = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text)
  return isReal && Number(year) >= 1900 ? text : null
}

function refused(field: string, clause: string, code = 'VALUE_NOT_VALID'): never {
  throw new Refusal(code, 422, { field, clause })
}
