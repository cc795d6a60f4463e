import type { ColumnType, Generated } from 'kysely'
import type { Language, Said } from '#platform/language'

export interface AccessTables {
  'register.staff': {
    id: Generated<string>
    name: string
    email: string
    language: Generated<Language>
    state: 'invited' | 'open' | 'closed'
    group_company: string | null
    team: string | null
    invited_at: Date
    closed_at: Date | null
    revision: Generated<number>
  }
  'register.staff_duty': {
    id: Generated<string>
    staff_id: string
    duty: string
    granted_by: string
    reason: string
    granted_at: Date
    until_on: string | null
    withdrawn_at: Date | null
  }
  'register.undertaking': {
    staff_id: string
    signed_on: string
    document_ref: string
    recorded_by: string
    recorded_at: Date
  }
  'register.instruction': { version: number; text: ColumnType<Said, string, never>; made_by: string; made_at: Date }
  'register.instruction_acknowledgement': { staff_id: string; version: number; acknowledged_at: Date }
  'register.access_review': { id: Generated<string>; at: Date; by: string; grants: string[] }
  'register.hand_over': {
    id: string
    from_staff: string
    to_staff: string
    by: string
    at: Date
    /** How much of each kind. */
    counts: Record<string, number>
    /** What it was, by kind, as long as it can be taken back. */
    ids: Record<string, string[]> | null
    undone_at: Date | null
  }
  'auth.password': { staff_id: string; hash: string; set_at: Date }
  'auth.totp': { staff_id: string; sealed: Buffer; confirmed_at: Date | null; last_step: Generated<number> }
  'auth.passkey': {
    id: string
    staff_id: string
    public_key: Buffer
    counter: number
    transports: Generated<string[]>
    label: string
    added_at: Date
    used_at: Date | null
  }
  'auth.link': {
    digest: Buffer
    kind: LinkKind
    staff_id: string | null
    made_at: Date
    expires_at: Date
    used_at: Date | null
  }
  'auth.challenge': {
    digest: Buffer
    kind: 'second-step' | 'passkey-sign-in' | 'passkey-new'
    staff_id: string | null
    challenge: string
    expires_at: Date
  }
  'auth.session': {
    id: Generated<string>
    digest: Buffer
    staff_id: string
    proof: Proof
    device: string
    opened_at: Date
    seen_at: Date
    ended_at: Date | null
  }
  'auth.token': {
    id: Generated<string>
    digest: Buffer
    staff_id: string
    duty: string
    label: string
    made_at: Date
    expires_at: Date
    used_at: Date | null
    ended_at: Date | null
  }
  'auth.failure': { pair: Buffer; at: Date }
}

/** What a one-time link is good for. */
export type LinkKind = 'set-up' | 'invitation' | 'password' | 'second-factor' | 'demo'

/** How somebody proved who they are. */
export type Proof = 'password' | 'two-factor' | 'passkey' | 'demo-link'
