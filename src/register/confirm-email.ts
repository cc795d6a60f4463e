import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type InForce, verdictOn } from './in-force.ts'
import type { RegisterTables } from './tables.ts'
import { touch } from './touch.ts'

/** S6.3: staff say that an address somebody gave on a page is theirs, as they know it otherwise. What is proven already stays so. */
export async function confirmEmail(
  act: Act<RegisterTables>,
  inForce: InForce,
  { personId, valueId }: { personId: string; valueId: string },
) {
  const field = 'person.email'
  const verdict = verdictOn(inForce, act, field, 'write')
  if (!verdict.allowed) throw new Refusal(verdict.code, 403, { clause: verdict.clause, field, duty: act.duty })
  await touch(act, 'person', personId, null)
  const proven = await act.db
    .updateTable('register.person_email')
    .set({ is_proven: true })
    .where('id', '=', valueId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (proven.numUpdatedRows === 0n) throw new Refusal('NOT_FOUND', 404)
  await act.record({ what: 'email.proven', about: personId, detail: { value: valueId, way: 'staff' } })
}
