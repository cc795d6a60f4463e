import type { Language, Said } from '#platform/language'
import { inForce } from '#register'
import { dayOfNotice, dayOfValues, fieldOf } from './column.ts'
import { headOfImport } from './import-head.ts'
import { signatureOf, targetsFor } from './import-targets.ts'
import { ownRun } from './imports.view.ts'
import { keptMapping } from './mappings.view.ts'
import { partNames } from './part-names.ts'
import { proposedColumns } from './proposed-columns.ts'
import type { OneImport } from './reach.ts'
import { kindFor } from './records/import-kinds.ts'
import { proposedFor } from './records/record-cells.ts'

/** The columns of a kept file with their first rows, what each probably fills, and all that they may fill. */
export async function columnsSaid(one: OneImport, language: Language) {
  const { running, occasion, id } = one
  const run = await ownRun(running, occasion, id)
  const { header, sample } = await headOfImport(running, run)
  const kept = await keptMapping(one, signatureOf(header), run.holds)
  const kind = kindFor(one, run.holds)
  const file = { id, kind: run.kind, holds: run.holds, encoding: run.encoding, header, sample: sample.slice(0, 5) }
  const known = (targets: readonly string[]) =>
    kept?.columns.map((target) => (target && targets.includes(target) ? target : null))
  if (kind) {
    const targets = kind.columns.map((column) => ({ id: column.id, label: column.label[language] }))
    const columns = known(targets.map((target) => target.id)) ?? proposedFor(kind, header)
    const needed = kind.columns.filter(({ isNeeded }) => isNeeded).map((column) => column.id)
    return {
      ...{ ...file, columns, isKnown: kept !== null, kept, targets, needed },
      ...{ keys: [], needsSource: kind.needsSource },
    }
  }
  const wanted = inForce(running)
  const { fields, targets } = targetsFor(wanted, occasion)
  const labels = new Map(fields.map(({ id: field, label }) => [field, label]))
  return {
    ...file,
    columns: known(targets) ?? proposedColumns(header, targets, fields, sample),
    isKnown: kept !== null,
    kept,
    targets: targets.map((target) => ({ id: target, label: labelOf(target, labels.get(fieldOf(target)), language) })),
    needed: [],
    keys: wanted.added
      .filter(({ type }) => type === 'text' || type === 'number')
      .map(({ id: field, subject, label }) => ({ id: field, subject, label: label[language] })),
    needsSource: true,
  }
}

function labelOf(target: string, label: Said | undefined, language: Language): string {
  const isDay = target === dayOfValues || target === dayOfNotice
  const part = isDay ? target : target.split('/')[1]
  const named = part ? partNames[part]?.[language] : undefined
  if (isDay) return named ?? target
  return [label?.[language] ?? target, named].filter(Boolean).join(': ')
}
