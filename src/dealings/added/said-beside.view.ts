import { type RawBuilder, sql } from 'kysely'
import type { Look, Occasion } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessSees, saidOfDeal } from '#register'
import { type DealSubject, dealSubjects, deals } from '#statement'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'

/** A record whose added fields lie beside it. Those of an opportunity are part of it, with its revision. */
export type Document = Exclude<DealSubject, 'opportunity'>
export const documents = dealSubjects.filter((subject): subject is Document => subject !== 'opportunity')

type Reading = Occasion & { db: unknown }
type Values = Record<string, string | number | boolean>

/** What the added fields say beside a record, as far as this duty reads them. Refuses a record that it does not see. */
export async function valuesBeside(look: Look<DealingsReach>, inForce: InForce, { subject, id }: One): Promise<Values> {
  refuseUnlessSees(inForce, look, [deals[subject].field])
  const behind = await documentBehind(look, subject, id)
  const values = behind ? await saidBeside(look, inForce, { subject, id }) : {}
  const people = behind?.personId ? [behind.personId] : []
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

/** With whom a record is; undefined where this duty does not see it. */
export async function documentBehind(from: { db: unknown }, subject: Document, id: string) {
  const [row] = await rowsOf<{ organisationId: string | null; personId: string | null }>(
    from,
    sql`select organisation_id as "organisationId", person_id as "personId"
      from ${sql.table(deals[subject].table)} where id = ${id}::uuid`,
  )
  return row
}

/** What stands for a value that was read, where its record has no revision for it: a number that changes with it. */
export function markOf(value: RawBuilder<unknown>) {
  return sql`hashtext(coalesce(to_jsonb(${value})::text, ''))`
}

/** How the ledger says that something was said beside a record: `quote-request.noted`. */
export const eventOf = (subject: Document) => `${subject.replace('_', '-')}.noted`
