import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { Refusal } from '#platform/refusal'
import type { Encoding } from './encoding.ts'
import { isBlank, limits, type RowRead, rowRead } from './row-read.ts'

/** Reads CSV as office programs write it, row by row: with `;`, `,`, `|` or tabs, with line breaks inside quotes. */
export async function* csvRows(bytes: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<RowRead> {
  const [head, text] = await withHead(decoded(bytes, encoding))
  const parser = parse({
    delimiter: delimiterOf(head),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    info: true,
    // A quote that nobody closes would swallow the rest of the file.
    max_record_size: 2_000_000,
  })
  const source = Readable.from(text)
  source.on('error', (fault) => parser.destroy(fault))
  source.pipe(parser)
  let isHeader = true
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const row = rowRead(info.lines, record)
      if (isHeader || !isBlank(row)) yield row
      isHeader = false
    }
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault
    throw new Refusal('CSV_NOT_READ', 422, { line: Number(fault.lines ?? 1) })
  } finally {
    source.destroy()
    parser.destroy()
  }
}

async function* decoded(bytes: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const piece of bytes) yield decoder.decode(piece, { stream: true })
  yield decoder.decode()
}

async function withHead(text: AsyncGenerator<string>): Promise<[string, AsyncGenerator<string>]> {
  let head = ''
  while (!/\S[^\r\n]*[\r\n]/.test(head) && head.length < limits.cell * limits.columns) {
    const next = await text.next()
    if (next.done) break
    head += next.value
  }
  const whole = (async function* () {
    yield head
    yield* text
  })()
  return [head, whole]
}

/** The sign that stands most often in the first line outside quotes; a file of one column has none. */
function delimiterOf(text: string): string {
  const line = /^[^\r\n]*/.exec(text.trimStart())?.[0] ?? ''
  const said = /^sep=(.)$/i.exec(line)?.[1]
  if (said) return said
  const first = line.replace(/"[^"]*"/g, '')
  const counted = [';', '\t', ',', '|'].map((sign) => ({ sign, times: first.split(sign).length - 1 }))
  const best = counted.reduce((most, one) => (one.times > most.times ? one : most))
  return best.times > 0 ? best.sign : ';'
}
