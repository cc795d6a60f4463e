import { sql } from 'kysely'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { RecipientTables } from './tables.ts'

/** Switches on again what was stopped; what was held meanwhile is tried at once. */
export async function liftStop(act: Act<RecipientTables>, id: string) {
  const lifted = await act.db
    .updateTable('register.transfer_stop')
    .set({ lifted_by: act.by, lifted_at: act.at })
    .where('id', '=', id)
    .where('lifted_at', 'is', null)
    .returning(['kind', 'subject'])
    .executeTakeFirst()
  if (!lifted) throw new Refusal('NOT_FOUND', 404)
  await sql`select seloste.try_held_again()`.execute(
    act.db as unknown as Parameters<ReturnType<typeof sql>['execute']>[0],
  )
  await act.record({ what: 'transfer.opened', about: id, detail: lifted })
}
