/** One row of a file, as a spreadsheet counts them: the header is line 1. */
export interface RowRead {
  line: number
  cells: string[]
  /** Why it cannot be read, where the row itself is at fault. */
  wrong?: 'LINE_HOLDS_NUL' | 'LINE_TOO_LONG'
}

export const limits = { bytes: 2_000_000_000, rows: 2_000_000, columns: 300, cell: 20_000 }

/** The row as it is kept: whole characters, no marks at the edges, and told apart where it cannot be kept at all. */
export function rowRead(line: number, cells: readonly string[]): RowRead {
  if (cells.some((cell) => cell.includes('\0'))) return { line, cells: [], wrong: 'LINE_HOLDS_NUL' }
  if (cells.some((cell) => cell.length > limits.cell)) return { line, cells: [], wrong: 'LINE_TOO_LONG' }
  return { line, cells: cells.map((cell) => cell.normalize('NFC').toWellFormed().trim()) }
}

export function isBlank({ cells, wrong }: RowRead): boolean {
  return !wrong && cells.every((cell) => cell === '')
}
