import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseIdentityCodes, refuseUnlessWriter } from '#register'
import type { DealingsReach } from '../reach.ts'

/** Whoever writes down a customer's answer writes quotes, and orders where one comes of it. Answers the customer's name, trimmed. */
export function refuseUnlessAnswering(
  inForce: InForce,
  act: Act<DealingsReach>,
  typed: string,
  field: 'com.orders' | 'com.quotes' = 'com.orders',
): string {
  refuseUnlessWriter(inForce, act, 'com.quotes')
  if (field === 'com.orders') refuseUnlessWriter(inForce, act, field)
  return nameOfAnswer(typed)
}

/** The name of whoever answers, as they wrote it; refuses none, and a personal identity code (S5.15). */
export function nameOfAnswer(typed: unknown): string {
  const name = typeof typed === 'string' ? typed.normalize('NFC').replace(/\s+/g, ' ').trim() : ''
  if (!name) throw new Refusal('VALUE_REQUIRED', 422, { field: 'name', clause: 'S6.3' })
  if (name.length > 200) throw new Refusal('TEXT_TOO_LONG', 422, { field: 'name', limit: 200 })
  refuseIdentityCodes(name, 'name')
  return name
}
