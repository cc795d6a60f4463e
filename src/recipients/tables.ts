import type { Generated } from 'kysely'

export interface RecipientTables {
  'register.transfer_stop': {
    id: Generated<string>
    kind: 'tool' | 'processor'
    subject: string
    reason: string
    stopped_by: string
    stopped_at: Date
    lifted_by: string | null
    lifted_at: Date | null
  }
  'register.disclosure': {
    id: string
    at: Date
    by: string
    kind: 'recipient' | 'processor' | 'group-company' | 'authority'
    receiver: string
    receiver_name: string | null
    people: string[]
    fields: string[]
    purpose: string
    ground: string
    transfer_tool: string | null
    way: Generated<'sent' | 'looked-at'>
    statement_version: number
    silent_until: string | null
  }
  'register.recipient_notice': {
    id: string
    person_id: string
    kind: ToldOf
    receiver_kind: 'recipient' | 'processor' | 'group-company' | 'authority'
    receiver: string
    receiver_name: string | null
    about: string | null
    state: 'waiting' | 'sent' | 'confirmed' | 'refused'
    way: 'mail' | 'told' | null
    made_at: Date
    sent_at: Date | null
    sent_by: string | null
    times_sent: Generated<number>
    settled_at: Date | null
    settled_by: string | null
    note: string | null
    revision: Generated<number>
  }
  'register.paper_item': {
    id: string
    what: string
    location: string
    people: string[]
    group_company: string | null
    made_at: Date
    made_by: string
    reason: string
    destroy_by: string
    destroyed_at: Date | null
    destroyed_by: string | null
    method: DestructionMethod | null
    witness: string | null
    certificate: string | null
    revision: Generated<number>
  }
}

/** What a recipient is told of (Art. 19). */
export type ToldOf = 'erasure' | 'rectification' | 'restriction' | 'objection'
export type DestructionMethod = 'shredded' | 'incinerated' | 'provider' | 'returned'
