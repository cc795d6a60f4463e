import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { DealingsReach } from '../reach.ts'

/** A request for a quote, locked until the deed is done; refuses where this duty sees none such. */
export async function lockedQuoteRequest(act: Act<DealingsReach>, id: string) {
  const held = await act.db
    .selectFrom('register.quote_request')
    .select(['id', 'group_company', 'organisation_id', 'person_id', 'contact_person_id', 'enquiry_id'])
    .select(['opportunity_id', 'state', 'title', 'lines', 'answer_by', 'wanted_on', 'owner', 'revision'])
    .select(['source', 'source_note'])
    .where('id', '=', id)
    .where('binned_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  return held
}
