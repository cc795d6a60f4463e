import type { RegisterTables } from '#register'
import type { DealingsTables } from './tables.ts'

/** The dealings' own tables, and those that say whom they are with. */
export type DealingsReach = DealingsTables & RegisterTables
