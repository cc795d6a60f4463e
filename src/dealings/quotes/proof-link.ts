import { createHash, hkdfSync } from 'node:crypto'
import { choicesKeyIn } from '#choices'
import type { Language } from '#platform/language'

// Derived, not drawn: a confirmation that is sent again, or by two senders at once, carries the link that works. Nothing is in it to read.
/** The secret by which an address answers from its own mail. */
export function proofToken(register: { readonly db: object }, emailId: string): string {
  const made = hkdfSync('sha256', choicesKeyIn(register).seals, '', `seloste proof of address ${emailId}`, 32)
  return Buffer.from(made).toString('base64url')
}

/** What is kept of it. */
export function digestOfProof(token: string): Buffer {
  return createHash('sha256').update(`seloste proof ${token}`).digest()
}

/** The address in the letter. */
export function proofAddress(publicUrl: string, token: string, language: Language): string {
  return `${publicUrl.replace(/\/$/, '')}/e/${token}?language=${language}`
}
