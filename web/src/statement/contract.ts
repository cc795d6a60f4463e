import type { Labelled, Language, Verdict, Words } from '../contract.ts'

/** The parts of a statement that the desk shows in short; the public page shows it whole. */
export interface StatementFile {
  metadata?: { title?: Words; version?: number; updatedOn?: string; effectiveFrom?: string }
  register?: { name?: Words }
  controller?: { legalName?: string; businessId?: string }
  group?: { name?: string; members?: { id: string; name: string }[] }
  purposes?: (Labelled & { saidIn?: string | string[] })[]
  dataCategories?: (Labelled & { saidIn?: string | string[] })[]
  systemData?: Labelled[]
  sources?: { id: string; label?: Words; saidIn?: string | string[] }[]
  duties?: Labelled[]
  recipients?: { id?: string; label?: Words; name?: Words; saidIn?: string | string[] }[]
  retention?: { rules?: { class?: string; label?: Words; period?: string; saidIn?: string | string[] }[] }
}

export interface Version {
  version: number
  hash: string
  publishedAt: string
  effectiveFrom?: string
  supersedes?: number | null
  changeClass?: string
}

export type InForce = Version & { statement: StatementFile }

export interface Change {
  kind: 'added' | 'removed' | 'changed'
  path: string
  clause: string
  effect: string
  said: Words
  code?: string
}

export interface Difference {
  from: Version
  to: Version
  changes: Change[]
}

export interface Draft {
  id: string
  revision: number
  source: string
  /** The old prose it was read from, where there was one. */
  origin: string | null
  changedAt: string
  changedBy: string
}

/** A draft that was thrown away, and how long it comes back. */
export interface BinnedDraft extends Pick<Draft, 'id' | 'origin' | 'changedAt' | 'changedBy'> {
  binnedAt: string
  binnedBy: string
  daysLeft: number
}

/** A draft that is open: its text and the findings of that very text are one answer. */
export interface OpenDraft extends Draft {
  findings: Findings
  /** The state before, where this one cannot be read. */
  lastRead?: OpenDraft
}

/** Where in the old prose a value was read. */
export interface Span {
  sentence: string
  start: number
  end: number
}

export type Level = 'error' | 'warning' | 'note'

export interface Finding {
  code: string
  clause: string
  level: Level
  path?: string
  line: number | null
  reason: Words
  mend: Words
  mendable?: boolean
  leavable?: boolean
  article?: string
}

export interface ReadingProblem {
  code: string
  line: number
  column: number
  said: Words
  suggestion?: string
}

export interface Findings {
  problems: ReadingProblem[]
  errors: Finding[]
  warnings: Finding[]
  notes: Finding[]
  missing: Finding[]
}

/** What a field that is added may be said of and by whom; a duty's purposes are what it is used for. */
export interface FieldForm {
  languages: Language[]
  subjects: { id: string; beginning: string; duties: string[] }[]
  duties: (Labelled & { purposes: { label: Words; basis: Words[] }[] })[]
}

export type Named = Partial<Record<Language, string>>

export interface FieldWish {
  subject: string
  type: string
  label: Named
  choices: Named[]
  required: boolean
  fromStage: string
  duties: { id: string; writes: boolean }[]
}

export interface Plan {
  version: number
  hash: string
  changeClass: string
  changes: Change[]
  effects: { kind: string; field: string | null; count: number; said: Words }[]
  sql: string[]
  approvals: { needed: number; given: { by: string; approvedAt: string }[] }
  ready: Verdict
  findings?: Finding[]
  missing?: Finding[]
}

export interface Question {
  id: string
  label: Words
  hint?: Words
  maySkip: boolean
  /** Asked only of those who answered this one. */
  onlyWith?: string
}

export type Beginning =
  | { from: 'active' }
  | { from: 'template'; facts: Record<string, string> }
  | { from: 'prose'; prose: string; language?: Language }
  | { from: 'file'; source: string }
