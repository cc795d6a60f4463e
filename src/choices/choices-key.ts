import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { link, open, readFile, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '#platform/refusal'
import type { Channel } from './channel.ts'

/** What turns addresses into digests and seals the links of letters. It lies outside the database. */
export interface ChoicesKey {
  readonly digests: Buffer
  readonly seals: Buffer
}

/** The key in `suppression.key` of this directory; made where there is none yet. */
export async function choicesKey(directory: string): Promise<ChoicesKey> {
  const file = join(directory, 'suppression.key')
  const text = (await contentOf(file)) ?? (await keep(file, randomBytes(32).toString('base64url')))
  const { mode } = await stat(file)
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) throw new Refusal('CHOICES_KEY_EXPOSED', 500)
  const root = Buffer.from(text.trim(), 'base64url')
  if (root.length !== 32) throw new Refusal('CHOICES_KEY_NOT_READ', 500)
  return choicesKeyOf(root)
}

/** The two keys that follow from one secret of 32 bytes. */
export function choicesKeyOf(root: Buffer): ChoicesKey {
  const derived = (use: string) => Buffer.from(hkdfSync('sha256', root, '', `seloste choices ${use}`, 32))
  return { digests: derived('digests'), seals: derived('seals') }
}

/** A digest of an address, in the one form in which it is kept: an e-mail address, a number (E.164), or a `postalKey`. */
export function addressKey(key: ChoicesKey, channel: Channel, address: string): Buffer {
  const kind = channel === 'sms' ? 'phone' : channel
  const plain = address.normalize('NFC').trim().toLowerCase()
  return createHmac('sha256', key.digests).update(`${kind}\n${plain}`).digest()
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
