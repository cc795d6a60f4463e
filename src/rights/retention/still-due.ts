import { sql } from 'kysely'
import type { Act } from '#ledger'
import { rowsOf } from '../rows.ts'

/**
 * Whether somebody's time is over still, asked where they are erased: the row is held, so that whoever writes at this moment is waited for.
 * Who was left in the bin has to lie there still, and nothing may hang by now on whoever was deleted themselves; nobody goes who has come
 * back with an enquiry, or whose data were restricted meanwhile.
 */
export async function isStillDue<T>(act: Act<T>, { id, isLeft }: { id: string; isLeft: boolean }): Promise<boolean> {
  const [held] = await rowsOf<{ in_bin: boolean; deleted: boolean }>(
    act,
    sql`select binned_at is not null as in_bin, binned_by is not null as deleted from register.person where id = ${id}::uuid for update`,
  )
  if (!held || (isLeft && !held.in_bin)) return false
  if (isLeft && held.deleted && (await hasHanging(act, id))) return false
  const [kept] = await rowsOf<{ since: Date | null }>(
    act,
    sql`select seloste.restricted_since(array[${id}::uuid]) as since`,
  )
  if (kept?.since) return false
  const open = isLeft ? sql`true` : sql`binned_at is null and state <> 'closed'`
  const asked = await rowsOf(act, sql`select from register.enquiry where person_id = ${id}::uuid and ${open} limit 1`)
  return asked.length === 0
}

async function hasHanging<T>(act: Act<T>, id: string) {
  return (await rowsOf(act, sql`select from seloste.hangs_on('person', ${id}::uuid) limit 1`)).length > 0
}
