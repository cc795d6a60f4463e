import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import type { DatabaseShape, TableShape } from '#platform/database-shape'
import { Refusal } from '#platform/refusal'
import { headOf, opened, SealBroken } from '#platform/sealed-file'
import { type Frame, framesIn } from './frame.ts'
import { type BackupHead, type Manifest, printOf } from './manifest.ts'

/** A backup that was read to its end and is whole. */
export interface WholeBackup {
  file: string
  key: Buffer
  manifest: Manifest
  shape: DatabaseShape
}

/** Reads a backup from its first byte to its last before anything is done with it. Refuses what is not as it was written. */
export async function wholeBackup(file: string, key: Buffer): Promise<WholeBackup> {
  const { key: needed } = await headOfBackup(file)
  if (needed !== printOf(key)) throw new Refusal('BACKUP_KEY_WRONG', 422)

  let [shape, manifest]: [DatabaseShape | undefined, Manifest | undefined] = [undefined, undefined]
  let digest = createHash('sha256')
  for await (const { kind, bytes } of framesOf(file, key)) {
    if (kind === 'shape') shape = JSON.parse(bytes.toString())
    if (kind === 'table') digest = createHash('sha256')
    if (kind === 'rows') digest.update(bytes)
    if (kind === 'end' && JSON.parse(bytes.toString()).sha256 !== digest.digest('hex')) throw broken('altered')
    if (kind === 'manifest') manifest = JSON.parse(bytes.toString())
  }
  if (!shape || !manifest || manifest.tables.length !== shape.tables.length) throw broken('torn')
  return { file, key, shape, manifest }
}

/** What a backup says at its head; it opens only with its key. */
export async function headOfBackup(file: string): Promise<BackupHead> {
  const text = await headOf(file).catch((fault) => {
    throw fault instanceof SealBroken ? new Refusal('NOT_A_BACKUP', 422) : fault
  })
  const head = parsed(text)
  if (head?.seloste !== 'backup') throw new Refusal('NOT_A_BACKUP', 422)
  if (head.format !== 1) throw new Refusal('BACKUP_NEWER', 422, { migrations: [`format ${head.format}`] })
  return head
}

/** The tables of a whole backup, in the order in which they were written; each is read before the next. */
export async function* tablesOf({
  file,
  key,
}: WholeBackup): AsyncGenerator<{ table: TableShape; rows: AsyncIterable<Buffer> }> {
  const frames = framesOf(file, key)
  for await (const { kind, bytes } of { [Symbol.asyncIterator]: () => frames }) {
    if (kind === 'table') yield { table: JSON.parse(bytes.toString()), rows: rowsUntilEnd(frames) }
  }
}

async function* rowsUntilEnd(frames: AsyncGenerator<Frame>): AsyncGenerator<Buffer> {
  for (let next = await frames.next(); !next.done && next.value.kind === 'rows'; next = await frames.next()) {
    yield next.value.bytes
  }
}

async function* framesOf(file: string, key: Buffer): AsyncGenerator<Frame> {
  const unpacked = createZstdDecompress()
  const source = pipeline(Readable.from(opened(key, file)), unpacked)
  source.catch(() => undefined) // told where the reading breaks off, below
  try {
    yield* framesIn(unpacked as AsyncIterable<Buffer>)
    await source
  } catch (fault) {
    throw fault instanceof SealBroken ? broken(fault.fault) : fault
  }
}

function broken(fault: SealBroken['fault']) {
  return new Refusal(fault === 'torn' ? 'BACKUP_TORN' : fault === 'altered' ? 'BACKUP_ALTERED' : 'NOT_A_BACKUP', 422)
}

function parsed(text: string) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // not ours: the caller says so
  }
}
