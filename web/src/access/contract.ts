import type { Labelled, Language, Words } from '../contract.ts'

export interface Me {
  staff: { id: string; name: string; email: string; language: Language }
  duties: Labelled[]
  duty: string | null
  /** Declared fields that a duty of theirs reads. */
  reads: string[]
  writes: string[]
  needs: string[]
  register: { name: Words | null }
  statement: { version: number; hash: string } | null
  readOnly: boolean
  alarm: { code: 'STATEMENT_TAMPERED'; versions: number[] } | { code: 'COLUMN_NOT_DECLARED'; columns: string[] } | null
}

export interface Colleague {
  id: string
  name: string
  groupCompany: string | null
  team: string | null
}

export interface StaffMember {
  id: string
  name: string
  email: string
  state: 'invited' | 'open' | 'closed'
  groupCompany: string | null
  team: string | null
  duties: { duty: string; grantedAt: string; until: string | null; reason: string }[]
  undertaking: { signedOn: string; documentRef: string } | null
  needsInstruction: boolean
}

/** How much somebody has under way, by kind; `taken` is how much of it the colleague chosen could take over. */
export interface OpenWork {
  items: { kind: string; many: number; taken: number | null }[]
  handedOver: {
    id: string
    at: string
    toName: string | null
    byName: string | null
    counts: Record<string, number>
    undoneAt: string | null
    mayUndo: boolean
  }[]
}

export interface Session {
  id: string
  device: string
  proof: string
  openedAt: string
  seenAt: string
  isThis: boolean
}

/** A key of one's own for a program, without its secret. */
export interface Token {
  id: string
  label: string
  duty: string
  madeAt: string
  expiresAt: string
  usedAt: string | null
}

export interface MadeToken {
  id: string
  secret: string
  expiresAt: string
}

export interface Instruction {
  version: number
  text: Words
  madeAt: string
  acknowledgedAt: string | null
}

export interface Matrix {
  duties: (Labelled & { reach: string; purposes: string[] })[]
  fields: (Labelled & { clause: string; personal: boolean | string })[]
  cells: Record<string, Record<string, { read: boolean; write: boolean }>>
}

/** S10.3: who holds which duty, and until when that is known to be right. */
export interface ReviewOfAccess {
  items: {
    id: string
    name: string
    duties: { id: string; duty: string; grantedAt: string; confirmedAt: string | null }[]
  }[]
  last: { at: string; by: string | null } | null
  dueOn: string | null
}
