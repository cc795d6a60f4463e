import type { Day } from '#platform/finnish-calendar'
import type { Line } from '../lines.ts'

/** What of an order, or which period of a contract, somebody left unbilled, and why. */
export interface LeftUnbilled {
  id: string
  at: string
  reason: string
  /** How much of which line of an order. */
  lines?: { id: string; quantity: number }[]
  /** The period of a contract. */
  since?: Day
  until?: Day
}

/** An invoice of an order or a credit note of one, or what was left unbilled. */
export interface Billing {
  id: string
  number: string | null
  lines: readonly Pick<Line, 'id' | 'quantity'>[]
}

/** The credit notes because of which these lines wait: what is billed after a credit note bills first what that took back. */
export function creditedAmong(left: readonly Pick<Line, 'id'>[], history: readonly Billing[]) {
  const taken: { of: Pick<Billing, 'id' | 'number'>; line: string; quantity: number }[] = []
  for (const { id, number, lines } of history)
    for (const line of lines) {
      if (line.quantity < 0) taken.push({ of: { id, number }, line: line.id, quantity: -line.quantity })
      let rest = line.quantity
      for (const one of taken.filter((one) => one.line === line.id && rest > 0)) {
        const again = Math.min(rest, one.quantity)
        one.quantity -= again
        rest -= again
      }
    }
  const waiting = taken.filter((one) => one.quantity > 0 && left.some(({ id }) => id === one.line))
  return [...new Map(waiting.map(({ of }) => [of.id, of])).values()]
}
