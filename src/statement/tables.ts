import type { ColumnType, Generated } from 'kysely'

export interface StatementTables {
  'register.statement_version': {
    version: number
    hash: string
    canonical: string
    source: string
    change_class: 'material' | 'narrowing' | 'editorial'
    summary: ColumnType<Record<string, unknown>, string, never>
    approved_by: string[]
    published_at: Date
    effective_from: Date
    supersedes: number | null
  }
  'register.statement_draft': {
    id: Generated<string>
    source: string
    origin: string | null
    revision: Generated<number>
    created_at: Date
    changed_at: Date
    changed_by: string
    binned_at: Generated<Date | null>
    binned_by: Generated<string | null>
  }
  'register.statement_approval': {
    hash: string
    by: string
    approved_at: Date
    told_at: ColumnType<Date | null, never, Date>
  }
  'register.retired_field': {
    field: string
    hidden_at: Date
    erase_at: Date
    erased_at: Date | null
    version: number
  }
}
