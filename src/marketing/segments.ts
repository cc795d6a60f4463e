import { sql } from 'kysely'
import type { Act, Look } from '#ledger'
import { type BinPart, intoBin } from '#lists'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import type { Audience } from './audience.ts'
import { type InForce, refuseUnlessWrites } from './may-write.ts'
import type { MarketingReach } from './reach.ts'

export interface NewSegment {
  name: string
  audience: Audience
}

export async function segmentsListed(look: Look<MarketingReach>) {
  look.saw([], [])
  const items = await look.db
    .selectFrom('register.segment')
    .select(['id', 'name', 'audience', 'revision', 'changed_at as changedAt'])
    .orderBy('name')
    .limit(500)
    .execute()
  return { items, next: null }
}

/** Keeps an audience under a name, to be used again. */
export async function saveSegment(
  act: Act<MarketingReach>,
  inForce: InForce,
  { name, audience }: NewSegment,
  id?: string,
): Promise<string> {
  refuseUnlessWrites(inForce, act)
  const said = name.trim()
  if (said === '') throw new Refusal('VALUE_REQUIRED', 422, { field: 'name' })
  const taken = await act.db.selectFrom('register.segment').select('id').where('name', '=', said).executeTakeFirst()
  if (taken && taken.id !== id) throw new Refusal('SEGMENT_NAME_TAKEN', 409)
  const row = { name: said, audience: JSON.stringify(audience), changed_at: act.at }
  if (id) {
    const { numUpdatedRows } = await act.db
      .updateTable('register.segment')
      .set(row)
      .where('id', '=', id)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refusal('NOT_FOUND', 404)
  }
  const known = id ?? newId(act.at.getTime())
  if (!id)
    await act.db
      .insertInto('register.segment')
      .values({ ...row, id: known, created_by: act.by, created_at: act.at })
      .execute()
  await act.record({ what: 'segment.saved', about: known })
  return known
}

/** Puts a saved audience into the bin; what was sent to it stays as it was. */
export async function removeSegment(act: Act<MarketingReach>, inForce: InForce, id: string) {
  refuseUnlessWrites(inForce, act)
  await intoBin(act, segmentsBin, id)
}

export const segmentsBin: BinPart = {
  kind: 'segment',
  table: 'register.segment',
  fields: ['sys.messages'],
  title: sql`name`,
}
