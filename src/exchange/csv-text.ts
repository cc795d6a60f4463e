import { CsvError, parse } from 'csv-parse/sync'
import { Refusal } from '#platform/refusal'

export const limits = { bytes: 5_000_000, rows: 2_000, columns: 300 }

export interface CsvTable {
  header: string[]
  rows: CsvRow[]
  encoding: 'utf-8' | 'utf-16le' | 'windows-1252'
  delimiter: string
}

export interface CsvRow {
  /** As a spreadsheet counts them: the header is line 1. */
  line: number
  cells: string[]
}

/** Reads a CSV file as office programs write it: with `;`, `,` or tabs, in UTF-8, UTF-16 or Windows-1252. */
export function readCsv(bytes: Buffer): CsvTable {
  if (bytes.length > limits.bytes) throw new Refusal('FILE_TOO_LARGE', 413, { limit: limits.bytes / 1_000_000 })
  const { text, encoding } = decoded(bytes)
  if (text.includes('\u0000')) throw new Refusal('CSV_NOT_READ', 422, { line: 1 })
  const delimiter = delimiterOf(text)
  const [header, ...rows] = recordsOf(text, delimiter)
  if (!header || rows.length === 0) throw new Refusal('CSV_EMPTY', 422)
  if (rows.length > limits.rows) throw new Refusal('CSV_TOO_LONG', 422, { limit: limits.rows, rows: rows.length })
  if (header.cells.length > limits.columns) throw new Refusal('CSV_TOO_WIDE', 422, { limit: limits.columns })
  return { header: header.cells, rows, encoding, delimiter }
}

function recordsOf(text: string, delimiter: string): CsvRow[] {
  try {
    const records = parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      info: true,
      relax_quotes: true,
      to: limits.rows + 2,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return records
      .map(({ record, info }) => ({ line: info.lines, cells: record.map((cell) => cell.normalize('NFC')) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''))
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault
    throw new Refusal('CSV_NOT_READ', 422, { line: Number(fault.lines ?? 1) })
  }
}

function decoded(bytes: Buffer): Pick<CsvTable, 'encoding'> & { text: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' }
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }
  }
}

// The sign that stands most often in the first line outside quotes; a file of one column has none.
function delimiterOf(text: string): string {
  const first = (/^[^\r\n]*/.exec(text.trimStart())?.[0] ?? '').replace(/"[^"]*"/g, '')
  const counted = [';', '\t', ',', '|'].map((sign) => ({ sign, times: first.split(sign).length - 1 }))
  const best = counted.reduce((most, one) => (one.times > most.times ? one : most))
  return best.times > 0 ? best.sign : ';'
}
