import { addressKey, type ChoicesKey } from '#choices'
import type { Occasion } from '#ledger'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import {
  checkedValues,
  fieldsAbout,
  type InForce,
  normaliseEmail,
  provenanceOf,
  refuseIdentityCodes,
  refuseOtherFields,
  type Values,
} from '#register'
import type { Field } from '#statement'
import type { RowRead } from './files/row-read.ts'
import { saidRow } from './row.ts'
import type { ImportSettings } from './settings.ts'

/** What a line says, as it waits to be taken into the register. */
export interface SaidLine {
  person?: Values
  company?: Values
  asOf: string
  obtainedAt: string
  noticedOn?: string
}

/** A line as it is kept while the import lasts; the names are the table's. */
export interface CheckedLine {
  line: number
  state: 'waiting' | 'refused'
  code?: string
  field?: string | undefined
  clause?: string | undefined
  cells?: string[]
  new_person?: string
  new_organisation?: string
  email?: string | undefined
  business_id?: string | undefined
  name?: string | undefined
  person_key?: string | undefined
  organisation_key?: string | undefined
  /** Keyed digests of every address by which somebody erased or suppressed may be known. */
  digests: string[]
  person_lacks?: string | undefined
  organisation_lacks?: string | undefined
  said?: SaidLine
}

export interface Checking {
  wanted: InForce
  occasion: Occasion
  settings: ImportSettings
  key: ChoicesKey
  added: ReadonlyMap<string, Field>
}

/** Reads what a row says and checks it as a form is checked. A row at fault is told apart with its reason, and keeps its own cells. */
export async function checkedLine(checking: Checking, { line, cells, wrong }: RowRead): Promise<CheckedLine> {
  try {
    if (wrong) throw new Refusal(wrong, 422)
    return await readLine(checking, line, cells)
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    const { field, clause } = fault.detail
    return { line, state: 'refused', code: fault.code, field, clause, cells, digests: [] }
  }
}

async function readLine(checking: Checking, line: number, cells: readonly string[]): Promise<CheckedLine> {
  const { wanted, occasion, settings } = checking
  const row = saidRow(cells, settings.columns, checking.added)
  const hasPerson = Object.keys(row.person).length > 0
  const hasCompany = Object.keys(row.company).length > 0
  if (!hasPerson && !hasCompany) throw new Refusal('LINE_EMPTY', 422)
  refuseIdentityCodes({ ...row.company, ...row.person })
  const from = provenanceOf(wanted.policy, { ...settings, asOf: row.asOf ?? settings.asOf }, occasion)
  refuseOtherFields(from, [...Object.keys(row.company), ...Object.keys(row.person)])
  const stage = async () => (from.source.saleContext ? ('customer' as const) : ('prospect' as const))
  const checked = (subject: 'person' | 'organisation', values: Record<string, unknown>) =>
    checkedValues(wanted, occasion, { subject, values, stage })
  const person = hasPerson ? await checked('person', row.person) : undefined
  const company = hasCompany ? await checked('organisation', row.company) : undefined
  const email = firstEmail(person)
  const at = occasion.at.getTime() + Math.floor(line / 64) // ids made one after another stand beside each other
  return {
    line,
    state: 'waiting',
    ...(person
      ? { new_person: newId(at), person_lacks: lacks(wanted, 'person', person) ?? placeless(person, company) }
      : {}),
    ...(company ? { new_organisation: newId(at), organisation_lacks: lacks(wanted, 'organisation', company) } : {}),
    email: settings.personKey === 'person.email' ? email : undefined,
    digests: digestsOf(checking.key, person, company),
    business_id: settings.companyKey === 'org.businessId' ? (company?.['org.businessId'] ?? undefined) : undefined,
    name:
      settings.companyKey === 'org.businessId' || settings.companyKey === 'org.name'
        ? company?.['org.name']
        : undefined,
    person_key: ownKey(person, settings.personKey),
    organisation_key: ownKey(company, settings.companyKey),
    said: {
      ...(person ? { person } : {}),
      ...(company ? { company } : {}),
      asOf: from.asOf,
      obtainedAt: from.obtainedAt.toISOString(),
      ...(row.noticedOn ? { noticedOn: row.noticedOn } : {}),
    },
  }
}

/** What a new record would need and the line does not say. One that is held already may have it. */
function lacks(wanted: InForce, subject: 'person' | 'organisation', values: Values): string | undefined {
  const needed = fieldsAbout(wanted, subject).filter(
    ({ id, required, fromStage }) =>
      id === 'person.name' || id === 'org.name' || (required && (fromStage ?? 'prospect') === 'prospect'),
  )
  return needed.find(({ id }) => ((values as unknown as Record<string, unknown>)[id] ?? values.added[id]) === undefined)
    ?.id
}

// S5.5: a role is held somewhere.
function placeless(person: Values, company: Values | undefined): string | undefined {
  return person['person.jobRole'] && !company ? 'organisation' : undefined
}

function firstEmail(person: Values | undefined): string | undefined {
  const address = person?.['person.email']?.[0]?.address
  return address ? (normaliseEmail(address) ?? undefined) : undefined
}

/** A number tells who somebody is only where it is a mobile one and the line says no address. */
function digestsOf(key: ChoicesKey, person: Values | undefined, company: Values | undefined): string[] {
  const mails = [...(person?.['person.email'] ?? []), ...(company?.['org.email'] ? [company['org.email']] : [])]
  const phones = mails.length > 0 ? [] : (person?.['person.phone'] ?? []).filter(({ kind }) => kind === 'mobile')
  const digests = [
    ...mails.map(({ address }) => addressKey(key, 'email', address)),
    ...phones.map(({ number }) => addressKey(key, 'phone', number)),
  ]
  return digests.map((digest) => `\\x${digest.toString('hex')}`)
}

function ownKey(values: Values | undefined, field: string): string | undefined {
  const value = values?.added[field]
  return value === undefined || value === null ? undefined : String(value)
}
