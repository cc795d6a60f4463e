import { dayOfValues, type Target } from './column.ts'
import type { CsvRow } from './csv-text.ts'

/** What one line of a file says: of a company, of a person, or of both. */
export interface SaidRow {
  line: number
  company: Record<string, unknown>
  person: Record<string, unknown>
  /** The day the values are true of, YYYY-MM-DD, where the file says one. */
  asOf?: string
  /** The day as it stands in the file, where it cannot be read. */
  wrongDay?: boolean
}

/** Puts the cells of one line where the columns belong. An empty cell says nothing. */
export function saidRow({ line, cells }: CsvRow, columns: readonly (Target | null)[]): SaidRow {
  const row: SaidRow = { line, company: {}, person: {} }
  for (const [at, target] of columns.entries()) {
    const cell = cells[at]?.trim()
    if (!target || !cell) continue
    if (target === dayOfValues) {
      const day = dayOf(cell)
      if (day) row.asOf = day
      else row.wrongDay = true
      continue
    }
    const [field = '', part] = target.split('/')
    const into = field.startsWith('person.') ? row.person : row.company
    if (part) into[field] = { ...(into[field] as object | undefined), [part]: cell }
    else into[field] = cell
  }
  for (const field of ['org.addresses', 'person.address']) {
    const into = field === 'org.addresses' ? row.company : row.person
    if (into[field]) into[field] = [into[field]]
  }
  return row
}

/** A day as Finnish and Swedish offices write it: 2.3.2024, 2024-03-02, 02/03/2024, with or without a time. */
export function dayOf(cell: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(cell)
  const nordic = /^(\d{1,2})[./](\d{1,2})[./](\d{4})(?:[ T].*)?$/.exec(cell)
  const [year, month, day] = iso ? iso.slice(1) : nordic ? [nordic[3], nordic[2], nordic[1]] : []
  if (!year || !month || !day) return null
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const moment = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text) ? text : null
}
