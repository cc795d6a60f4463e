import type { ChoicesTables } from '#choices'
import type { LedgerTables, Occasion } from '#ledger'
import type { ImportKind, RegisterTables } from '#register'
import type { Running } from '#statement'
import type { ExchangeTables } from './tables.ts'

export type ExchangeReach = RegisterTables & ChoicesTables & LedgerTables & ExchangeTables

/** A register as imports use it. */
export type Place = Running<ExchangeReach>

/** One import: where, for whom, and which. */
export interface OneImport {
  running: Place
  occasion: Occasion
  id: string
  /** What a file may hold beside people and companies; the application says which. */
  kinds?: readonly ImportKind[]
}

/** The keys' own machine duty, which sees keys and nothing else, in the name of whoever asked. */
export function matching(occasion: Occasion): Occasion {
  return { ...occasion, duty: 'matching', purpose: 'matching', reach: 'all' }
}

/** Whether this login sees a part of the register only. */
export function isNarrow({ reach }: Occasion): boolean {
  return reach !== undefined && reach !== 'all'
}

/** The same occasion, by which the row policies know who asks: the lines of a file are seen by whoever brought it. */
export function asMyself(occasion: Occasion): Occasion {
  return { ...occasion, reach: occasion.reach && occasion.reach !== 'all' ? occasion.reach : 'own' }
}
