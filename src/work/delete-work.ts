import { sql } from 'kysely'
import type { Act } from '#ledger'
import type { InForce } from '#register'
import { lockedWork, refuseUnlessOwn } from './own-work.ts'
import { rowsOf } from './rows.ts'
import type { WorkReach } from './tables.ts'

const kinds = {
  task: 'register.task',
  note: 'register.note',
  activity: 'register.activity',
  document: 'register.document',
} as const

export type WorkKind = keyof typeof kinds

/** Takes away what one wrote oneself, and what told others of it; a document goes with its versions. */
export async function deleteWork(act: Act<WorkReach>, inForce: InForce, { kind, id }: { kind: WorkKind; id: string }) {
  const table = kinds[kind]
  refuseUnlessOwn(act, await lockedWork(act, inForce, { table, id }))
  await act.db.deleteFrom(table).where('id', '=', id).execute()
  await rowsOf(
    act,
    sql`update register.notification set seen_at = coalesce(seen_at, ${act.at}) where subject_id = ${id}::uuid`,
  )
  await act.record({ what: `${kind}.deleted`, about: id })
}
