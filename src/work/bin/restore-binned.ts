import { sql } from 'kysely'
import type { Act } from '#ledger'
import { type BinPart, withBin } from '#lists'
import { Refusal } from '#platform/refusal'
import type { InForce } from '#register'
import { rowsOf } from '../rows.ts'
import type { WorkReach } from '../tables.ts'
import { partsFor } from './bin.view.ts'

/**
 * Takes back what staff has deleted: it is as it was, with all that hangs on it. Only for those who may write it; refuses what does not lie
 * there for them (`NOT_FOUND`), and what another has taken the place of meanwhile (`BINNED_PLACE_TAKEN`).
 */
export async function restoreBinned(
  act: Act<WorkReach>,
  inForce: InForce,
  { parts, kind, id }: { parts: readonly BinPart[]; kind: string; id: string },
) {
  const part = partsFor(parts, inForce, act).find((one) => one.kind === kind)
  if (!part) throw new Refusal('NOT_FOUND', 404)
  const place = sql.table(part.table)
  if (part.hidden) {
    if (!(await part.hidden.bringBack(act as never, id))) throw new Refusal('NOT_FOUND', 404)
  } else
    await withBin(act, async () => {
      const held = await rowsOf(
        act,
        sql`select id from ${place} where id = ${id}::uuid and binned_at is not null
        ${part.own ? sql`and binned_by = ${act.by}` : sql``} for update`,
      )
      if (held.length === 0) throw new Refusal('NOT_FOUND', 404)
      await part.restoring?.(act as never, id)
      await rowsOf(act, sql`update ${place} set binned_at = null, binned_by = null where id = ${id}::uuid`).catch(
        (fault: { code?: string }) => {
          // Meanwhile another has its name, or its place, such as a new opportunity of the same enquiry.
          if (fault.code === '23505') throw new Refusal('BINNED_PLACE_TAKEN', 409)
          throw fault
        },
      )
    })
  await act.record({ what: `${kind}.restored`, about: id })
}
