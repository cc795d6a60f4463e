import { createHash, randomBytes, randomInt } from 'node:crypto'

/** How long a link of a letter opens anything, in days. */
export const linkDays = 14
/** How long a code opens a package, in minutes. */
export const codeMinutes = 30

/** A secret that stands in a link and nowhere else. */
export function newToken(): string {
  return randomBytes(24).toString('base64url')
}

/** Six digits that a person types; they open nothing without the link. */
export function newCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, '0')
}

/** What is kept of a link, and of a code: it is bound to the link that it was asked by. */
export function digestOfLink(token: string, code = ''): Buffer {
  return createHash('sha256').update(`rights link ${token} ${code}`).digest()
}
