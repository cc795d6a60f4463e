import { createHash } from 'node:crypto'
import { openCheckpoint } from './checkpoint.ts'
import { fileOf, type History, sizeIn } from './checkpoint-file.ts'
import { faultAt, type LedgerFault } from './fault.ts'
import type { LedgerRecord } from './records.ts'
import type { VerifierKey } from './signed-note.ts'
import type { Walk } from './verify-leaves.ts'

export type KeptCheckpoint = Extract<LedgerRecord, { kind: 'checkpoint' }>

/** Whether the signed note says the same as the row beside it. */
export function isGenuine({ size, root, note, at }: KeptCheckpoint, keys: readonly VerifierKey[]) {
  const signed = openCheckpoint(note, keys)
  return signed?.size === size && signed.root.equals(root) && signed.at.getTime() === at.getTime()
}

/** Compares every seal with the tree, and says which leaves explain a difference. */
export function judgeSeals(kept: readonly KeptCheckpoint[], keys: readonly VerifierKey[], walk: Walk): LedgerFault[] {
  const genuine = kept.filter((checkpoint) => isGenuine(checkpoint, keys))
  const forged = kept.filter((checkpoint) => !genuine.includes(checkpoint))
  const agrees = ({ size, root }: KeptCheckpoint) => walk.roots.get(size)?.equals(root) ?? false

  // One root covers all leaves before it: a seal that disagrees before one that agrees was itself changed.
  const soundSize = genuine.findLast(agrees)?.size ?? 0
  const foreign = genuine.filter((checkpoint) => checkpoint.size < soundSize && !agrees(checkpoint))
  const broken = genuine.find((checkpoint) => checkpoint.size > soundSize && checkpoint.size <= walk.size)
  const isBroken = (place: string) => broken !== undefined && Number(place) >= soundSize && Number(place) < broken.size
  const beyond = genuine.filter(({ size }) => size > walk.size)

  return [
    ...[...forged, ...foreign].map(({ size }) => faultAt('CHECKPOINT_FORGED', `checkpoint/${size}`)),
    ...(broken ? [faultAt('ROOT_DIFFERS', `checkpoint/${broken.size}`)] : []),
    ...beyond.map(({ size }) => faultAt('TAIL_TRUNCATED', `checkpoint/${size}`)),
    ...(walk.size > (kept.at(-1)?.size ?? 0) ? [faultAt('CHECKPOINT_REMOVED', `checkpoint/${walk.size}`)] : []),
    ...walk.removed.map((place) => faultAt('LEAF_REMOVED', `leaf/${place}`)),
    ...walk.reordered.map((place) => faultAt('LEAF_REORDERED', `leaf/${place}`)),
    ...walk.altered.map((place) => faultAt(isBroken(place) ? 'LEAF_ALTERED' : 'OPENING_ALTERED', `leaf/${place}`)),
    ...walk.retimed.map((place) => faultAt('LEAF_ALTERED', `leaf/${place}`)),
  ]
}

/** Compares the file outside the database with the seals inside; the newest may still be on its way to the file. */
export function judgeFile({ notes: outside, rest }: History, kept: readonly KeptCheckpoint[]): LedgerFault[] {
  const notes = kept.map(({ note }) => note)
  if (fileOf(notes).startsWith(`${fileOf(outside)}${rest}`)) {
    const lacking = kept[outside.length]
    return lacking && lacking !== kept.at(-1) ? [faultAt('CHECKPOINT_FILE_DIFFERS', `checkpoint/${lacking.size}`)] : []
  }

  const said = rest === '' ? outside : [...outside, rest]
  const size = sizeIn(said.find((note, i) => note !== notes[i]) ?? '')
  const last = kept.at(-1)?.size ?? 0
  if (size > last) return [faultAt('TAIL_TRUNCATED', `checkpoint/${size}`)]
  const isGone = kept.every((checkpoint) => checkpoint.size !== size)
  return [faultAt(isGone ? 'CHECKPOINT_REMOVED' : 'CHECKPOINT_FILE_DIFFERS', `checkpoint/${size}`)]
}

/** A restoring that the ledger does not tell of is a tail cut off by somebody who held the key. */
export function judgeRestored({ restored }: History, told: ReadonlySet<string>): LedgerFault[] {
  const last = restored.at(-1)
  return !last || told.has(digestOfNote(last.note)) ? [] : [faultAt('RESTORING_UNEXPLAINED', `checkpoint/${last.lost}`)]
}

/** How a record in the ledger names a note in the file. */
export function digestOfNote(note: string) {
  return createHash('sha256').update(note).digest('hex')
}
