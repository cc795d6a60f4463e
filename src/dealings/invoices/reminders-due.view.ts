import type { Look } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { cursorOf, groupCompanyOf, type InForce, idOfCursor, refuseUnlessWriter } from '#register'
import type { DealingsReach } from '../reach.ts'
import { invoicingOf } from './invoicing.ts'
import { nameOfHalf, unknownHalf } from './late-interest.ts'
import { owingOf, reminderFor } from './owing.ts'
import { ratesOf } from './reference-rates.view.ts'
import { reminderWays } from './reminder-ways.view.ts'

const page = 500

/**
 * The reminders that may be sent today, the oldest debts first, some hundreds at a time (`next`): their fees and interest, how each would go, and what speaks against it; and how many invoices
 * are late but not yet to be reminded of. Interest is null while the reference rate of a half-year is not known (`missingRate`).
 */
export async function remindersDue(
  look: Look<DealingsReach>,
  inForce: InForce,
  { groupCompany: asked, after }: { groupCompany?: string; after?: string },
) {
  refuseUnlessWriter(inForce, look, 'com.invoicing')
  const groupCompany = groupCompanyOf(inForce.policy, asked)
  const today = dayInHelsinki(look.at)
  const terms = { ...(await invoicingOf(look, groupCompany)), rates: await ratesOf(look) }
  const found = await owingOf(look, {
    ...{ groupCompany, today, most: page + 1 },
    after: after ? idOfCursor(after) : null,
  })
  const owing = found.slice(0, page)
  const last = owing.at(-1)
  const due = owing.flatMap((one) => {
    const reminder = reminderFor(today, one, terms)
    const { id, number, name, open, revision, hasAddress } = one
    if (!reminder) return []
    const { since: invoiceDueOn, ...asks } = reminder
    return [{ id, number, name, invoiceDueOn, open, revision, hasAddress, ...asks, fee: one.fees + asks.fee }]
  })
  const ways = await reminderWays(
    look,
    inForce,
    due.map(({ id }) => id),
  )
  const items = due.map((one) => {
    const { address = null, complaint = null } = ways.get(one.id) ?? {}
    return { ...one, address, complaint }
  })
  const people = [
    ...new Set(owing.flatMap(({ personId, contactId }) => [personId, contactId].filter((id) => id !== null))),
  ]
  look.saw(people, owing.length > 0 ? ['com.invoicing', 'com.complaints', 'person.email'] : [])
  const held = due.some(({ interest }) => interest === null)
  const since = owing.map(({ instalments, dueOn }) => instalments[0]?.dueOn ?? dueOn).sort()[0]
  const missing = held ? unknownHalf(terms.rates, since ?? today, today) : null
  return {
    ...{ today, groupCompany, items, waiting: owing.length - items.length },
    missingRate: missing && nameOfHalf(missing),
    next: found.length > page && last ? cursorOf(last.id) : null,
  }
}
