import type { Occasion } from '#ledger'
import { type InForce, refuseUnlessWriter } from '#register'
import { may } from '#statement'

/** Writing one of these makes a duty one of those that sell. */
export const selling = ['com.quotes', 'com.orders', 'com.invoicing']

/** Whether this duty writes what is sold and for how much: those who quote, take orders or bill. */
export function sells({ policy }: InForce, { duty, purpose }: Pick<Occasion, 'duty' | 'purpose'>): boolean {
  return selling.some((field) => may(policy, duty, purpose, field, 'write').allowed)
}

export function refuseUnlessSelling(inForce: InForce, occasion: Occasion) {
  if (!sells(inForce, occasion)) refuseUnlessWriter(inForce, occasion, 'com.quotes')
}
