import { open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Refusal } from '#platform/refusal'

// The file is the notes of all checkpoints one after another, each followed by a blank line, and nothing else:
// so it is always a beginning of what the database says, and a line torn by a power cut is simply completed.

export async function readCheckpointFile(file: string) {
  try {
    return await readFile(file, 'utf8')
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw fault
  }
}

/** What the file still lacks of these notes. Throws when the file says something that they do not. */
export function lackingIn(written: string, notes: readonly string[]) {
  const all = fileOf(notes)
  if (!all.startsWith(written)) throw new Refusal('LEDGER_DIVERGED', 500)
  return all.slice(written.length)
}

export function fileOf(notes: readonly string[]) {
  return notes.map((note) => `${note}\n`).join('')
}

/** The notes in a file; the last may be torn. */
export function notesIn(written: string) {
  return written.split(/(?<=\n— [^\n]*\n)\n/).filter((note) => note !== '')
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
