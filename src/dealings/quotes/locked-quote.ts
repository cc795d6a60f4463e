import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { DealingsReach } from '../reach.ts'

export type HeldQuote = Awaited<ReturnType<typeof lockedQuote>>

/** A quote, locked until the deed is done; refuses where this duty sees none such. */
export async function lockedQuote(act: Act<DealingsReach>, id: string) {
  const held = await act.db
    .selectFrom('register.quote')
    .select(['id', 'group_company', 'organisation_id', 'person_id', 'contact_person_id', 'opportunity_id', 'order_id'])
    .select(['quote_request_id', 'enquiry_id'])
    .select([
      'number',
      'version',
      'state',
      'title',
      'language',
      'lines',
      'valid_until',
      'payment_days',
      'opening',
      'terms',
    ])
    .select(['source', 'source_note', 'owner', 'revision'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  return held
}

/** The version that the customer may answer now; null where none was sent, or it has been answered or taken back. */
export async function waitingVersion(act: Act<DealingsReach>, quoteId: string) {
  const held = await act.db
    .selectFrom('register.quote_version')
    .select(['id', 'version', 'state', 'valid_until', 'content', 'hash'])
    .where('quote_id', '=', quoteId)
    .where('state', '=', 'sent')
    .forUpdate()
    .executeTakeFirst()
  return held ?? null
}
