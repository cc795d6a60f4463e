import type { Generated } from 'kysely'
import type { AuthorityState } from './authority-request.ts'

export interface OversightTables {
  'register.authority_request': {
    id: string
    recipient: string
    authority: string
    provision: string
    document_ref: string
    purpose: string
    people: string[]
    people_count: number
    fields: string[]
    asked_on: string
    received_at: Date
    silent_until: string | null
    silent_ground: string | null
    state: AuthorityState
    prepared_by: string
    prepared_at: Date
    decided_by: string | null
    decided_at: Date | null
    decision_note: string | null
    released_by: string | null
    released_at: Date | null
    extract_digest: string | null
    revision: Generated<number>
  }
}
