import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '#platform/refusal'
import { opened, sealed } from '#platform/sealed-file'
import { csvRows } from './csv-rows.ts'
import { type Encoding, EncodingWatch } from './encoding.ts'
import { fromHeader } from './header-row.ts'
import { type FileKind, kindOf } from './kind.ts'
import { limits, type RowRead } from './row-read.ts'
import { vcardRows } from './vcard-rows.ts'
import { xlsxRows } from './xlsx-rows.ts'

/** What is known of a file that lies sealed on the disk. */
export interface KeptFile {
  kind: FileKind
  encoding: Encoding
  bytes: number
}

/** Keeps the bytes of a file sealed on the disk as they come, and finds out what they are. Leaves nothing where refused. */
export async function keepFile(
  path: string,
  key: Buffer,
  bytes: AsyncIterable<Buffer>,
  most: number = limits.bytes,
): Promise<KeptFile> {
  const watch = new EncodingWatch()
  const known: { kind: FileKind | null; length: number } = { kind: null, length: 0 }
  async function* watched() {
    for await (const piece of bytes) {
      if (known.length === 0) known.kind = kindOf(piece)
      known.length += piece.length
      if (known.length > most) throw new Refusal('FILE_TOO_LARGE', 413, { limit: most / 1_000_000 })
      if (known.kind === null) throw new Refusal('FILE_KIND_UNKNOWN', 415)
      if (known.kind !== 'xlsx') watch.see(piece)
      yield piece
    }
    if (known.length === 0) throw new Refusal('CSV_EMPTY', 422)
  }
  try {
    await pipeline(sealed(key, 'seloste import 1', watched()), createWriteStream(path, { mode: 0o600 }))
  } catch (fault) {
    await rm(path, { force: true })
    throw fault
  }
  return { kind: known.kind as FileKind, encoding: watch.encoding(), bytes: known.length }
}

/** The rows of a kept file; the first is its header. */
export function rowsIn(
  path: string,
  key: Buffer,
  { kind, encoding }: Pick<KeptFile, 'kind' | 'encoding'>,
): AsyncGenerator<RowRead> {
  if (kind === 'xlsx') return fromHeader(xlsxRows(() => opened(key, path)))
  return kind === 'vcard' ? vcardRows(opened(key, path), encoding) : fromHeader(csvRows(opened(key, path), encoding))
}
