import type { Generated, JSONColumnType } from 'kysely'
import type { Language } from '#platform/language'
import type { Audience } from './audience.ts'
import type { CampaignState } from './campaign.ts'
import type { Content } from './content.ts'
import type { LetterTables } from './letters/tables.ts'
import type { RecipientState } from './recipient.ts'

export interface MarketingTables extends LetterTables {
  'register.segment': {
    id: string
    name: string
    audience: JSONColumnType<Audience>
    created_by: string
    created_at: Date
    changed_at: Date
    revision: Generated<number>
  }
  'register.campaign': {
    id: string
    name: string
    channel: string
    topics: string[]
    group_company: string
    job_roles: string[]
    product_groups: string[]
    audience: JSONColumnType<Audience>
    content: JSONColumnType<Content>
    state: CampaignState
    statement_version: number
    created_by: string
    created_at: Date
    changed_at: Date
    tested_at: Date | null
    queued_at: Date | null
    ended_at: Date | null
    revision: Generated<number>
  }
  'register.campaign_recipient': {
    id: string
    campaign_id: string
    person_id: string | null
    channel: string
    language: Language
    state: RecipientState
    code: string | null
    clause: string | null
    ground: string | null
    attempts: Generated<number>
    not_before: Date | null
    queued_at: Date
    fenced_at: Date | null
    settled_at: Date | null
  }
  'register.undeliverable': {
    id: string
    person_id: string
    channel: string
    value_id: string
    reason: 'refused-by-server' | 'moved' | 'unknown-at-address' | 'deceased'
    reply_code: string | null
    noted_at: Date
    noted_by: string
    settled_at: Date | null
    settled_how: 'corrected' | 'removed' | 'still-right' | null
  }
}
