import type { Line } from '../lines.ts'

export const deliveryStates = ['planned', 'delivered', 'cancelled'] as const
export type DeliveryState = (typeof deliveryStates)[number]

export const deliveryEvents = ['delivery', 'cancellation'] as const
export type DeliveryEvent = (typeof deliveryEvents)[number]

/** So much of one line of the order: thousandths. */
export interface Gone {
  line: string
  quantity: number
}

export interface Coming {
  line: string
  ordered: number
  /** What has gone out already. */
  gone: number
  /** What is still to come; never below nothing. */
  left: number
}

export function afterDelivery(event: DeliveryEvent, state: DeliveryState): DeliveryState | null {
  if (state !== 'planned') return null
  return event === 'delivery' ? 'delivered' : 'cancelled'
}

export function eventsOfDelivery(state: DeliveryState): DeliveryEvent[] {
  return deliveryEvents.filter((event) => afterDelivery(event, state) !== null)
}

/** What has gone out of each line of an order, and what is left, by all its deliveries that were made. */
export function comingOf(
  lines: readonly Pick<Line, 'id' | 'quantity'>[],
  made: readonly (readonly Gone[])[],
): Coming[] {
  const gone = new Map<string, number>()
  for (const { line, quantity } of made.flat()) gone.set(line, (gone.get(line) ?? 0) + quantity)
  return lines.map(({ id, quantity }) => {
    const out = gone.get(id) ?? 0
    return { line: id, ordered: quantity, gone: out, left: Math.max(quantity - out, 0) }
  })
}

/** The lines of which a delivery would bring more than was ordered. */
export function aboveOrdered(coming: readonly Coming[], next: readonly Gone[]): string[] {
  const asked = new Map<string, number>()
  for (const { line, quantity } of next) asked.set(line, (asked.get(line) ?? 0) + quantity)
  return coming.filter(({ line, ordered, gone }) => gone + (asked.get(line) ?? 0) > ordered).map(({ line }) => line)
}

/** Whether nothing of an order is left to come. */
export function isWhole(coming: readonly Coming[]): boolean {
  return coming.every(({ left }) => left === 0)
}
