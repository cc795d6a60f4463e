import { randomBytes } from 'node:crypto'
import { link, open, readFile, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '#platform/refusal'
import { type KeyPrints, printOf } from './manifest.ts'

/** The key that seals backups, in `backup.key` of this directory or where BACKUP_KEY_FILE says; made where there is none. */
export async function backupKey(directory: string): Promise<Buffer> {
  const file = process.env.BACKUP_KEY_FILE ?? join(directory, 'backup.key')
  const text = (await contentOf(file)) ?? (await keep(file, randomBytes(32).toString('base64url')))
  const { mode } = await stat(file)
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) throw new Refusal('BACKUP_KEY_EXPOSED', 500)
  const key = Buffer.from(text.trim(), 'base64url')
  if (key.length !== 32) throw new Refusal('BACKUP_KEY_NOT_READ', 500)
  return key
}

/** The files outside the database that a restored register cannot do without. */
export const keyFiles = ['ledger.key', 'suppression.key'] as const

/** Fingerprints of the keys of a directory, and of the secret that passwords and one-time codes are sealed with. */
export async function keyPrints(directory: string, secret: string): Promise<KeyPrints> {
  const prints: Record<string, string> = { secret: printOf(secret) }
  for (const name of keyFiles) {
    const text = await contentOf(join(directory, name))
    if (text !== undefined) prints[name] = printOf(text.trim())
  }
  return prints
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
