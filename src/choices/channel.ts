/** The ways by which a marketing message reaches somebody; the statement names those that may be used. */
export const channels = ['email', 'post', 'sms', 'phone', 'push'] as const
export type Channel = (typeof channels)[number]

export type Via =
  | 'unsubscribe-link'
  | 'one-click'
  | 'my-page'
  | 'confirmation-link'
  | 'reply-mail'
  | 'email'
  | 'phone'
  | 'letter'
  | 'in-person'
  | 'web-form'
  | 'import'
  | 'other'

/** What staff may say of how they were told. */
export const staffVias = ['reply-mail', 'email', 'phone', 'letter', 'in-person', 'other'] as const

const ownVias: readonly Via[] = ['my-page', 'unsubscribe-link', 'confirmation-link']

/** C5: whether the person did it with their own hand, by a link that only their mailbox has. */
export function isOwnAct(via: Via): boolean {
  return ownVias.includes(via)
}
