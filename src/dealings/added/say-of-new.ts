import type { Act } from '#ledger'
import { type InForce, sayOfDeal } from '#register'
import type { DealingsReach } from '../reach.ts'
import { type Document, documentBehind, eventOf } from './said-beside.view.ts'

/** What a form says of the added fields of what it makes; nothing said is said too. */
export interface SaidOfNew {
  subject: Document
  values: Record<string, unknown> | undefined
}

/**
 * S5.1: says the fields that the statement added to a record, in the deed that has just made it. Whatever must be said is asked for at its field
 * (VALUE_REQUIRED). What another record becomes in one press is not asked: its own card says what is missing. Answers what was made.
 */
export async function sayOfNew<Made extends string | { id: string }>(
  act: Act<DealingsReach>,
  inForce: InForce,
  { subject, values = {}, made }: SaidOfNew & { made: Made },
): Promise<Made> {
  const id = typeof made === 'string' ? made : made.id
  const party = (await documentBehind(act, subject, id)) ?? { organisationId: null, personId: null }
  await sayOfDeal(act as never, inForce, { subject, id, party, values, isNew: true })
  const fields = Object.keys(values).sort()
  if (fields.length > 0) await act.record({ what: eventOf(subject), about: id, detail: { fields } })
  return made
}
