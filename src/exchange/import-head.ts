import { Refusal } from '#platform/refusal'
import { importFile } from './files/import-folder.ts'
import { type KeptFile, rowsIn } from './files/keep-file.ts'
import { limits, type RowRead } from './files/row-read.ts'
import type { Place } from './reach.ts'

export interface OpenableImport {
  id: string
  kind: KeptFile['kind'] | null
  encoding: string | null
  file_key: Buffer | null
}

/** The rows of an import's file, the header first; refused where the file is erased already. */
export async function rowsOfImport(running: Place, run: OpenableImport): Promise<AsyncGenerator<RowRead>> {
  if (!run.file_key || !run.kind) throw new Refusal('FILE_ERASED', 410)
  const kept = { kind: run.kind, encoding: (run.encoding ?? 'utf-8') as KeptFile['encoding'] }
  return rowsIn(await importFile(running, run.id), run.file_key, kept)
}

/** The header and the first rows, to be shown to whoever brought the file. */
export async function headOfImport(running: Place, run: OpenableImport, most = 20) {
  const read: RowRead[] = []
  for await (const row of await rowsOfImport(running, run)) if (read.push(row) > most) break
  const [header, ...rows] = read
  if (!header || rows.length === 0) throw new Refusal('CSV_EMPTY', 422)
  refuseTooWide(header)
  return { header: header.cells, sample: rows.filter(({ wrong }) => !wrong).map(({ cells }) => cells) }
}

export function refuseTooWide({ cells }: RowRead) {
  if (cells.length > limits.columns) throw new Refusal('CSV_TOO_WIDE', 422, { limit: limits.columns })
}
