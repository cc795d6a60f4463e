import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { ChoicesKey } from './choices-key.ts'

/** What a link is for; a link for one thing never opens another. */
export type SealedFor = 'unsubscribe' | 'my-page' | 'confirm-consent' | 'undo' | 'quote'

/** Seals what a link says: nobody can read it, alter it, or make one. Nothing is stored. */
export function seal(key: ChoicesKey, use: SealedFor, said: Buffer): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(key, use), nonce)
  return Buffer.concat([nonce, cipher.update(said), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

/** What a link says, or null where it was not made here, not for this, or altered. */
export function unseal(key: ChoicesKey, use: SealedFor, token: string): Buffer | null {
  const sealed = Buffer.from(token, 'base64url')
  // Base64 has several spellings of the same bytes: only our own is the link we made.
  if (sealed.length < 29 || sealed.toString('base64url') !== token) return null
  const decipher = createDecipheriv('aes-256-gcm', keyFor(key, use), sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(-16))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()])
  } catch {
    return null
  }
}

function keyFor({ seals }: ChoicesKey, use: SealedFor) {
  return Buffer.from(hkdfSync('sha256', seals, '', `seloste link ${use}`, 32))
}
