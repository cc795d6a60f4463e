import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Keys that the database must not hold, derived from the register's secret. */
export interface Keys {
  seal(text: string): Buffer
  open(sealed: Buffer): string
  /** A name that says nothing to whoever has only the database. */
  mark(text: string): Buffer
}

export function keysOf(secret: string): Keys {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'seal', 32))
  const marking = Buffer.from(hkdfSync('sha256', secret, '', 'mark', 32))

  return {
    seal: (text) => {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body])
    },
    open: (sealed) => {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAuthTag(sealed.subarray(12, 28))
      return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')
    },
    mark: (text) => createHmac('sha256', marking).update(text).digest(),
  }
}
