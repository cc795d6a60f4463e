import type { Named } from '../contract.ts'
import type { Company, Person } from './contract.ts'

/** What a company is called; its name is a field that a duty may not read. */
export function nameOfCompany({ values }: Pick<Company, 'values'>) {
  const name = values['org.name']
  return typeof name === 'string' ? name : ''
}

export function nameOfPerson({ values }: Pick<Person, 'values'>) {
  const { given, family } = (values['person.name'] ?? {}) as { given?: string; family?: string }
  return [given, family].filter(Boolean).join(' ')
}

/** A name for an id: of staff, or of a group company. */
export function nameOfId(id: string | null | undefined, named: readonly Named[] = []) {
  return id ? (named.find((one) => one.id === id)?.name ?? id) : ''
}
