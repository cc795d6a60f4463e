import { createHash } from 'node:crypto'
import type { Occasion } from '#ledger'
import { Refusal } from '#platform/refusal'
import { fieldsAbout, type InForce, provenanceOf } from '#register'
import { type Field, may } from '#statement'
import { dayOfValues, fieldOf, isOfSeveral, type Target, targetsOf } from './column.ts'
import type { ImportSettings } from './settings.ts'

type Who = Pick<Occasion, 'duty' | 'purpose'>

/** What this duty may fill from a file. Refuses whoever may not add people and companies. */
export function targetsFor(wanted: InForce, { duty, purpose }: Who) {
  const fields = [...fieldsAbout(wanted, 'organisation'), ...fieldsAbout(wanted, 'person')]
  const writable = fields.filter(({ id }) => may(wanted.policy, duty, purpose, id, 'write').allowed)
  const needed = ['person.name', 'org.name'].find((id) => !writable.some((field) => field.id === id))
  if (needed) throw new Refusal('NOTHING_TO_IMPORT', 403, { clause: 'S10.3', duty })
  return { fields: writable, targets: targetsOf(writable) }
}

/** The fields that the statement added, by id. */
export function addedFields({ added }: InForce): ReadonlyMap<string, Field> {
  return new Map(added.map((field) => [field.id, field]))
}

/** By what a file is recognised when it comes again: a digest of its header, in any letter case. */
export function signatureOf(header: readonly string[]): Buffer {
  const plain = header.map((title) => title.trim().toLowerCase())
  return createHash('sha256').update(JSON.stringify(plain)).digest()
}

/** Refuses settings that this statement, duty or file does not allow, before a line is read. */
export function refuseSettings(wanted: InForce, occasion: Occasion, settings: ImportSettings, width: number) {
  const { columns } = settings
  const { targets, fields } = targetsFor(wanted, occasion)
  const said = columns.filter((one): one is Target => one !== null)
  const other = said.find((target) => !targets.includes(target))
  if (other !== undefined) {
    const verdict = may(wanted.policy, occasion.duty, occasion.purpose, fieldOf(other), 'write')
    throw verdict.allowed
      ? new Refusal('FIELD_NOT_DECLARED', 422, { clause: 'S5.1' })
      : new Refusal(verdict.code, 422, { clause: verdict.clause, duty: occasion.duty, purpose: occasion.purpose })
  }
  if (columns.length > width) throw new Refusal('INVALID_REQUEST', 422, { field: 'columns' })
  const twice = said.find((target, at) => said.indexOf(target) !== at && !isOfSeveral(target))
  if (twice) throw new Refusal('COLUMN_TWICE', 422, { field: fieldOf(twice) })
  const named = said.map(fieldOf)
  if (!named.some((field) => ['person.name', 'org.name'].includes(field)))
    throw new Refusal('COLUMN_OF_NAME_MISSING', 422, { field: 'org.name' })
  refuseKey(settings.personKey, 'person.email', named, wanted)
  refuseKey(settings.companyKey, 'org.businessId', named, wanted)
  const unknown = Object.keys(settings.overwrite).find((field) => !fields.some(({ id }) => id === field))
  if (unknown) throw new Refusal('FIELD_NOT_DECLARED', 422, { clause: 'S5.1' })
  // Our own earlier register keeps its own days: each line says its own, so the file as a whole is asked only for the column.
  const asOf = settings.asOf ?? (said.includes(dayOfValues) ? '2000-01-01' : undefined)
  provenanceOf(wanted.policy, { ...settings, asOf }, occasion)
}

/** A key of one's own is a field that the statement added and a column that the file has. */
function refuseKey(key: string, usual: string, named: readonly string[], { added }: InForce) {
  if (key === usual || key === 'org.name') return
  if (!added.some(({ id, type }) => id === key && (type === 'text' || type === 'number')) || !named.includes(key))
    throw new Refusal('KEY_NOT_IN_FILE', 422, { field: 'key', clause: 'S5.1' })
}
