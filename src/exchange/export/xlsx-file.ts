import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { ExportedCell } from './exported-cell.ts'

/** Excel's own limit is 1 048 576 rows a sheet; the rest go on to the next. */
const rowsOfSheet = 1_048_000

/** A workbook (ECMA-376) that is written row by row; what is ready is taken with `take`, so that no row is held longer than needed. */
export interface XlsxFile {
  add(cells: readonly ExportedCell[], bold?: boolean): void
  end(): void
  take(): Uint8Array[]
}

export function xlsxFile(): XlsxFile {
  let ready: Uint8Array[] = []
  const zip = new Zip((fault, chunk) => {
    if (fault) throw fault
    ready.push(chunk)
  })
  const bytes = (text: string) => new TextEncoder().encode(text)
  let sheet: ZipDeflate | null = null
  let [sheets, rows] = [0, 0]
  let waiting: string[] = []

  const flush = () => {
    if (waiting.length > 0) sheet?.push(bytes(waiting.join('')))
    waiting = []
  }
  const closeSheet = () => {
    flush()
    sheet?.push(bytes('</sheetData></worksheet>'), true)
  }
  const openSheet = () => {
    if (sheet) closeSheet()
    sheets += 1
    rows = 0
    sheet = new ZipDeflate(`xl/worksheets/sheet${sheets}.xml`, { level: 4 })
    zip.add(sheet)
    sheet.push(bytes(`${head}<worksheet xmlns="${main}"><sheetData>`))
  }
  openSheet()

  return {
    add: (cells, bold = false) => {
      if (rows === rowsOfSheet) openSheet()
      rows += 1
      waiting.push(`<row>${cells.map((cell) => cellXml(cell, bold)).join('')}</row>`)
      if (waiting.length >= 200) flush()
    },
    end: () => {
      closeSheet()
      for (const [path, text] of Object.entries(partsOf(sheets))) {
        const part = new ZipPassThrough(path)
        zip.add(part)
        part.push(bytes(head + text), true)
      }
      zip.end()
    },
    take: () => {
      const taken = ready
      ready = []
      return taken
    },
  }
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const styles = { plain: 0, bold: 1, day: 2, instant: 3, money: 4, inert: 5 }

function cellXml(cell: ExportedCell, bold: boolean): string {
  if (!cell) return '<c/>'
  if (cell.is === 'number') return `<c><v>${cell.number}</v></c>`
  if (cell.is === 'money') return `<c s="${styles.money}"><v>${cell.number}</v></c>`
  if (cell.is === 'day' || cell.is === 'instant') return `<c s="${styles[cell.is]}"><v>${cell.serial}</v></c>`
  // Marked as a text by quotePrefix, it stays one also when somebody edits the cell or saves the sheet as CSV.
  const style = bold ? styles.bold : /^[=+\-@\t\r\n]/.test(cell.text) ? styles.inert : styles.plain
  return `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(cell.text)}</t></is></c>`
}

function escaped(text: string): string {
  return (
    text
      .slice(0, 32_767) // what a cell can hold
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for these.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .toWellFormed()
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
  )
}

function partsOf(sheets: number): Record<string, string> {
  const each = (write: (n: number) => string) => Array.from({ length: sheets }, (_, at) => write(at + 1)).join('')
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  return {
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${type}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each((n) => `<sheet name="${n}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships">${each((n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${sheets + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/><xf quotePrefix="1"/></cellXfs></styleSheet>`,
  }
}
