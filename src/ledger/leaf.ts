import { hash, randomBytes } from 'node:crypto'
import { canonicalJson } from '#platform/canonical-json'
import type { Entry, Occasion } from './occasion.ts'
import type { Opening } from './tables.ts'

export interface Leaf {
  hash: Buffer
  salt: Buffer
  payload: string
}

/** The leaf of one entry: SHA-256 over 0x00, a fresh salt and the canonical payload (RFC 6962, 2.1). */
export function leafOf(occasion: Occasion, entry: Entry): Leaf {
  const opening: Opening = {
    what: entry.what,
    about: entry.about ?? null,
    detail: entry.detail ?? {},
    by: occasion.by,
    duty: occasion.duty,
    purpose: occasion.purpose,
    at: occasion.at.toISOString(),
    under: occasion.under,
    ...(entry.replay ? { replay: entry.replay.kind } : {}),
  }
  const salt = randomBytes(16)
  const payload = canonicalJson(opening)
  return { hash: leafHash(salt, payload), salt, payload }
}

/** Without the salt nobody can guess from a leaf what it says, so an erased opening is gone. */
export function leafHash(salt: Buffer, payload: string) {
  return hash('sha256', Buffer.concat([zero, salt, Buffer.from(payload)]), 'buffer')
}

const zero = Buffer.from([0])
