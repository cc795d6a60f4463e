import type { ColumnType, Generated } from 'kysely'

export interface RetentionTables {
  'register.retention_run': {
    id: Generated<string>
    at: Date
    statement_version: number
    counts: ColumnType<Record<string, number>, string, never>
  }
}
