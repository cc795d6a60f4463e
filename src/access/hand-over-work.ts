import { type RawBuilder, sql } from 'kysely'
import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import type { Policy } from '#statement'
import { heldBy } from './open-work.view.ts'
import type { StaffCard } from './staff.view.ts'
import type { AccessTables } from './tables.ts'
import { takenOf } from './taken-of.ts'

type Counts = Record<string, number>

/**
 * S10.3: gives what somebody holds and has not done to a colleague whose duties write it, by kind, and tells the colleague. Answers how much
 * of each kind went. Refuses where nothing of what is wished can go (`WORK_NOT_TAKEN`), unless `orNone` will do.
 */
export async function handOverWork(
  act: Act<AccessTables>,
  { from, receiver, kinds, orNone }: { from: string; receiver: StaffCard; kinds?: readonly string[]; orNone?: boolean },
  policy: Policy | null,
): Promise<Counts> {
  const work = from === receiver.id ? [] : await heldBy(act, from)
  const taken = [...takenOf(work, receiver, policy)].filter(([kind]) => kinds?.includes(kind) ?? true)
  const ofAll = (kind: string, many: number) => work.filter((one) => one.kind === kind).length === many
  const wished = taken.map(([kind, parts]) => [kind, ofAll(kind, parts.length) ? null : receiver.groupCompany])
  const id = newId(act.at.getTime())
  const counts = await answered<Counts>(
    act,
    sql`select seloste.hand_over(${id}::uuid, ${from}::uuid, ${receiver.id}::uuid, ${act.at}, ${JSON.stringify(Object.fromEntries(wished))}::jsonb) as it`,
  )
  if (!counts || Object.keys(counts).length === 0) {
    if (orNone) return {}
    throw new Refusal('WORK_NOT_TAKEN', 409, { clause: 'S10.3', field: 'to' })
  }
  await act.record({ what: 'work.handed-over', about: from, detail: { handOver: id, to: receiver.id, ...counts } })
  return counts
}

/**
 * Gives back what the receiver still holds and has not done, within fourteen days and once; then it says so (`HAND_OVER_STANDS`). To a closed
 * account nothing goes back (`GIVER_CLOSED`).
 */
export async function takeBackWork(act: Act<AccessTables>, id: string): Promise<Counts> {
  const counts = await answered<Counts>(act, sql`select seloste.take_back_work(${id}::uuid, ${act.at}) as it`)
  if (!counts) throw new Refusal('HAND_OVER_STANDS', 409)
  const giver = await act.db
    .selectFrom('register.staff as staff')
    .innerJoin('register.hand_over as one', 'one.from_staff', 'staff.id')
    .select('staff.state')
    .where('one.id', '=', id)
    .forShare('staff')
    .executeTakeFirst()
  if (giver?.state !== 'open') throw new Refusal('GIVER_CLOSED', 409)
  await act.record({ what: 'work.taken-back', about: id, detail: counts })
  return counts
}

async function answered<R>({ db }: Pick<Act<AccessTables>, 'db'>, query: RawBuilder<unknown>): Promise<R | null> {
  const { rows } = await query.execute(db as unknown as Parameters<RawBuilder<unknown>['execute']>[0])
  return (rows[0] as { it: R | null } | undefined)?.it ?? null
}
