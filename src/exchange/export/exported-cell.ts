import type { SeenColumn } from '#lists'
import type { Language } from '#platform/language'

/** A cell as an office program keeps it: text, a number, or a day or an instant by its serial number. */
export type ExportedCell =
  | { is: 'text'; text: string }
  | { is: 'number'; number: number }
  | { is: 'money'; number: number }
  | { is: 'day'; serial: number; text: string }
  | { is: 'instant'; serial: number; text: string }
  | null

const yes = { fi: ['Ei', 'Kyllä'], sv: ['Nej', 'Ja'], en: ['No', 'Yes'] } as const

/** The value of one column of one row, in the words of whoever exports. */
export function exportedCell(column: SeenColumn, value: unknown, language: Language): ExportedCell {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) return textOf(value.map((one) => wordsOf(column, one, language)).join(', '))
  if (column.type === 'number') return { is: 'number', number: Number(value) }
  if (column.type === 'money') return { is: 'money', number: Number(value) / 100 }
  if (column.type === 'day') return { is: 'day', serial: serialOf(String(value)), text: String(value) }
  if (column.type === 'instant') {
    const text = helsinki.format(value instanceof Date ? value : new Date(String(value)))
    return { is: 'instant', serial: serialOf(text), text }
  }
  return textOf(wordsOf(column, value, language))
}

export function textOf(text: string): ExportedCell {
  return { is: 'text', text }
}

const helsinki = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Helsinki',
  dateStyle: 'short',
  timeStyle: 'short',
})

function wordsOf({ type, choices }: SeenColumn, value: unknown, language: Language): string {
  if (type === 'boolean') return yes[language][value ? 1 : 0]
  if (type === 'choice') return choices.find(({ id }) => id === value)?.label[language] ?? String(value)
  if (typeof value === 'object' && value !== null) return String((value as { name?: string | null }).name ?? '')
  return String(value)
}

/** Days since the last day of 1899, as spreadsheets count them; a time is a part of its day. */
function serialOf(text: string): number {
  const [day = '', time = '00:00'] = text.split(' ')
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569 + (hours * 60 + minutes) / 1440
}
