import type { Occasion } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type ImportKind, type InForce, provenanceOf } from '#register'
import type { ImportSettings } from '../settings.ts'
import { refuseColumns } from './record-cells.ts'

/** Refuses settings that this kind, duty or file does not allow, before a line is read. */
export function refuseRecordSettings(
  kind: ImportKind,
  wanted: InForce,
  occasion: Occasion,
  { settings, width }: { settings: ImportSettings; width: number },
) {
  kind.refuseUnlessBrings(wanted, occasion)
  refuseColumns(kind, settings.columns, width)
  if (Object.keys(settings.overwrite).some((what) => what !== 'record'))
    throw new Refusal('INVALID_REQUEST', 422, { field: 'overwrite' })
  if (kind.needsSource) provenanceOf(wanted.policy, settings, occasion)
}
