import type { Occasion } from '#ledger'

/** The same occasion, told to the database by name: whose own a mailbox is, its row policies ask (see `seloste.mailboxes_seen`). */
export function ownOccasion(occasion: Occasion): Occasion {
  return { ...occasion, reach: occasion.reach === undefined || occasion.reach === 'all' ? 'own' : occasion.reach }
}
