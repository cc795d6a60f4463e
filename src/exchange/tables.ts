import type { Generated } from 'kysely'
import type { SaidLine } from './checked-line.ts'
import type { FileKind } from './files/kind.ts'
import type { ImportSettings } from './settings.ts'

export type ImportState =
  | 'kept'
  | 'reading'
  | 'tried'
  | 'running'
  | 'finished'
  | 'cancelled'
  | 'failed'
  | 'undoing'
  | 'undone'
export type LineState = 'waiting' | 'taken' | 'refused' | 'erased' | 'undone' | 'left'
export type LineOutcome = 'created' | 'updated' | 'unchanged'

export interface ExchangeTables {
  'register.import_run': {
    id: string
    at: Date
    by: string
    source: string
    statement_version: number
    lines: number
    people: number
    companies: number
    held: number
    refused: number
    state: ImportState
    duty: string | null
    purpose: string | null
    settings: ImportSettings | Record<string, never>
    kind: FileKind | null
    holds: Generated<string>
    made: Generated<number>
    encoding: string | null
    bytes: number
    file_key: Buffer | null
    read_lines: number
    taken_lines: number
    updated: number
    notices: number
    finished_at: Date | null
    fault: string | null
  }
  'register.import_line': {
    import_id: string
    line: number
    state: LineState
    outcome: LineOutcome | null
    code: string | null
    field: string | null
    clause: string | null
    person_id: string | null
    organisation_id: string | null
    new_person: string | null
    new_organisation: string | null
    first_line: number | null
    first_company_line: number | null
    email: string | null
    business_id: string | null
    name_key: string | null
    person_key: string | null
    organisation_key: string | null
    digests: Buffer[]
    person_lacks: string | null
    organisation_lacks: string | null
    suppressed: boolean
    said: SaidLine | null
    cells: string[] | null
    record_id: string | null
    record_key: string | null
    shown: string | null
    undo: unknown
  }
  'register.merge': {
    id: string
    subject: 'person' | 'organisation'
    person_id: string | null
    organisation_id: string | null
    gone: string
    at: Date
    by: string
    known: string[]
    undone_at: Date | null
  }
  'register.duplicate_pair': {
    id: string
    subject: 'person' | 'organisation'
    person_id: string | null
    other_person_id: string | null
    organisation_id: string | null
    other_organisation_id: string | null
    score: number
    reasons: string[]
    state: 'open' | 'dismissed'
    found_at: Date
    dismissed_by: string | null
  }
  'register.undo_row': {
    of: string
    place: string
    key: string
    person_id: string | null
    organisation_id: string | null
    before: unknown
    after: unknown
  }
  'register.import_mapping': {
    signature: Buffer
    subject: string
    columns: unknown
    kept_at: Date
    by: string
  }
}
