import type { Language } from '#platform/language'
import type { Disclosure } from '#register'
import type { Policy, TableMap } from '#statement'

/** What is held of a person, in the statement's own words: each declared field with its values and their sources. */
export interface Held {
  field: string
  label: string
  values: string[]
  sources: { label: string; at: Date }[]
}

/** What is kept besides: how many entries of which kind, told in full in the copy that may be asked for. */
export interface Counted {
  label: string
  rows: number
}

interface Reading {
  kept: readonly Disclosure[]
  maps: readonly TableMap[]
  policy: Policy
  language: Language
}

/** The person's own values. Free text and dealings are counted: they may speak of others, and are read before they are copied. */
export function heldOf(reading: Reading): { held: Held[]; counted: Counted[] } {
  const { kept, maps, policy, language } = reading
  const held = new Map<string, Held>()
  const counted = new Map<string, Counted>()
  for (const { table, rows } of kept.flatMap((one) => one.kept)) {
    const carries = Object.entries(maps.find((map) => map.table === table)?.carries ?? {})
    for (const [field, columns] of carries) {
      const label = policy.fields.get(field)?.label[language]
      if (!label || field.startsWith('sys.')) continue
      if (field.startsWith('com.')) {
        const said = rows.filter((row) =>
          columns.some((column) => row[column] !== null && row[column] !== undefined),
        ).length
        if (said > 0) counted.set(field, { label, rows: Math.max(counted.get(field)?.rows ?? 0, said) })
        continue
      }
      const values = rows.map((row) => textIn(row, columns)).filter(Boolean)
      const one = held.get(field) ?? { field, label, values: [], sources: [] }
      one.values = [...new Set([...one.values, ...values])]
      if (one.values.length > 0) held.set(field, one)
    }
  }
  for (const source of sourcesIn(reading)) held.get(source.field)?.sources.push(source)
  return { held: [...held.values()], counted: [...counted.values()] }
}

const notValues = new Set(['kind', 'typed', 'email_kind', 'phone_typed', 'vat_registered', 'said_name', 'said_phone'])

function textIn(row: Record<string, unknown>, columns: readonly string[]): string {
  return columns
    .filter((column) => !notValues.has(column) && !column.startsWith('said_'))
    .map((column) => row[column])
    .filter((value) => ['string', 'number', 'boolean'].includes(typeof value))
    .map(String)
    .join(' ')
}

function sourcesIn({ kept, policy, language }: Reading) {
  const rows = kept
    .flatMap((one) => one.kept)
    .filter(({ table }) => /^register\.(person|organisation)_source$/.test(table))
  const told = rows
    .flatMap((one) => one.rows)
    .map((row) => ({
      field: String(row.field),
      label: policy.sources.get(String(row.source))?.label[language] ?? String(row.source),
      at: new Date(row.obtained_at as string | Date),
    }))
  return [...Map.groupBy(told, ({ field, label }) => `${field} ${label}`).values()].flatMap((same) => same[0] ?? [])
}
