export const orderStates = ['open', 'delivered', 'closed', 'cancelled'] as const
export type OrderState = (typeof orderStates)[number]

/** What of an order is billed: what went out of it, or all of it, such as work or what is paid ahead. */
export const billedFroms = ['deliveries', 'order'] as const
export type BilledFrom = (typeof billedFroms)[number]

/** How much of which line was billed by invoices that were deleted after their time. */
export type BilledBefore = readonly { id: string; quantity: number }[]

export const orderEvents = ['closure', 'cancellation', 'reopening'] as const
export type OrderEvent = (typeof orderEvents)[number]

const moves: Readonly<Record<OrderEvent, Partial<Record<OrderState, OrderState>>>> = {
  closure: { open: 'closed', delivered: 'closed' },
  cancellation: { open: 'cancelled' },
  reopening: { closed: 'open' },
}

/** The state of an order after what staff did with it, or null where that does not apply. Deliveries move it by themselves. */
export function afterOrder(event: OrderEvent, state: OrderState): OrderState | null {
  return moves[event][state] ?? null
}

/** What may be done now: what has begun to go out is closed short, and not cancelled. */
export function eventsOfOrder(state: OrderState, { hasGone }: { hasGone: boolean }): OrderEvent[] {
  return orderEvents.filter((event) => afterOrder(event, state) !== null && !(event === 'cancellation' && hasGone))
}

/** Whether something is still owed by the house: then it holds the erasing of whoever ordered (S12.15). */
export function isRunning(state: OrderState): boolean {
  return state === 'open' || state === 'delivered'
}
