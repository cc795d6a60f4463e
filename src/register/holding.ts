import type { Look } from '#ledger'

/** A place where something about a person is kept. Rights requests visit all of them. */
export interface Holding<T> {
  name: string
  /** With their schema; those that the statement adds columns to among them. */
  tables: readonly string[]
  /** Whether anything about the person is kept here. */
  has(look: Look<T>, personId: string): Promise<boolean>
  /** Everything that is kept here about the person (Art. 15). */
  disclose(look: Look<T>, personId: string): Promise<Disclosure>
}

/** What one holding keeps about a person: by table, the rows as they are. */
export interface Disclosure {
  holding: string
  kept: { table: string; rows: Record<string, unknown>[] }[]
}
