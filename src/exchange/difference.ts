import type { Values } from '#register'
import { type ImportSettings, overwriteOf } from './settings.ts'

/** What is held of somebody now, of the fields that a file speaks of. */
export type Held = Partial<Omit<Values, 'added'>> & { added: Record<string, unknown> }

/**
 * What of a line's values changes what is held: field → the whole new value, as a correction takes it.
 * Addresses, numbers and places of a person are added to, never taken away: an objection may hang on an old one.
 */
export function differenceOf(
  said: Values,
  held: Held,
  settings: Pick<ImportSettings, 'overwrite'>,
): Record<string, unknown> {
  const { added, ...plain } = said
  const pairs = [
    ...Object.entries(plain).map(([field, value]) => [field, value, (held as Record<string, unknown>)[field]] as const),
    ...Object.entries(added).map(([field, value]) => [field, value, held.added[field]] as const),
  ]
  const changes: Record<string, unknown> = {}
  for (const [field, value, now] of pairs) {
    const how = overwriteOf(settings, field)
    if (value === null || value === undefined || how === 'never') continue
    const next = Array.isArray(value)
      ? listed(field, value, (now as unknown[] | undefined) ?? [], how)
      : single(value, now, how)
    if (next !== undefined) changes[field] = next
  }
  return changes
}

function single(value: unknown, now: unknown, how: 'if-empty' | 'always'): unknown {
  if (isNothing(now)) return value
  return how === 'always' && textOf(value) !== textOf(now) ? value : undefined
}

function listed(field: string, value: readonly unknown[], now: readonly unknown[], how: 'if-empty' | 'always') {
  if (how === 'if-empty' && now.length > 0) return undefined
  const known = new Set(now.map((one) => keyOf(field, one)))
  const fresh = value.filter((one) => !known.has(keyOf(field, one)))
  if (fresh.length === 0) return undefined
  return [
    ...now,
    ...fresh.map((one) => ({ ...(one as object), ...(now.length > 0 && isOfMain(field) ? { primary: false } : {}) })),
  ]
}

const isOfMain = (field: string) => field === 'person.email' || field === 'person.phone'

function keyOf(field: string, value: unknown): string {
  const one = value as Record<string, unknown>
  if (field === 'person.email') return String(one.address)
  if (field === 'person.phone') return String(one.number)
  return ['street', 'houseNumber', 'stair', 'flat', 'poBox', 'postcode']
    .map((part) => String(one[part] ?? '').toLowerCase())
    .join('|')
}

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  if (typeof value !== 'object') return false
  return 'given' in value && Object.values(value).every((part) => part === '')
}

/** What tells one value from another: how it was typed is not part of it. */
function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  const parts = Object.entries(value).filter(([name]) => !['typed', 'kind', 'primary'].includes(name))
  return JSON.stringify(parts.sort(([one], [other]) => (one < other ? -1 : 1)))
}
