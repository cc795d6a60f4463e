import { sql } from 'kysely'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessSees, saidOfDeal, sayOfDeal } from '#register'
import { deals } from '#statement'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { type Document, documentBehind, eventOf, markOf, saidBeside } from './said-beside.view.ts'

/** What is said beside a document, and what whoever says it had read there. */
export interface WordsBeside {
  subject: Document
  id: string
  values: Record<string, unknown>
  /** Field id → what was read; a field that says something else by now is refused (EDITED_MEANWHILE). */
  read?: Record<string, unknown>
  /** The same of one field, as `markOf` says what was read. */
  mark?: number
}

/**
 * S5.1: says the fields that the statement added to a record of a deal. They are the house's own notes beside it and no part of its paper, so
 * they change also when it is locked.
 */
export async function sayBeside(act: Act<DealingsReach>, inForce: InForce, words: WordsBeside) {
  const { subject, id, values, read } = words
  refuseUnlessSees(inForce, act, [deals[subject].field])
  const party = await documentBehind(act, subject, id)
  if (!party) throw new Refusal('NOT_FOUND', 404)
  if (Object.keys(values).length === 0) throw new Refusal('VALUE_REQUIRED', 422, { field: 'values' })
  // Of two at once the second reads what the first has said.
  await rowsOf(act, sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`)
  const now = await saidBeside(act, inForce, { subject, id })
  const moved = Object.keys(values).find((field) => read && (read[field] ?? null) !== (now[field] ?? null))
  if (moved || (await isMarkedOtherwise(act, inForce, words)))
    throw new Refusal('EDITED_MEANWHILE', 409, { field: moved ?? 'values' })
  await sayOfDeal(act as never, inForce, { subject, id, party, values })
  await act.record({ what: eventOf(subject), about: id, detail: { fields: Object.keys(values).sort() } })
}

async function isMarkedOtherwise(
  act: Act<DealingsReach>,
  inForce: InForce,
  { subject, id, values, mark }: WordsBeside,
) {
  if (mark === undefined) return false
  const said = sql`${saidOfDeal(inForce, act, subject, sql`${id}::uuid`)}::jsonb -> ${Object.keys(values)[0]}`
  const [row] = await rowsOf<{ mark: number }>(act, sql<{ mark: number }>`select ${markOf(said)} as mark`)
  return row?.mark !== mark
}
