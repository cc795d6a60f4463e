import { digestOf } from './read-mail.ts'

// RFC 5322, 3.6.4: References begins with the first mail of the thread, so that both ends name a thread alike.
/** The thread that a mail begins or belongs to, where none of the mails it follows is known: an id of its first mail (RFC 9562, version 8). */
export function threadOf(messageId: string, references: readonly string[]): string {
  const hex = digestOf(`thread ${references[0] ?? messageId}`).toString('hex')
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4]
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
