import type { Day } from '#platform/finnish-calendar'
import type { Said } from '#platform/language'
import type { Fate } from '#register'
import { groundOfBlocker, type Statement } from '#statement'

/** A quote, an order, a delivery, a contract or an assignment, as far as its fate depends on it. */
export interface Link {
  id: string
  table: ChainTable
  /** What the person's own erasing has to wait for, by the record's state alone. */
  waits: 'active-contract' | 'open-assignment' | null
  /** The day it ends, where it says one. */
  until: Day | null
}

/** In the order of erasing: what leans on another record goes before it. */
export const chainTables = [
  'register.delivery',
  'register.quote_version',
  'register.quote',
  'register.sales_order',
  'register.assignment_contact',
  'register.assignment',
  'register.contract',
] as const
export type ChainTable = (typeof chainTables)[number]

/** C4: what is being done for a person waits for its end; all else of the chain goes with them. */
export function fatesOfChain(statement: Statement, links: readonly Link[]): Fate[] {
  const fated = links.map((link) => ({ link, fate: fateOf(statement, link) }))
  const alike = Map.groupBy(fated, ({ link, fate }) => [link.table, fate.blocker ?? '', fate.until ?? ''].join(' '))
  return [...alike.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const ids = group.map(({ link }) => link.id)
    return [
      { holding: 'dealings', class: 'order-contract', table: first.link.table, ids, rows: ids.length, ...first.fate },
    ]
  })
}

function fateOf(
  statement: Statement,
  { waits, until }: Link,
): Pick<Fate, 'fate' | 'blocker' | 'ground' | 'until' | 'event' | 'needs'> {
  const ground = waits && groundOfBlocker(statement, waits)
  if (!waits || !ground) return { fate: 'erase' }
  return { fate: 'hold', blocker: waits, ground, until, ...(until ? {} : { event: over[waits] }), needs: party }
}

// A contract is kept with somebody whom one can name and reach.
const party = ['register.person', 'register.person_address', 'register.person_email', 'register.person_phone']

const over: Record<'active-contract' | 'open-assignment', Said> = {
  'active-contract': {
    fi: 'sopimus tai tilaus on päättynyt',
    sv: 'avtalet eller beställningen är avslutad',
    en: 'the contract or the order has ended',
  },
  'open-assignment': {
    fi: 'toimeksianto on tehty tai peruttu',
    sv: 'uppdraget är slutfört eller avbrutet',
    en: 'the assignment is done or cancelled',
  },
}
