import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { DealingsReach } from '../reach.ts'

/** A contract, locked until the deed is done; refuses where this duty sees none such. */
export async function lockedContract(act: Act<DealingsReach>, id: string) {
  const held = await act.db
    .selectFrom('register.contract')
    .select([
      'id',
      'group_company',
      'organisation_id',
      'person_id',
      'number',
      'state',
      'starts_on',
      'ends_on',
      'agreed_until',
      'renewal',
    ])
    .select(['renewal_months', 'notice_months', 'source', 'held_at', 'revision', 'billed_until', 'billing_months'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  return held
}
