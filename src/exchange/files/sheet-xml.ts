import { SaxesParser } from 'saxes'
import { Refusal } from '#platform/refusal'

const mostWords = 400_000_000

/** Gathers the words that cells refer to by number. */
export function sharedTexts() {
  const list: string[] = []
  let [text, isText, isReading, letters] = ['', false, false, 0]
  const xml = reader({
    open: (name) => {
      if (name === 'si') text = ''
      isReading = name === 'rPh' ? true : isReading // how a word is read aloud is not the word
      isText = name === 't' && !isReading
    },
    text: (said) => {
      if (isText) text += said
    },
    close: (name) => {
      if (name === 't') isText = false
      if (name === 'rPh') isReading = false
      if (name !== 'si') return
      letters += text.length
      if (letters > mostWords) throw new Refusal('FILE_TOO_LARGE', 413, { limit: mostWords / 1_000_000 })
      list.push(text)
    },
  })
  return { list, write: xml.write }
}

/** Gathers which styles show a number as a day. */
export function dayStyles() {
  const days = new Set<number>()
  const formats = new Map<number, string>()
  let [isCellFormats, at] = [false, 0]
  const xml = reader({
    open: (name, attributes) => {
      if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') isCellFormats = true
      if (name !== 'xf' || !isCellFormats) return
      const format = Number(attributes.numFmtId)
      const code = (formats.get(format) ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
      if ((format >= 14 && format <= 17) || format === 22 || /[dy]/i.test(code)) days.add(at)
      at++
    },
    close: (name) => {
      if (name === 'cellXfs') isCellFormats = false
    },
  })
  return { days, write: xml.write }
}

/** The rows of a sheet, with a cell for each column up to the last that says something. */
export async function* sheetRows(
  pieces: AsyncIterable<Uint8Array>,
  words: readonly string[],
  days: ReadonlySet<number>,
): AsyncGenerator<{ line: number; cells: string[] }> {
  const rows: { line: number; cells: string[] }[] = []
  let row = { line: 0, cells: [] as string[] }
  let cell = { at: 0, type: 'n', style: -1, text: '' }
  let isValue = false
  const xml = reader({
    open: (name, attributes) => {
      if (name === 'row') row = { line: Number(attributes.r ?? row.line + 1), cells: [] }
      if (name === 'c') {
        const at = attributes.r ? columnOf(attributes.r) : row.cells.length
        cell = { at, type: attributes.t ?? 'n', style: Number(attributes.s ?? -1), text: '' }
      }
      isValue = name === 'v' || (name === 't' && cell.type === 'inlineStr')
    },
    text: (said) => {
      if (isValue) cell.text += said
    },
    close: (name) => {
      if (name === 'v' || name === 't') isValue = false
      if (name === 'c' && cell.text !== '' && cell.at < 20_000) {
        while (row.cells.length < cell.at) row.cells.push('')
        row.cells[cell.at] = said(cell, words, days)
      }
      if (name === 'row') rows.push(row)
    },
  })
  for await (const piece of pieces) {
    xml.write(piece)
    yield* rows.splice(0)
  }
  yield* rows.splice(0)
}

function said(
  cell: { type: string; style: number; text: string },
  words: readonly string[],
  days: ReadonlySet<number>,
) {
  if (cell.type === 's') return words[Number(cell.text)] ?? ''
  if (cell.type === 'b') return cell.text === '1' ? 'true' : 'false'
  if (cell.type === 'e') return ''
  if (cell.type === 'n' && days.has(cell.style)) return dayOfSerial(Number(cell.text)) ?? cell.text
  return cell.type === 'n' ? plainNumber(cell.text) : cell.text
}

/** A number as a person would type it: 3.58401234567E11 is a phone number, and 0.30000000000000004 is 0.3. */
function plainNumber(text: string): string {
  const number = Number(text)
  if (!/[eE.]/.test(text) || !Number.isFinite(number)) return text
  const short = Number(number.toPrecision(15))
  return Math.abs(short) < 1e21 && (Math.abs(short) >= 1e-6 || short === 0) ? String(short) : text
}

/** Day 1 is 1 January 1900; a leap day that never was stands before March of that year. */
export function dayOfSerial(serial: number): string | null {
  if (!(serial >= 1 && serial < 2_958_466)) return null
  const day = Math.floor(serial) - (serial >= 60 ? 1 : 0)
  return new Date(Date.UTC(1899, 11, 31) + day * 86_400_000).toISOString().slice(0, 10)
}

function columnOf(place: string): number {
  let at = 0
  for (const letter of place) {
    const number = letter.charCodeAt(0) - 64
    if (number < 1 || number > 26) break
    at = at * 26 + number
  }
  return at - 1
}

interface Hearing {
  open: (name: string, attributes: Record<string, string>) => void
  text?: (said: string) => void
  close: (name: string) => void
}

function reader({ open, text, close }: Hearing) {
  const xml = new SaxesParser()
  const decoder = new TextDecoder()
  const plain = (name: string) => name.slice(name.indexOf(':') + 1)
  // A document type can name other files and grow without end; a sheet has none.
  xml.on('doctype', () => {
    throw new Refusal('FILE_DAMAGED', 422)
  })
  xml.on('error', () => {
    throw new Refusal('FILE_DAMAGED', 422)
  })
  xml.on('opentag', ({ name, attributes }) => open(plain(name), attributes as Record<string, string>))
  if (text) xml.on('text', text)
  xml.on('closetag', ({ name }) => close(plain(name)))
  return { write: (piece: Uint8Array) => void xml.write(decoder.decode(piece, { stream: true })) }
}
