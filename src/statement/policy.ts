import type { Reach } from '#ledger'
import type { Said } from '#platform/language'
import type { Subject } from './subject.ts'

export type FieldId = string
export type Deed = 'read' | 'write'
export type FieldType = 'text' | 'long-text' | 'number' | 'date' | 'boolean' | 'choice'

/** A field that the statement declares. */
export interface Field {
  id: FieldId
  clause: string
  label: Said
  subject: Subject
  /** Known for a field that the statement added: it is a column of schema `declared`. */
  type: FieldType | null
  choices: { id: string; label: Said }[]
  personal: boolean | 'when-sole-trader' | 'mixed'
  required: boolean
  /** From which stage of the relationship it may be collected (S5.8); null where from the first. */
  fromStage: 'prospect' | 'customer' | 'after-sales' | null
}

export interface Duty {
  id: string
  label: Said
  purposes: readonly string[]
  reach: Reach
  /** Whether lists about people may be taken out as files. */
  exports: boolean
  reads: ReadonlySet<FieldId>
  writes: ReadonlySet<FieldId>
}

export interface Purpose {
  id: string
  label: Said
  clause: string
  messageClass: 'service' | 'marketing' | null
  channels: readonly string[]
  topics: readonly { id: string; label: Said }[]
}

export interface Source {
  id: string
  label: Said
  clause: string
  kind: 'data-subject' | 'third-party' | 'public-register' | 'own-register'
  notice: 'art13' | 'art14' | null
  noteRequired: boolean
  saleContext: boolean
  marketing: boolean
  fields: readonly FieldId[] | null
  requiredFields: readonly FieldId[]
}

/** What a published statement allows. Whatever is not in it, the register refuses. */
export interface Policy {
  version: number
  hash: string
  fields: ReadonlyMap<FieldId, Field>
  duties: ReadonlyMap<string, Duty>
  purposes: ReadonlyMap<string, Purpose>
  sources: ReadonlyMap<string, Source>
  groupCompanies: readonly { id: string; name: string }[]
}

export type Verdict = { allowed: true } | { allowed: false; code: RefusalCode; clause: string }
export type RefusalCode =
  | 'FIELD_NOT_DECLARED'
  | 'PURPOSE_NOT_DECLARED'
  | 'DUTY_NOT_DECLARED'
  | 'PURPOSE_NOT_OF_DUTY'
  | 'FIELD_NOT_OF_DUTY'

/** May this duty do this to this field for this purpose? The database answers the same, by its grants. */
export function may(policy: Policy, dutyId: string, purpose: string, field: FieldId, deed: Deed): Verdict {
  const duty = policy.duties.get(dutyId)
  const declared = policy.fields.get(field)

  if (!duty) return no('DUTY_NOT_DECLARED', 'S10.3')
  if (!policy.purposes.has(purpose)) return no('PURPOSE_NOT_DECLARED', 'S4.1')
  if (!duty.purposes.includes(purpose)) return no('PURPOSE_NOT_OF_DUTY', 'S4.1')
  if (!declared) return no('FIELD_NOT_DECLARED', 'S5.1')
  return (deed === 'read' ? duty.reads : duty.writes).has(field)
    ? { allowed: true }
    : no('FIELD_NOT_OF_DUTY', declared.clause)
}

function no(code: RefusalCode, clause: string): Verdict {
  return { allowed: false, code, clause }
}
