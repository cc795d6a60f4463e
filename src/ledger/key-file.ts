import { randomBytes } from 'node:crypto'
import { link, open, readFile, stat, unlink } from 'node:fs/promises'
import { Refusal } from '#platform/refusal'
import { newSigningKey, readSigningKey, type SigningKey } from './signed-note.ts'

/** The key that seals the ledger, kept outside the database; made when the file does not exist yet. */
export async function keyInFile(file: string, name: string): Promise<SigningKey> {
  const text = (await contentOf(file)) ?? (await keep(file, newSigningKey(name)))
  const { mode } = await stat(file)
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) throw new Refusal('LEDGER_KEY_EXPOSED', 500)
  return readSigningKey(text)
}

// Written whole under another name and then linked: two servers that start at once agree on one key.
async function keep(file: string, key: string) {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(`${key}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }

  try {
    await link(draft, file)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
  } finally {
    await unlink(draft)
  }
  return readFile(file, 'utf8')
}

async function contentOf(file: string) {
  try {
    return await readFile(file, 'utf8')
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw fault
  }
}
