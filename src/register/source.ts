import type { Occasion } from '#ledger'
import { type Day, dayInHelsinki } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import type { Policy, Source } from '#statement'
import { holdsPersonalIdentityCode } from './personal-identity-code.ts'

/** What is said of where values come from. */
export interface SaidSource {
  source?: string
  sourceNote?: string
  /** The day the values are true of; today where nothing is said. */
  asOf?: string
  /** When they were obtained: only our own earlier register may say an earlier instant. */
  obtainedAt?: string
  /** True where the person or a record confirmed them now. */
  verified?: boolean
  /** The document with which they came (S6.2–S6.4). */
  document?: Occasioned
}

/** A document of dealings, by its opaque id. */
export interface Occasioned {
  kind: 'enquiry' | 'quote-request' | 'quote' | 'order' | 'contract' | 'invoice'
  id: string
}

/** Where a value comes from, checked against the statement. */
export interface Provenance {
  source: Source
  note: string | null
  asOf: Day
  obtainedAt: Date
  verifiedAt: Date | null
  document?: Occasioned | null
}

/** S6.1: no value without a declared source. */
export function provenanceOf(policy: Policy, said: SaidSource, { at }: Pick<Occasion, 'at'>): Provenance {
  if (!said.source) throw new Refusal('SOURCE_MISSING', 422, { clause: 'S6.1', field: 'source' })
  const source = policy.sources.get(said.source)
  if (!source) throw new Refusal('SOURCE_NOT_DECLARED', 422, { clause: 'S6.1', source: plainId(said.source) })

  const note = said.sourceNote?.trim() || null
  if (source.noteRequired && !note)
    throw new Refusal('SOURCE_NOTE_MISSING', 422, { clause: source.clause, field: 'sourceNote' })
  if (note && note.length > 1000) throw new Refusal('TEXT_TOO_LONG', 422, { field: 'sourceNote', limit: 1000 })
  if (note && holdsPersonalIdentityCode(note))
    throw new Refusal('PERSONAL_IDENTITY_CODE', 422, { clause: 'S5.15', field: 'sourceNote' })

  const today = dayInHelsinki(at)
  const asOf = said.asOf ?? today
  if (!isDay(asOf) || asOf > today) throw new Refusal('VALUE_NOT_VALID', 422, { field: 'asOf' })
  const verifiedAt = said.verified ? at : null
  return { source, note, asOf, obtainedAt: obtainedAt(source, said, at), verifiedAt, document: said.document ?? null }
}

/** S6.9: a source may be declared for certain fields only. */
export function refuseOtherFields({ source }: Provenance, fields: readonly string[]) {
  const other = source.fields ? fields.find((field) => !source.fields?.includes(field)) : undefined
  if (other) throw new Refusal('SOURCE_NOT_FOR_FIELD', 422, { clause: source.clause, field: other, source: source.id })
}

// "Our own earlier register" keeps its own dates: the value was not obtained on the day it was moved.
function obtainedAt(source: Source, said: SaidSource, at: Date): Date {
  if (source.kind !== 'own-register') return at
  const instant = said.obtainedAt
    ? new Date(said.obtainedAt)
    : said.asOf
      ? new Date(`${said.asOf}T12:00:00+02:00`)
      : null
  if (!instant) throw new Refusal('ORIGINAL_DATE_MISSING', 422, { clause: source.clause, field: 'asOf' })
  if (Number.isNaN(instant.getTime()) || instant > at)
    throw new Refusal('VALUE_NOT_VALID', 422, { field: 'obtainedAt' })
  return instant
}

export function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
    new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
  )
}

/** An id that somebody typed, only if it looks like one: a refusal never repeats a value. */
export function plainId(typed: string): string {
  return /^[A-Za-z][\w.-]{0,60}$/.test(typed) ? typed : '–'
}
