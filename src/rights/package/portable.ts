import type { Language } from '#platform/language'
import type { Published } from '#statement'
import { type Gathered, rowsIn } from './gather.ts'

/** One value that the person provided. */
export interface Provided {
  field: string
  label: string
  value: string
  source: string
  obtainedAt: string
}

// Art. 20(1): only what is processed on consent or on a contract with the person. A contact person of a company is
// processed on a balance of interests, so there the right does not apply, unless they consented to something.
/** Whether the right to portability covers anything of this person. */
export function isPortable({ isRepresentative, kept }: Pick<Gathered, 'isRepresentative' | 'kept'>): boolean {
  return !isRepresentative || rowsIn(kept, 'register.consent').some(({ state }) => state === 'given')
}

/** What the person provided themselves, and nothing that was found elsewhere, derived or observed. */
export function providedBy({ kept }: Pick<Gathered, 'kept'>, { policy }: Published, language: Language): Provided[] {
  const own = rowsIn(kept, 'register.person_source').filter(
    ({ source }) => policy.sources.get(String(source))?.kind === 'data-subject',
  )
  const values = own.flatMap((row) =>
    valuesOf(kept, String(row.field), String(row.value_id)).map((value) => ({
      field: String(row.field),
      label: policy.fields.get(String(row.field))?.label[language] ?? String(row.field),
      value,
      source: policy.sources.get(String(row.source))?.label[language] ?? String(row.source),
      obtainedAt: iso(row.obtained_at),
    })),
  )
  return [...values, ...messagesOf(kept, policy, language)]
}

/** Comma-separated values as spreadsheets read them; what would be a formula there stays text (CWE-1236). */
export function toCsv(values: readonly Provided[]): string {
  const cell = (text: string) =>
    `"${(/^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d ]+$/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
  const rows = values.map(({ field, label, value, source, obtainedAt }) => [field, label, value, source, obtainedAt])
  return `\uFEFF${[['field', 'label', 'value', 'source', 'obtainedAt'], ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function valuesOf(kept: Gathered['kept'], field: string, id: string): string[] {
  const of = (table: string, said: (row: Record<string, unknown>) => unknown) =>
    rowsIn(kept, table)
      .filter((row) => row.id === id)
      .flatMap((row) => {
        const value = String(said(row) ?? '').trim()
        return value === '' ? [] : [value]
      })
  if (field === 'person.name') return of('register.person', (row) => `${row.given_name} ${row.family_name}`)
  if (field === 'person.email') return of('register.person_email', ({ address }) => address)
  if (field === 'person.phone') return of('register.person_phone', ({ number }) => number)
  if (field === 'person.address') return of('register.person_address', addressLine)
  if (field === 'person.jobRole') return of('register.affiliation', (row) => row.job_role)
  return rowsIn(kept, 'declared.person').flatMap((row) =>
    row[field] === undefined || row[field] === null ? [] : [String(row[field])],
  )
}

function addressLine(row: Record<string, unknown>): string {
  const street = [row.street, row.house_number, row.stair, row.flat].filter(Boolean).join(' ')
  return [row.care_of, street || row.po_box, [row.postcode, row.city].filter(Boolean).join(' '), row.country]
    .filter(Boolean)
    .join(', ')
}

function messagesOf(kept: Gathered['kept'], policy: Published['policy'], language: Language): Provided[] {
  return rowsIn(kept, 'register.enquiry').flatMap((row) =>
    row.channel === 'web-form' && row.message
      ? [
          {
            field: 'com.enquiries',
            label: policy.fields.get('com.enquiries')?.label[language] ?? 'com.enquiries',
            value: String(row.message),
            source: policy.sources.get(String(row.source))?.label[language] ?? String(row.source),
            obtainedAt: iso(row.received_at),
          },
        ]
      : [],
  )
}

function iso(at: unknown): string {
  return at instanceof Date ? at.toISOString() : String(at ?? '')
}
