import type { Keys } from '#access'

/** What signs a mailbox in. It is kept sealed, opened only to sign in, and never shown to anybody again. */
export type MailSecret =
  | { password: string }
  | { refreshToken: string; accessToken: string /** Milliseconds since 1970. */; expiresAt: number }

/** Sealed for this mailbox alone: in another mailbox's row it does not open. */
export function sealSecret(keys: Keys, mailboxId: string, secret: MailSecret): Buffer {
  return keys.seal(JSON.stringify({ mailboxId, ...secret }))
}

export function openSecret(keys: Keys, mailboxId: string, sealed: Buffer): MailSecret {
  const { mailboxId: of, ...secret } = JSON.parse(keys.open(sealed)) as MailSecret & { mailboxId: string }
  if (of !== mailboxId) throw new Error('a secret was sealed for another mailbox')
  return secret as MailSecret
}
