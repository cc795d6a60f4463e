import type { Language } from '#platform/language'
import type { InForce } from './in-force.ts'
import type { Occasioned } from './source.ts'

export interface SourceRow {
  field: string
  valueId: string
  source: string
  note: string | null
  by: string
  byName: string | null
  at: string
  recordedAt: string
  asOf: string
  verifiedAt: string | null
  /** The document with which the value came. */
  document: Occasioned | null
}

/** Sources by field; by `field:valueId` where a field has several values. */
export function sourcesSaid(rows: readonly SourceRow[], subjectId: string, { policy }: InForce, language: Language) {
  const said: Record<string, Omit<SourceRow, 'field' | 'valueId'> & { label: string }> = {}
  for (const { field, valueId, source, note, by, byName, at, recordedAt, asOf, verifiedAt, document } of rows) {
    const label = policy.sources.get(source)?.label[language] ?? source
    const told = { source, note, by, byName, at, recordedAt, asOf, verifiedAt, document, label }
    said[valueId === subjectId ? field : `${field}:${valueId}`] = told
  }
  return said
}
