import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { refuseLastAdministrator } from './last-administrator.ts'
import type { AccessTables } from './tables.ts'

// ASVS 7.4.2, S10.3: sessions, tokens, links and every way to sign in end with the account, at once.
export async function closeAccount(act: Act<AccessTables>, staffId: string, successor: string | null = null) {
  const { numUpdatedRows } = await act.db
    .updateTable('register.staff')
    .set((staff) => ({ state: 'closed', closed_at: act.at, revision: staff('revision', '+', 1) }))
    .where('id', '=', staffId)
    .where('state', '<>', 'closed')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('ACCOUNT_CLOSED', 409)

  await act.db
    .updateTable('auth.session')
    .set({ ended_at: act.at })
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null)
    .execute()
  await act.db
    .updateTable('auth.token')
    .set({ ended_at: act.at })
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null)
    .execute()
  await act.db
    .updateTable('auth.link')
    .set({ used_at: act.at })
    .where('staff_id', '=', staffId)
    .where('used_at', 'is', null)
    .execute()
  for (const table of ['auth.password', 'auth.totp', 'auth.passkey'] as const) {
    await act.db.deleteFrom(table).where('staff_id', '=', staffId).execute()
  }
  await refuseLastAdministrator(act)
  await act.record({ what: 'account.closed', about: staffId, detail: { successor } })
}
