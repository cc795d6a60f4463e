import type { LedgerTables } from '#ledger'

export interface KeepingTables {
  'register.restoration': {
    id: string
    backup: string
    taken_at: Date
    restored_at: Date
    note: string | null
    replayed_at: Date | null
  }
  'register.replayed': { leaf: Buffer; at: Date; outcome: 'done' | 'nobody' | 'superseded' }
}

/** The keeping's own tables, and the ledger's: a restored ledger must know what it lost. */
export type KeepingReach = KeepingTables & LedgerTables
