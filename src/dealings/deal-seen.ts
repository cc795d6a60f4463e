import { type RawBuilder, sql } from 'kysely'
import type { Look, Occasion } from '#ledger'
import type { InForce } from '#register'
import { type Deed, may } from '#statement'

type Piece = RawBuilder<unknown>

/** Whom a document is with, as far as this duty reads their names. */
export interface PartySeen {
  company: string | null
  companyName: string | null
  person: string | null
  personName: string | null
  contact: string | null
  contactName: string | null
}

export const allowedOf =
  ({ policy }: InForce, { duty, purpose }: Pick<Occasion, 'duty' | 'purpose'>) =>
  (field: string, deed: Deed = 'read') =>
    may(policy, duty, purpose, field, deed).allowed

const nameOfPerson = (id: Piece) =>
  sql`(select btrim(who.given_name || ' ' || who.family_name) from register.person who where who.id = ${id})`

/** Columns of `PartySeen` from the table of this name. */
export function partyColumns(sees: (field: string) => boolean, table: string, { contact = true } = {}): Piece {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  const nobody = sql`null::text`
  return sql`${column('organisation_id')} as company,
    ${sees('org.name') ? sql`(select firm.name from register.organisation firm where firm.id = ${column('organisation_id')})` : nobody} as "companyName",
    ${column('person_id')} as person,
    ${sees('person.name') ? nameOfPerson(column('person_id')) : nobody} as "personName",
    ${contact ? column('contact_person_id') : sql`null::uuid`} as contact,
    ${contact && sees('person.name') ? nameOfPerson(column('contact_person_id')) : nobody} as "contactName"`
}

export function staffName(id: Piece): Piece {
  return sql`(select staff.name from register.staff where staff.id::text = ${id})`
}

/** Whom these documents show, for the access log. */
export function sawParties<T>(look: Pick<Look<T>, 'saw'>, rows: readonly PartySeen[], fields: readonly string[]) {
  const people = [...new Set(rows.flatMap(({ person, contact }) => [person, contact].filter((id) => id !== null)))]
  look.saw(people, people.length > 0 ? [...fields, 'person.name'] : [])
}
