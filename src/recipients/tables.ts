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
  }
}
