import { type RawBuilder, sql } from 'kysely'
import type { Act, Look } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type DealSubject, may } from '#statement'
import type { Added } from './added-value.ts'
import { addedJson, writeAdded } from './added-values.ts'
import type { Disclosure } from './holding.ts'
import { fieldsAbout, type InForce, seesOf } from './in-force.ts'
import { rowsOf } from './pieces.ts'
import type { Stage } from './relationship.ts'
import { stageOfOrganisation, stageOfPerson } from './stage.ts'
import type { RegisterTables } from './tables.ts'
import { checkedValues } from './values.ts'

/** With whom a deal is, as its row says. */
export interface DealParty {
  organisationId: string | null
  personId: string | null
}

/** What is said of the fields that the statement added to a deal, and of which deal. */
export interface SaidOfDeal {
  subject: DealSubject
  id: string
  party: DealParty
  /** Field id → value; null takes it away. */
  values: Record<string, unknown>
  /** Of a new deal: what the statement requires must be said. */
  isNew?: boolean
}

/**
 * Writes the values of fields that the statement added to a deal; the caller records them in the ledger. Refuses whole what the statement does
 * not declare, the duty does not write, or the stage of the relationship does not allow yet.
 */
export async function sayOfDeal(act: Act<RegisterTables>, inForce: InForce, said: SaidOfDeal): Promise<void> {
  const { subject, id, values } = said
  const { added } = await checkedValues(inForce, act, { subject, values, stage: () => stageWith(act, said.party) })
  if (said.isNew) refuseIncomplete(inForce, act, said)
  await writeAdded(act, subject, id, added)
}

/** The values of a deal's added fields that this occasion may read, by field id, as one JSON object in SQL; never null. */
export function saidOfDeal(
  inForce: InForce,
  who: Parameters<typeof seesOf>[1],
  subject: DealSubject,
  id: RawBuilder<unknown>,
) {
  return sql<Added>`coalesce(${addedJson(inForce, seesOf(inForce, who), subject, id)}, '{}'::json)`
}

/** The added fields of a deal that this occasion may write. */
export function writableOfDeal(
  inForce: InForce,
  { duty, purpose }: Parameters<typeof seesOf>[1],
  subject: DealSubject,
) {
  return fieldsAbout(inForce, subject).filter(({ id }) => may(inForce.policy, duty, purpose, id, 'write').allowed)
}

/** Art. 15: all that the statement's own fields say of these deals, for a holding. `rows` selects their ids. */
export async function addedOfDeals(
  look: Look<RegisterTables>,
  inForce: InForce,
  { subject, rows }: { subject: DealSubject; rows: RawBuilder<unknown> },
): Promise<Disclosure['kept']> {
  const said = addedJson(inForce, () => true, subject, sql`one.id`)
  const found = await rowsOf<{ added: Record<string, unknown> | null }>(
    look.db,
    sql<{ added: Record<string, unknown> | null }>`select ${said} as added from (${rows}) one`,
  )
  const told = found.flatMap(({ added }) => (added && Object.keys(added).length > 0 ? [added] : []))
  return told.length > 0 ? [{ table: `declared.${subject}`, rows: told }] : []
}

function stageWith(act: Act<RegisterTables>, { organisationId, personId }: DealParty): Promise<Stage> {
  return organisationId ? stageOfOrganisation(act, organisationId) : stageOfPerson(act, personId as string)
}

function refuseIncomplete(inForce: InForce, act: Act<RegisterTables>, { subject, values }: SaidOfDeal) {
  for (const { id, required, fromStage, clause } of writableOfDeal(inForce, act, subject)) {
    const isDue = required && (fromStage ?? 'prospect') === 'prospect'
    if (isDue && (values[id] ?? null) === null) throw new Refusal('VALUE_REQUIRED', 422, { field: id, clause })
  }
}
