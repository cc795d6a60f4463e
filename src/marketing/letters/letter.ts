import type { Frame, Piece } from '../content.ts'

/** One letter as it is printed: everything in it is ready to be shown. */
export interface Letter {
  /** What the recipient says on the phone, and the desk when the post brings the letter back. */
  code: string
  /** The address field, from the name downwards. */
  rows: readonly string[]
  piece: Piece
  frame: Frame
  /** Where one may call instead of writing. */
  phone: string | null
  /** The day on the letter, in words. */
  day: string
}

/** The code of a recipient's letter: the random end of its id, in groups that can be read aloud. */
export function letterCode(recipientId: string): string {
  return (recipientId.slice(-12).toUpperCase().match(/.{4}/g) ?? []).join('-')
}

/** What somebody typed, as the end of an id; null where it cannot be a code. */
export function readLetterCode(typed: string): string | null {
  const code = typed.replace(/[\s–-]/g, '').toLowerCase()
  return /^[0-9a-f]{12}$/.test(code) ? code : null
}
