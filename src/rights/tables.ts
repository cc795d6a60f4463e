import type { Generated } from 'kysely'
import type { ChoicesTables } from '#choices'
import type { Language } from '#platform/language'
import type { RecipientTables } from '#recipients'
import type { RegisterTables } from '#register'
import type {
  DoubtReason,
  Identity,
  IdentityMethod,
  Outcome,
  RefusalGround,
  ReplyWay,
  RequestKind,
  RequestState,
  RequestWay,
} from './request.ts'

export type LetterKind =
  | 'receipt'
  | 'identity-question'
  | 'clarification'
  | 'extension'
  | 'reply'
  | 'refusal'
  | 'cannot-identify'
  | 'package-code'

export interface RightsTables {
  'register.rights_request': {
    id: string
    kind: RequestKind
    person_id: string | null
    part_of: string | null
    capacity: 'self' | 'agent' | 'guardian'
    mandate: string | null
    requester_name: string | null
    reply_way: ReplyWay
    reply_to: string | null
    said: string | null
    language: Language
    received_at: Date
    received_via: RequestWay
    entered_by: string
    entered_at: Date
    enquiry_id: string | null
    state: RequestState
    identity: Identity
    identity_method: IdentityMethod | null
    doubt_reason: DoubtReason | null
    profile: string
    due_on: string
    internal_due_on: string
    asked_on: string | null
    paused_days: Generated<number>
    extension_reason: 'complexity' | 'number' | null
    extended_at: Date | null
    outcome: Outcome | null
    refusal_ground: RefusalGround | null
    assigned_to: string | null
    statement_version: number
    acknowledged_at: Date | null
    decided_at: Date | null
    executed_at: Date | null
    replied_at: Date | null
    closed_at: Date | null
    minimised_at: Date | null
    paper_searched_at: Date | null
    redaction_reviewed_at: Date | null
    shown_places: Generated<string[]>
    covered_words: Generated<string[]>
    alarmed: Generated<number>
    revision: Generated<number>
  }
  'register.rights_item': {
    id: string
    request_id: string
    field: string
    claim: string | null
    reason: 'incorrect' | 'unnecessary' | 'incomplete' | 'outdated' | null
    state: 'needs-info' | 'open' | 'done' | 'refused'
    settled_at: Date | null
  }
  'register.rights_event': {
    id: string
    request_id: string
    what: string
    code: string | null
    by: string
    at: Date
    seq: Generated<number>
  }
  'register.rights_letter': {
    id: string
    request_id: string
    kind: LetterKind
    language: Language
    subject: string
    body: string | null
    way: ReplyWay
    state: 'draft' | 'queued' | 'sent' | 'given' | 'failed'
    by: string
    made_at: Date
    sent_at: Date | null
  }
  'register.rights_link': {
    digest: Buffer
    request_id: string
    opens: 'identity' | 'package' | 'code'
    made_at: Date
    expires_at: Date
    used_at: Date | null
  }
}

/** What the rights desk's deeds reach: its own tables and those of the register that its deeds are made of. */
export type RightsReach = RightsTables & RegisterTables & ChoicesTables & RecipientTables
