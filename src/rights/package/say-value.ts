import { dayInHelsinki } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import type { Published } from '#statement'
import { codeWords } from './code.words.ts'
import { columnWords } from './column.words.ts'
import { lineWords } from './deal.words.ts'
import type { PackageWish } from './package.ts'
import { packageWords } from './package.words.ts'
import { covered, namedWords, type Stretch } from './third-persons.ts'

/** What a text says once others are covered. */
export function uncoveredOnly(
  { gathered, shown, coveredWords, language }: Pick<PackageWish, 'gathered' | 'shown' | 'coveredWords' | 'language'>,
  place: string,
  text: string,
): string {
  const strangers = (gathered.strangers.get(place) ?? []).filter((_, at) => !shown.includes(`${place}#${at}`))
  const all: Stretch[] = [...strangers, ...namedWords(text, coveredWords)]
  return all.length === 0 ? text : covered(text, all, packageWords[language].covered)
}

export function columnLabel({ maps, published, language }: PackageWish, table: string, column: string): string {
  if (table.startsWith('declared.')) return published.policy.fields.get(column)?.label[language] ?? column
  const own = columnWords[column]?.[language]
  if (own) return own
  const carries = maps.find((map) => map.table === table)?.carries ?? {}
  const field = Object.entries(carries).find(([, columns]) => columns.length === 1 && columns[0] === column)?.[0]
  return published.policy.fields.get(field ?? '')?.label[language] ?? column.replaceAll('_', ' ')
}

export function valueWords({ published: { policy }, language }: PackageWish, value: unknown, column = ''): string {
  if (value instanceof Date) return momentWords(value, language)
  if (Buffer.isBuffer(value)) return value.toString('hex')
  if (Array.isArray(value)) {
    const lines = value.map((one) => lineWords(one, language))
    return lines.includes(null) ? value.map((one) => String(one)).join(', ') : lines.join('; ')
  }
  if (typeof value === 'object' && value !== null) return JSON.stringify(value)
  const said = String(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(said)) return dayWords(new Date(`${said}T12:00:00Z`), language)
  if (column === 'source') return policy.sources.get(said)?.label[language] ?? said
  if (column === 'purpose') return policy.purposes.get(said)?.label[language] ?? said
  if (column === 'field') return policy.fields.get(said)?.label[language] ?? said
  if (column === 'group_company') return policy.groupCompanies.find(({ id }) => id === said)?.name ?? said
  const chosen = policy.fields.get(column)?.choices.find(({ id }) => id === said)
  return chosen?.label[language] ?? codeWords[said]?.[language] ?? said
}

/** The name of whoever the data went to, as the statement has it. */
export function receiverName(
  { statement, policy }: Published,
  row: Record<string, unknown>,
  language: Language,
): string {
  const id = String(row.receiver)
  const recipient = statement.recipients?.find((one) => one.id === id)
  const name =
    statement.processors?.find((one) => one.id === id)?.provider ??
    policy.groupCompanies.find((one) => one.id === id)?.name ??
    recipient?.label?.[language] ??
    recipient?.label?.fi ??
    id
  return row.receiver_name && row.receiver_name !== name ? `${row.receiver_name} (${name})` : name
}

const locales = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const

export function dayWords(at: Date, language: Language): string {
  const day = new Date(`${dayInHelsinki(at)}T12:00:00Z`)
  return new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', dateStyle: 'long' }).format(day)
}

export function momentWords(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    timeZone: 'Europe/Helsinki',
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(at)
}
