import type { Language } from '#platform/language'
import type { Channel, Via } from './channel.ts'
import type { ConsentState, Proof } from './consent.ts'
import type { Scope } from './objection.ts'
import type { RestrictionReason } from './restriction.ts'

export interface ChoicesTables {
  'register.consent_wording': {
    hash: string
    purpose: string
    channel: Channel
    language: Language
    text: string
    statement_version: number
    kept_at: Date
    invalidated_at: Date | null
  }
  'register.consent': {
    id: string
    person_id: string
    purpose: string
    channel: Channel
    state: ConsentState
    wording: string
    since: Date
    expires_on: string | null
    via: Via
  }
  'register.consent_event': {
    id: string
    person_id: string
    purpose: string
    channel: Channel
    state: ConsentState
    wording: string
    at: Date
    via: Via
    by: string
    proof: Proof | null
    document: string | null
    own_words: string | null
    shown: string | null
    statement_version: number
  }
  'register.consent_proof': {
    id: string
    subject: Buffer
    purpose: string
    channel: Channel
    events: unknown
    kept_until: string
  }
  'register.objection': {
    id: string
    person_id: string | null
    organisation_id: string | null
    scope: Scope
    channel: Channel | null
    topic: string | null
    at: Date
    via: Via
    by: string
    by_agent: boolean
    recorded_at: Date
    lifted_at: Date | null
    lifted_by: string | null
  }
  'register.restriction': {
    id: string
    person_id: string
    reason: RestrictionReason
    since: Date
    by: string
    lifting_told_at: Date | null
    told_via: string | null
    lifted_at: Date | null
    /** The last day by which somebody looks whether it still stands. */
    review_on: string
    reminded_on: string | null
  }
  'register.topic_preference': {
    person_id: string
    topic: string
    wants: boolean
    at: Date
    via: Via
    by: string
  }
  'register.fact_of_sale': {
    id: string
    person_id: string
    group_company: string
    product_group: string
    sold_at: Date
    email_id: string | null
    told_of_refusal: boolean
    deal: string
    deal_id: string | null
    recorded_at: Date
  }
  'register.own_page_link': {
    email_id: string
    person_id: string
    asked_at: Date
    sent_at: Date | null
  }
  'register.suppression': {
    id: string
    digest: Buffer
    scope: Scope
    channel: Channel | null
    topic: string | null
    at: Date
    via: Via
  }
  'register.tombstone': {
    person_id: string
    erased_at: Date
    statement_version: number
    digests: Buffer[]
  }
}
