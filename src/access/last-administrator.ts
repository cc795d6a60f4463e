import { sql } from 'kysely'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { AccessTables } from './tables.ts'

/** Refuses what would leave the register without anybody to keep it. Asked after the change, inside its transaction. */
export async function refuseLastAdministrator(act: Act<AccessTables>) {
  // Two administrators closing each other at once wait here for one another.
  await act.db.selectNoFrom(sql`pg_advisory_xact_lock(hashtext('administrators'))`.as('waited')).execute()
  const left = await act.db
    .selectFrom('register.staff_duty as held')
    .innerJoin('register.staff as staff', 'staff.id', 'held.staff_id')
    .select('staff.id')
    .where('held.duty', '=', 'admin')
    .where('held.withdrawn_at', 'is', null)
    .where('staff.state', '=', 'open')
    .limit(1)
    .executeTakeFirst()
  if (!left) throw new Refusal('LAST_ADMINISTRATOR', 409, { clause: 'S10.3' })
}
