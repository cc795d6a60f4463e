import { hash, randomBytes } from 'node:crypto'

/** A random secret of 256 bits for a link, a session or a token, with the digest that is kept of it (ASVS 7.2.3). */
export function newSecret(): { secret: string; digest: Buffer } {
  const secret = randomBytes(32).toString('base64url')
  return { secret, digest: digestOf(secret) }
}

export function digestOf(secret: string): Buffer {
  return hash('sha256', secret, 'buffer')
}
