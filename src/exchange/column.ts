import type { Field } from '#statement'

/** What a column of a file may fill: a declared field, a part of one, or the day the values are true of. */
export type Target = string

const partsOf: Record<string, readonly string[]> = {
  'person.name': ['person.name', 'person.name/given', 'person.name/family', 'person.name/family-first'],
  'org.addresses': ['street', 'postcode', 'city', 'place'].map((part) => `org.addresses/${part}`),
  'person.address': ['street', 'postcode', 'city', 'place'].map((part) => `person.address/${part}`),
}

export const dayOfValues = 'asOf'
/** The day on which the person was told of the processing (Art. 13, 14), as our earlier register kept it. */
export const dayOfNotice = 'noticedOn'

/** Fields with several values: more than one column may fill them. */
export const isOfSeveral = (target: Target) => target === 'person.email' || target === 'person.phone'

/** The targets that this duty may fill, in the order they are offered. */
export function targetsOf(writable: readonly Pick<Field, 'id'>[]): Target[] {
  return [...writable.flatMap(({ id }) => partsOf[id] ?? [id]), dayOfValues, dayOfNotice]
}

/** The declared field that a target fills. */
export function fieldOf(target: Target): string {
  return target.split('/')[0] ?? target
}
