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
  return Object.fromEntries(
    rows.map(({ field, valueId, ...told }) => [
      valueId === subjectId ? field : `${field}:${valueId}`,
      { ...told, label: policy.sources.get(told.source)?.label[language] ?? told.source },
    ]),
  )
}
