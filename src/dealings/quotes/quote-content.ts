import { createHash } from 'node:crypto'
import { canonicalJson } from '#platform/canonical-json'
import type { Day } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import type { Line, Totals } from '../lines.ts'

/** Exactly what the customer reads, and what their acceptance is of. */
export interface QuoteContent {
  number: string
  version: number
  groupCompany: string
  language: Language
  sentOn: Day
  validUntil: Day
  buyer: { name: string; businessId: string | null }
  title: string | null
  opening: string | null
  terms: string | null
  paymentDays: number
  lines: Line[]
  totals: Totals
}

/** The hash of a version: SHA-256 over its canonical JSON (RFC 8785), in hexadecimal. */
export function hashOfContent(content: QuoteContent): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}
