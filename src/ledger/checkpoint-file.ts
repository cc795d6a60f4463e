import { open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Refusal } from '#platform/refusal'
import { openRestored, type RestoredNote } from './restored-note.ts'
import type { VerifierKey } from './signed-note.ts'

// The file is the notes of all checkpoints one after another, each followed by a blank line, and nothing else:
// so it is always a beginning of what the database says, and a line torn by a power cut is simply completed. A note of
// a restoring takes back the checkpoints after the one it goes on from: they stay in the file as evidence.

export async function readCheckpointFile(file: string) {
  try {
    return await readFile(file, 'utf8')
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw fault
  }
}

/** What the file still lacks of these notes. Throws when the file says something that they do not. */
export function lackingIn(written: string, notes: readonly string[], keys: readonly VerifierKey[] = []) {
  const { notes: known, rest } = historyIn(written, keys)
  const [said, all] = [`${fileOf(known)}${rest}`, fileOf(notes)]
  if (!all.startsWith(said)) throw new Refusal('LEDGER_DIVERGED', 500)
  return all.slice(said.length)
}

export interface History {
  /** The checkpoints that still count. */
  notes: string[]
  /** What a power cut left of the last one. */
  rest: string
  /** The restorings, oldest first, as they stand in the file. */
  restored: (RestoredNote & { note: string })[]
}

/** What a file says when its restorings are taken into account. */
export function historyIn(written: string, keys: readonly VerifierKey[]): History {
  const pieces = piecesIn(written)
  const history: History = { notes: [], rest: pieces.pop() ?? '', restored: [] }
  for (const note of pieces) {
    const restored = openRestored(note, keys)
    if (!restored) history.notes.push(note)
    else {
      history.restored.push({ ...restored, note })
      history.notes = history.notes.filter((one) => sizeIn(one) <= restored.kept)
    }
  }
  return history
}

/** Which size of the ledger a checkpoint's note speaks of. */
export function sizeIn(note: string) {
  return Number(note.split('\n')[1])
}

export function fileOf(notes: readonly string[]) {
  return notes.map((note) => `${note}\n`).join('')
}

// The last piece is what follows the last whole note: nothing, or one that is torn.
function piecesIn(written: string) {
  return written.split(/(?<=\n— [^\n]*\n)\n/)
}

/** Adds to the end of the file, and returns when the disk has it. */
export async function appendToFile(file: string, text: string) {
  if (text === '') return
  const handle = await open(file, 'a', 0o644)
  try {
    await handle.appendFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await syncDirectory(dirname(file))
}

// A new file is lost in a power cut as long as its folder is not on the disk; some systems cannot sync folders.
async function syncDirectory(path: string) {
  const handle = await open(path, 'r')
  await handle.sync().catch(() => undefined)
  await handle.close()
}
