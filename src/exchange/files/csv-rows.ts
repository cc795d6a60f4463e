import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { Refusal } from '#platform/refusal'
import type { Encoding } from './encoding.ts'
import { isBlank, type RowRead, rowRead } from './row-read.ts'

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

const looked = { lines: 12, characters: 1_000_000 }

async function withHead(text: AsyncGenerator<string>): Promise<[string, AsyncGenerator<string>]> {
  let head = ''
  let lines = 0
  while (lines < looked.lines && head.length < looked.characters) {
    const next = await text.next()
    if (next.done) break
    head += next.value
    lines += next.value.split(/[\r\n]+/).length - 1
  }
  const whole = (async function* () {
    yield head
    yield* text
  })()
  return [head, whole]
}

/**
 * The sign that stands equally often, outside quotes, in the most of the first lines: a title over the table or a comma in an
 * address does not. Where two do, the one that stands there oftener; a file of one column has none.
 */
function delimiterOf(text: string): string {
  const said = /^sep=(.)\s*$/im.exec(text.trimStart().split(/[\r\n]/, 1)[0] ?? '')?.[1]
  if (said) return said
  const lines = text.replace(/"[^"]*"/g, '').split(/[\r\n]+/, looked.lines)
  const best = [';', '\t', ',', '|'].map((sign) => ({ sign, ...steadiest(lines, sign) }))
  const { sign, times } = best.reduce((most, one) =>
    one.lines > most.lines || (one.lines === most.lines && one.times > most.times) ? one : most,
  )
  return times > 0 ? sign : ';'
}

/** How often a sign stands in most of the lines that hold it, and how many those are. */
function steadiest(lines: readonly string[], sign: string): { times: number; lines: number } {
  const byTimes = Map.groupBy(lines, (line) => line.split(sign).length - 1)
  byTimes.delete(0)
  const all = [...byTimes].map(([times, { length }]) => ({ times, lines: length }))
  return all.toSorted((a, b) => b.lines - a.lines || b.times - a.times)[0] ?? { times: 0, lines: 0 }
}
