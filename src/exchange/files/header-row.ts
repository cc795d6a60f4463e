import type { RowRead } from './row-read.ts'

const looked = 12

/**
 * Lets a file begin at its header: a title over the table, an empty line, or names over several columns at once (as merged
 * cells are read) are left out. A row is such when it fills at most half of what the fullest of the first rows fills; over two
 * columns only with a number in it, as a day: the name of a column may be missing.
 */
export async function* fromHeader(rows: AsyncGenerator<RowRead>): AsyncGenerator<RowRead> {
  const first: RowRead[] = []
  while (first.length < looked) {
    const { value, done } = await rows.next()
    if (done) break
    first.push(value)
  }
  const most = Math.max(...first.map(filled), 0)
  const at = first.findIndex(
    (row) => filled(row) === 0 || filled(row) * 2 > most || (most < 3 && !/\d/.test(row.cells.join())),
  )
  yield* first.slice(at > 0 && isOfTitles(first[at]) ? at : 0)
  yield* rows
}

function isOfTitles(row: RowRead | undefined): boolean {
  return row !== undefined && filled(row) > 0 && !row.cells.some((cell) => /@|^[+\d][\d\s.,-]*$/.test(cell))
}

function filled({ cells, wrong }: RowRead): number {
  return wrong ? 0 : cells.filter(Boolean).length
}
