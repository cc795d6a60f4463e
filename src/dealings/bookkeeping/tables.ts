import type { Generated, JSONColumnType } from 'kysely'
import type { Accounts } from './accounts.ts'
import type { FailedRow } from './intake.ts'

export interface BookkeepingTables {
  'register.bookkeeping_setting': {
    group_company: string
    accounts: JSONColumnType<Accounts, string, string>
    changed_by: string
    changed_at: Date
    revision: Generated<number>
  }
  'register.bookkeeping_intake': {
    id: string
    group_company: string
    origin: 'folder' | 'upload'
    digest: string
    rows: number
    taken: number
    known: number
    failed: JSONColumnType<FailedRow[], string, string>
    taken_by: string
    taken_at: Date
  }
}
