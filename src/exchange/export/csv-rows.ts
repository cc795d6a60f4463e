import type { ExportedCell } from './exported-cell.ts'

export interface CsvWay {
  delimiter: ';' | ','
  /** Finnish programs read 12,5. */
  comma: boolean
}

/** One line of a CSV file (RFC 4180). */
export function csvLine(cells: readonly ExportedCell[], { delimiter, comma }: CsvWay): string {
  return `${cells.map((cell) => quoted(written(cell, comma), delimiter)).join(delimiter)}\r\n`
}

export const byteOrderMark = '\ufeff'

function written(cell: ExportedCell, comma: boolean): string {
  if (!cell) return ''
  if (cell.is === 'day' || cell.is === 'instant') return cell.text
  if (cell.is === 'text') return inert(cell.text)
  const number = cell.is === 'money' ? cell.number.toFixed(2) : String(cell.number)
  return comma ? number.replace('.', ',') : number
}

/** A text that a spreadsheet would run as a formula stays a text: it gets an apostrophe before it. */
export function inert(text: string): string {
  return /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text
}

function quoted(text: string, delimiter: string): string {
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
