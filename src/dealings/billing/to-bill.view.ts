import type { Look } from '#ledger'
import { type Day, dayInHelsinki } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import { groupCompanyOf, type InForce, refuseUnlessWriter } from '#register'
import { allowedOf, sawParties } from '../deal-seen.ts'
import type { DealingsReach } from '../reach.ts'
import { type Place, placesToBill, rowsToBill, type Waiting } from './rows-to-bill.view.ts'

/** Whose of what waits is asked for. */
export interface AskedToBill {
  groupCompany?: string
  company?: string
  person?: string
}

const page = 50
const counted = 500
const mostCounted = 10_000

/**
 * What a group company may bill today, the oldest first, a page at a time: orders of which something went out, that are billed as they
 * stand or that were finished without a delivery, and each contract's oldest period that was not billed.
 */
export async function toBill(
  look: Look<DealingsReach>,
  inForce: InForce,
  { limit = page, after, ...asked }: AskedToBill & { limit?: number; after?: string },
) {
  const { sees, waiting } = wishOf(look, inForce, asked)
  const places = await placesToBill(look, waiting, { after: after ? placeOf(after) : null, most: limit + 1 })
  const shown = places.slice(0, limit)
  const items = await rowsToBill(look, shown, { sees, today: waiting.today })
  sawParties(look, items, ['com.orders', 'com.contracts'])
  const last = shown.at(-1)
  const { today, groupCompany } = waiting
  return { today, groupCompany, items, next: places.length > limit && last ? cursorOf(last) : null }
}

/** How much waits in all, in cents; counted only when somebody asks. `more` where more waits than `most`. */
export async function toBillSum(
  look: Look<DealingsReach>,
  inForce: InForce,
  { most = mostCounted, ...asked }: AskedToBill & { most?: number },
) {
  const { waiting } = wishOf(look, inForce, asked)
  const sum = { rows: 0, netCents: 0, totalCents: 0, more: false }
  look.saw([], [])
  for (let after: Place | null = null; ; ) {
    const many = Math.min(counted, most - sum.rows)
    const places = await placesToBill(look, waiting, { after, most: many })
    for (const { netCents, totalCents } of await rowsToBill(look, places, {
      sees: () => false,
      today: waiting.today,
    })) {
      sum.rows += 1
      sum.netCents += netCents
      sum.totalCents += totalCents
    }
    if (places.length < many) return sum
    after = places.at(-1) ?? null
    if (sum.rows >= most) return { ...sum, more: (await placesToBill(look, waiting, { after, most: 1 })).length > 0 }
  }
}

function wishOf(look: Look<DealingsReach>, inForce: InForce, { groupCompany, ...whose }: AskedToBill) {
  refuseUnlessWriter(inForce, look, 'com.invoicing')
  const sees = allowedOf(inForce, look)
  // Where the statement declares no deliveries, there are none to weigh.
  const weighs = sees('com.delivery') || !inForce.policy.fields.has('com.delivery')
  const waiting: Waiting = {
    ...{ ...whose, groupCompany: groupCompanyOf(inForce.policy, groupCompany), today: dayInHelsinki(look.at) },
    ...{ orders: sees('com.orders') && weighs, contracts: sees('com.contracts') },
  }
  return { sees, waiting }
}

// A place is a day and an id: what was billed between two pages is no more there to begin from.
function cursorOf({ since, id }: Place): string {
  return Buffer.from(`${since} ${id}`).toString('base64url')
}

function placeOf(cursor: string): { since: Day; id: string } {
  const [, since, id] = /^(\d{4}-\d{2}-\d{2}) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (!since || !id || Number.isNaN(Date.parse(since))) throw new Refusal('CURSOR_NOT_VALID', 422, { field: 'after' })
  return { since, id }
}
