import { sql } from 'kysely'
import type { Look, Occasion } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessSees, saidOfDeal } from '#register'
import { type DealSubject, fieldOfDeal, tableOfDeal } from '#statement'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'

/** A document whose added fields lie beside it. */
export type Document = Exclude<DealSubject, 'opportunity'>

type Reading = Occasion & { db: unknown }
type Values = Record<string, string | number | boolean>

/** What the added fields of a document say, as far as this duty reads them. Refuses a document that it does not see. */
export async function valuesBeside(look: Look<DealingsReach>, inForce: InForce, { subject, id }: One): Promise<Values> {
  refuseUnlessSees(inForce, look, [fieldOfDeal(subject)])
  const behind = await documentBehind(look, subject, id)
  const values = behind ? await saidBeside(look, inForce, { subject, id }) : {}
  const people = [behind?.personId, behind?.contactId].filter((person) => typeof person === 'string')
  look.saw(people, people.length > 0 ? Object.keys(values) : [])
  if (!behind) throw new Refusal('NOT_FOUND', 404)
  return values
}

interface One {
  subject: Document
  id: string
}

export async function saidBeside(from: Reading, inForce: InForce, { subject, id }: One): Promise<Values> {
  const [row] = await rowsOf<{ said: Values }>(
    from,
    sql`select ${saidOfDeal(inForce, from, subject, sql`${id}::uuid`)} as said`,
  )
  return row?.said ?? {}
}

/** With whom a document is; undefined where this duty does not see it. */
export async function documentBehind(from: { db: unknown }, subject: Document, id: string) {
  const [row] = await rowsOf<{ organisationId: string | null; personId: string | null; contactId: string | null }>(
    from,
    sql`select organisation_id as "organisationId", person_id as "personId", contact_person_id as "contactId"
      from ${sql.table(tableOfDeal(subject))} where id = ${id}::uuid`,
  )
  return row
}
