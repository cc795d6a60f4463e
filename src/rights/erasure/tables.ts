import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<unknown, string, string>

export interface ErasureTables {
  'register.erasure': {
    id: Generated<string>
    person_id: string
    request_id: string | null
    asked_at: Date
    asked_by: string
    statement_version: number
    state: 'held' | 'done'
    planned: Json
    outcomes: Json
    held: Json
    resumes_on: string | null
    done_at: Date | null
    bytes_left_at: Date | null
    wal_position: string | null
    wal_left_at: Date | null
    backups_left_on: string | null
  }
  'register.legal_hold': {
    id: Generated<string>
    person_id: string
    claim: string
    scope: string[]
    opened_at: Date
    opened_by: string
    review_on: string
    closed_at: Date | null
  }
}
