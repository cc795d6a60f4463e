import type { Act, Look } from '#ledger'
import type { Day } from '#platform/finnish-calendar'
import type { Said } from '#platform/language'

/** A place where something about a person is kept. Rights requests visit all of them. */
export interface Holding<T> {
  name: string
  /** With their schema; those that the statement adds columns to among them. */
  tables: readonly string[]
  /** Whether anything about the person is kept here. */
  has(look: Look<T>, personId: string): Promise<boolean>
  /** Everything that is kept here about the person (Art. 15). */
  disclose(look: Look<T>, personId: string): Promise<Disclosure>
  /** What an erasure would do to each class of data kept here (Art. 17). */
  plan(look: Look<T>, personId: string): Promise<Fate[]>
  /** Erases what the fates do not hold, in the caller's transaction. */
  erase(act: Act<T>, personId: string, fates: readonly Fate[]): Promise<Erasure[]>
  /** Hands what is kept about one person to the other; of two choices the strictest stays. */
  merge(act: Act<T>, from: string, into: string): Promise<void>
}

/** What one holding keeps about a person: by table, the rows as they are. */
export interface Disclosure {
  holding: string
  kept: { table: string; rows: Record<string, unknown>[] }[]
}

/** What an erasure would do to the rows of one table that belong to one retention class. */
export interface Fate {
  holding: string
  /** A class of the statement's retention rules, such as `invoice-voucher`. */
  class: string
  table: string
  /** The rows meant, where they do not all meet the same fate. */
  ids?: readonly string[]
  rows: number
  fate: 'erase' | 'hold' | 'keep-minimal'
  /** A blocker of the statement, such as `open-invoice`. */
  blocker?: string
  ground?: Said
  /** The last day it is held, or null where an event ends it. */
  until?: Day | null
  event?: Said
  /** Tables elsewhere without which what is held here says nothing, such as the one with the owner's name. */
  needs?: readonly string[]
}

/** What an erasure did to the rows of one table. */
export interface Erasure {
  holding: string
  table: string
  class: string
  rows: number
  outcome: 'erased' | 'held' | 'kept-minimal'
}
