import type { ColumnType, Generated } from 'kysely'

export interface LedgerTables {
  'register.ledger_leaf': { hash: Buffer; seq: Generated<number>; at: Date }
  'register.ledger_opening': { hash: Buffer; salt: Buffer; payload: ColumnType<Opening, string, never> }
  'register.ledger_index': { leaf_index: number; hash: Buffer }
  'register.ledger_checkpoint': { size: number; root: Buffer; note: string; at: Date }
  'register.access_log': {
    id: Generated<string>
    at: Date
    by: string
    duty: string
    purpose: string
    people: string[]
    fields: string[]
    under: string
  }
}

/** What a leaf stands for, as hashed: its canonical JSON behind the salt. */
export interface Opening {
  what: string
  about: string | null
  detail: Record<string, unknown>
  by: string
  duty: string
  purpose: string
  at: string
  under: string
  /** Kept in the replay log too: `erasure`, `objection`, `withdrawal` or `restriction`. */
  replay?: string
}
