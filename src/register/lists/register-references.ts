import { sql } from 'kysely'
import type { References } from '#lists'
import { staffNamed } from '../pieces.ts'

/** How every list says the name of a person, a company or a colleague that its rows point at. */
export const registerReferences: References = {
  person: {
    field: 'person.name',
    name: (id) =>
      sql`(select btrim(named.family_name || ' ' || named.given_name) from register.person named where named.id = ${id})`,
    words: { index: 'register.person_words', joined: true },
    opens: '/people/$id',
  },
  company: {
    field: 'org.name',
    name: (id) => sql`(select named.name from register.organisation named where named.id = ${id})`,
    person: (id) => sql`(select named.person_id from register.organisation named where named.id = ${id})`,
    words: { index: 'register.organisation_trigrams' },
    opens: '/companies/$id',
  },
  staff: { name: (id) => staffNamed(sql`(${id})::text`) },
}
