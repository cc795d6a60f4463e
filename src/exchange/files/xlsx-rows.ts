import { Refusal } from '#platform/refusal'
import { isBlank, limits, type RowRead, rowRead } from './row-read.ts'
import { dayStyles, sharedTexts, sheetRows } from './sheet-xml.ts'
import { entriesOf } from './unzip.ts'

/** Reads the first sheet of an XLSX file, row by row. The file is gone through twice: a sheet may come before its words. */
export async function* xlsxRows(open: () => AsyncIterable<Buffer>): AsyncGenerator<RowRead> {
  const texts = sharedTexts()
  const styles = dayStyles()
  const sheets: string[] = []
  for await (const { name, pieces } of entriesOf(open(), (path) =>
    /^xl\/(sharedStrings|styles)\.xml$|^xl\/worksheets\/[^/]+\.xml$/.test(path),
  )) {
    if (name.startsWith('xl/worksheets/')) sheets.push(name)
    for await (const piece of pieces) {
      if (name === 'xl/sharedStrings.xml') texts.write(piece)
      else if (name === 'xl/styles.xml') styles.write(piece)
    }
  }
  const first = sheets.sort((one, other) => numberIn(one) - numberIn(other))[0]
  if (!first) throw new Refusal('SHEET_NOT_FOUND', 422)

  for await (const { pieces } of entriesOf(open(), (path) => path === first)) {
    for await (const { line, cells } of sheetRows(pieces, texts.list, styles.days)) {
      if (cells.length > limits.columns) throw new Refusal('CSV_TOO_WIDE', 422, { limit: limits.columns })
      const row = rowRead(line, cells)
      if (!isBlank(row)) yield row
    }
  }
}

function numberIn(path: string) {
  return Number(/(\d+)\.xml$/.exec(path)?.[1] ?? 0)
}
