import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type InForce, provenanceOf, revisionOf } from '#register'
import type { Policy } from '#statement'
import { type Line, totalsOf } from './lines.ts'
import type { DealingsReach } from './reach.ts'

/** The columns of lines and of what they come to. */
export function pricedColumns(lines: readonly Line[]) {
  const { net, vat, total } = totalsOf(lines)
  return { lines: JSON.stringify(lines), net_cents: net, vat_cents: vat, total_cents: total }
}

export interface SaidOfDeal {
  source?: string
  sourceNote?: string
}

/** S6.2–S6.4: where a deal came from. The usual source of its kind is meant where nothing else is said. */
export function sourceOfDeal(
  { policy }: InForce,
  act: Pick<Act<DealingsReach>, 'at'>,
  said: SaidOfDeal,
  usual: 'quote-request' | 'order' | 'contract',
) {
  const { source, note } = provenanceOf(policy, { ...said, source: said.source ?? declared(policy, usual) }, act)
  return { source: source.id, source_note: note }
}

function declared({ sources }: Policy, usual: string): string | undefined {
  return sources.has(usual) ? usual : undefined
}

/** Refuses a contact person whom this duty does not see. */
export async function refuseUnseenContact(act: Act<DealingsReach>, contact: string | null | undefined) {
  if (!contact) return
  const seen = await act.db.selectFrom('register.person').select('id').where('id', '=', contact).executeTakeFirst()
  if (!seen) throw new Refusal('NOT_FOUND', 404, { field: 'contact' })
}

/** A whole number within its bounds. */
export function wholeOf(field: string, typed: unknown, [low, high]: readonly [number, number]): number {
  if (!Number.isSafeInteger(typed) || (typed as number) < low || (typed as number) > high)
    throw new Refusal('VALUE_NOT_VALID', 422, { field })
  return typed as number
}

/** The revision that whoever asks has read, where they say one (`If-Match`). */
export function revisionRead({ headers }: { headers: Record<string, unknown> }): number | undefined {
  return headers['if-match'] === undefined ? undefined : revisionOf(headers)
}

/** Refuses what somebody else has edited since it was read. */
export function refuseEdited(held: { revision: number }, read: number | undefined) {
  if (read !== undefined && held.revision !== read)
    throw new Refusal('EDITED_MEANWHILE', 409, { revision: held.revision })
}
