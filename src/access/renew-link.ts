import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { makeLink } from './make-link.ts'
import type { AccessTables } from './tables.ts'

/**
 * A new link for somebody whose invitation ran out, who forgot the password, or who lost the second factor.
 * ASVS 6.4.3: a new password leaves the second factor as it is, and the other way round.
 */
export async function renewLink(
  act: Act<AccessTables>,
  staffId: string,
  kind: 'invitation' | 'password' | 'second-factor',
) {
  const staff = await act.db.selectFrom('register.staff').select('state').where('id', '=', staffId).executeTakeFirst()
  if (!staff) throw new Refusal('NOT_FOUND', 404)
  if (staff.state === 'closed') throw new Refusal('ACCOUNT_CLOSED', 409)

  await act.db
    .updateTable('auth.link')
    .set({ used_at: act.at })
    .where('staff_id', '=', staffId)
    .where('used_at', 'is', null)
    .execute()
  return makeLink(act, staff.state === 'invited' ? 'invitation' : kind === 'invitation' ? 'password' : kind, staffId)
}
