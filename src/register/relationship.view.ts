import { sql } from 'kysely'
import type { Look } from '#ledger'
import { type InForce, knownFields, refuseUnlessSees, seesOf } from './in-force.ts'
import { type Piece, rowsOf } from './pieces.ts'
import type { RelationshipState } from './relationship.ts'
import type { RegisterTables } from './tables.ts'

export interface RelationshipSeen {
  id: string
  state: RelationshipState
  personId: string | null
  revision: number
}

/** One relationship; null where this duty sees none such. */
export async function relationshipOf(
  look: Look<RegisterTables>,
  inForce: InForce,
  { id }: { id: string },
): Promise<RelationshipSeen | null> {
  const [row] = await read(look, inForce, sql`tie.id = ${id}`)
  return row ?? null
}

/** Every open relationship with an organisation. */
export async function relationshipsWith(
  look: Look<RegisterTables>,
  inForce: InForce,
  organisationId: string,
): Promise<RelationshipSeen[]> {
  return read(look, inForce, sql`tie.organisation_id = ${organisationId}`)
}

async function read(look: Look<RegisterTables>, inForce: InForce, condition: Piece) {
  refuseUnlessSees(inForce, look, ['org.name', 'person.name', 'com.paymentTerms'])
  const sees = seesOf(inForce, look)
  const seesTerms = sees('com.paymentTerms')
  // S5.2: what is agreed with a sole trader is about the person behind it.
  const trader = knownFields.organisation.some(sees)
    ? sql`(select firm.person_id from register.organisation firm where firm.id = tie.organisation_id)`
    : sql`null::uuid`
  const rows = await rowsOf<RelationshipSeen & { trader: string | null }>(
    look.db,
    sql<RelationshipSeen & { trader: string | null }>`
      select tie.id, tie.organisation_id as "companyId", tie.person_id as "personId", tie.group_company as "groupCompany", tie.state,
        tie.owner, (select staff.name from register.staff where staff.id::text = tie.owner) as "ownerName", tie.team, tie.revision,
        tie.started_at as "startedAt", tie.last_activity_at as "lastActivityAt", ${trader} as trader
        ${seesTerms ? sql`, json_build_object('com.paymentTerms', tie.payment_terms) as values` : sql``}
      from register.relationship tie where ${condition} order by tie.started_at, tie.id`,
  )
  look.saw(
    rows.flatMap(({ personId, trader: one }) => personId ?? one ?? []),
    seesTerms ? ['com.paymentTerms'] : [],
  )
  return rows.map(({ trader: _, ...tie }) => tie)
}
