import type { FieldId } from './policy.ts'

/** What a declared field is about: a company, a person, or a deal with either. */
export const subjects = ['organisation', 'person', 'opportunity'] as const
export type Subject = (typeof subjects)[number]
/** What is agreed, or hoped to be agreed, with a company or a person. */
export type DealSubject = Exclude<Subject, 'organisation' | 'person'>

/** How the id of a field begins says what it is about, also when no statement names it any more. */
const beginnings: Readonly<Record<string, Subject>> = {
  org: 'organisation',
  com: 'organisation',
  person: 'person',
  opportunity: 'opportunity',
}

export function subjectOf(field: FieldId): Subject {
  return beginnings[field.split('.')[0] ?? ''] ?? 'organisation'
}

interface Deal {
  table: string
  field: FieldId
  aClass: string
}

/** What the fields that a statement adds to a deal hang on: the table of its rows, the field those carry, and how long they are kept. */
export const deals: Readonly<Record<DealSubject, Deal> & Partial<Record<Subject, Deal>>> = {
  opportunity: { table: 'register.opportunity', field: 'com.quotes', aClass: 'order-contract' },
}

/** The field without which a field of this subject has no row to be said of; null of companies and people. */
export function heldBy(field: FieldId): FieldId | null {
  return deals[subjectOf(field)]?.field ?? null
}
