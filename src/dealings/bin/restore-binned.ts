import { sql } from 'kysely'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessWriter } from '#register'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { type BinKind, binKinds } from './binned.ts'

/** Takes back what staff has deleted: it is as it was, with its history. */
export async function restoreBinned(
  act: Act<DealingsReach>,
  inForce: InForce,
  { kind, id }: { kind: BinKind; id: string },
) {
  const { table, field } = binKinds[kind]
  refuseUnlessWriter(inForce, act, field)
  const restored = await rowsOf(
    act,
    sql`update ${sql.table(table)} set binned_at = null, binned_by = null, revision = revision + 1
      where id = ${id}::uuid and binned_at is not null returning id`,
  ).catch((fault: { code?: string }) => {
    // Meanwhile another has taken its place, such as a new opportunity of the same enquiry.
    if (fault.code === '23505') throw new Refusal('BINNED_PLACE_TAKEN', 409)
    throw fault
  })
  if (restored.length === 0) throw new Refusal('NOT_FOUND', 404)
  await act.record({ what: `${kind}.restored`, about: id })
}
