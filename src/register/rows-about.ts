import { type RawBuilder, sql } from 'kysely'
import type { RegisterTables } from './tables.ts'

type Table = keyof RegisterTables & string
type IsAbout = (person: RawBuilder<unknown>) => RawBuilder<unknown>

const ofPerson: IsAbout = (person) => sql`person_id = ${person}`
const ofSoleTrader: IsAbout = (person) =>
  sql`organisation_id in (select id from register.organisation where person_id = ${person})`

/** Which rows of each table are about a person; whoever stands below is erased first. A sole trader's company is the person (S5.2). */
export const rowsAbout: readonly [Table, IsAbout][] = [
  ['register.person', (person) => sql`id = ${person}`],
  ['register.person_email', ofPerson],
  ['register.person_phone', ofPerson],
  ['register.person_address', ofPerson],
  ['register.person_source', ofPerson],
  ['register.organisation', ofPerson],
  ['register.affiliation', ofPerson],
  ['register.organisation_address', ofSoleTrader],
  ['register.organisation_source', ofSoleTrader],
  ['register.relationship', (person) => sql`(${ofPerson(person)} or ${ofSoleTrader(person)})`],
  ['register.enquiry', (person) => sql`(${ofPerson(person)} or ${mentions(person)})`],
  ['register.notice', ofPerson],
  ['register.notice_delivery', ofPerson],
]

// An enquiry that nobody linked is the person's where it says their address, their number, or their name and no other number.
function mentions(person: RawBuilder<unknown>) {
  return sql`(person_id is null and (
    exists (select from register.person_email mail where mail.person_id = ${person}
      and strpos(seloste.folded(message), seloste.folded(mail.address)) > 0)
    or exists (select from register.person_phone call where call.person_id = ${person}
      and (said_phone in (call.number, call.typed) or strpos(message, call.typed) > 0 or strpos(message, call.number) > 0))
    or said_phone is null and exists (select from register.person who where who.id = ${person} and seloste.folded(said_name)
      in (seloste.folded(who.given_name || ' ' || who.family_name), seloste.folded(who.family_name || ' ' || who.given_name)))))`
}
