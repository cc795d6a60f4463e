import type { Generated } from 'kysely'
import type { Language } from '#platform/language'
import type { EmailKind } from './email-address.ts'
import type { NoticeArticle, NoticeState, NoticeWay } from './notice.ts'
import type { PhoneNumber } from './phone-number.ts'
import type { AddressKind } from './postal-address.ts'
import type { EndReason, RelationshipState } from './relationship.ts'
import type { Occasioned } from './source.ts'

export type OrganisationForm = 'company' | 'association' | 'public-body' | 'sole-trader' | 'other'
export type PersonKind = 'private-customer' | 'sole-trader' | 'representative'
export type EnquiryState = 'new' | 'assigned' | 'answered' | 'closed'
export type Channel = 'web-form' | 'email' | 'phone' | 'meeting' | 'letter' | 'other'

interface Address {
  id: string
  kind: AddressKind
  care_of: string | null
  street: string | null
  house_number: string | null
  stair: string | null
  flat: string | null
  po_box: string | null
  postcode: string
  city: string
  country: string
  added_at: Date
}

interface ValueSource {
  field: string
  value_id: string
  source: string
  note: string | null
  by: string
  recorded_at: Date
  obtained_at: Date
  as_of: string
  verified_at: Date | null
  document_kind: Occasioned['kind'] | null
  document_id: string | null
}

export interface RegisterTables {
  'register.organisation': {
    id: string
    form: OrganisationForm
    person_id: string | null
    name: string
    business_id: string | null
    vat_registered: boolean | null
    phone: string | null
    phone_typed: string | null
    email: string | null
    email_kind: EmailKind | null
    parent_id: Generated<string | null>
    created_at: Date
    changed_at: Date
    closed_at: Date | null
    binned_at: Generated<Date | null>
    binned_by: Generated<string | null>
    revision: Generated<number>
  }
  'register.person': {
    id: string
    kind: PersonKind
    given_name: string
    family_name: string
    created_at: Date
    changed_at: Date
    closed_at: Date | null
    /** Since when they, or the enquiry that brought them, lie in the bin. */
    binned_at: Generated<Date | null>
    /** Who deleted them; nobody, where they went with their enquiry. */
    binned_by: Generated<string | null>
    revision: Generated<number>
  }
  'register.person_email': {
    id: string
    person_id: string
    address: string
    kind: EmailKind
    is_primary: boolean
    /** False: whoever accepted a quote on its page typed it, and nobody who knows has said whose it is. */
    is_proven: Generated<boolean>
    /** Its reader pressed the button in the confirmation: it gets the papers of the orders in `given_with`. Whose it is that does not say. */
    has_answered: Generated<boolean>
    /** The orders that it was typed with, on the page of their quote. */
    given_with: Generated<string[]>
    added_at: Date
  }
  'register.person_phone': {
    id: string
    person_id: string
    number: string
    typed: string
    kind: PhoneNumber['kind']
    is_primary: boolean
    added_at: Date
  }
  'register.organisation_address': Address & { organisation_id: string }
  'register.person_address': Address & { person_id: string }
  'register.affiliation': {
    id: string
    person_id: string
    organisation_id: string
    job_role: string | null
    since: string
    left_on: string | null
  }
  'register.relationship': {
    id: string
    organisation_id: string | null
    person_id: string | null
    group_company: string
    state: RelationshipState
    owner: string | null
    team: string | null
    payment_terms: string | null
    started_at: Date
    last_activity_at: Date
    ended_at: Date | null
    end_reason: EndReason | null
    closed_at: Date | null
    revision: Generated<number>
    /** A trigger keeps them: to which stage it moved, when and by whom. */
    moves: Generated<{ at: string; to: RelationshipState; reason: EndReason | null; by: string | null }[]>
  }
  'register.organisation_source': ValueSource & { organisation_id: string }
  'register.person_source': ValueSource & { person_id: string }
  'register.enquiry': {
    id: string
    person_id: string | null
    organisation_id: string | null
    channel: Channel
    state: EnquiryState
    message: string | null
    said_name: string | null
    said_phone: string | null
    group_company: string
    language: Language
    source: string
    source_note: string | null
    statement_version: number
    entered_by: string
    assigned_to: string | null
    received_at: Date
    answered_at: Date | null
    closed_at: Date | null
    binned_at: Generated<Date | null>
    binned_by: Generated<string | null>
    /** Its person went into the bin with it. */
    took_person: Generated<boolean>
    revision: Generated<number>
  }
  'register.notice': {
    id: string
    person_id: string
    article: NoticeArticle
    /** Uses that wait until the person is told, such as `channel:sms`. */
    holds: Generated<string[]>
    state: NoticeState
    source: string
    obtained_at: Date
    target_on: string | null
    due_on: string | null
    statement_version: number
    exempt_reason: string | null
    settled_at: Date | null
    /** The day from which it goes out, where so many are told a day; null where the deadline alone decides. */
    plan_on: Generated<string | null>
  }
  'register.notice_delivery': {
    id: string
    notice_id: string
    person_id: string
    way: NoticeWay
    outcome: 'waiting' | 'sent' | 'delivered' | 'failed'
    language: Language
    statement_version: number
    by: string
    at: Date
  }
  'register.contact_of_register': {
    id: Generated<boolean>
    handler: string
    deputy: string | null
    cover: string | null
    cover_from: string | null
    cover_until: string | null
    changed_at: Date
    revision: Generated<number>
  }
}
