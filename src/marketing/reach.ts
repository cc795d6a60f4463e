import type { LedgerTables } from '#ledger'
import type { RegisterTables } from '#register'
import type { MarketingTables } from './tables.ts'

/** The tables that marketing's deeds and views reach. */
export type MarketingReach = MarketingTables & RegisterTables & LedgerTables
