import { dutiesInForce, staffNow } from '#access'
import type { FieldId } from '#statement'
import { occasionOf, type WorkRegister } from './under-duty.ts'

/** S10.3: a member of staff under the duty by which they write these fields now; null where they hold none such any more. */
export async function whoWrites(running: WorkRegister, id: string, fields: readonly FieldId[]) {
  const policy = running.current()?.policy
  const staff = policy && (await staffNow(running.db, id, running.now()))
  const duty =
    staff &&
    dutiesInForce(staff, policy).find((one) => fields.every((field) => policy.duties.get(one)?.writes.has(field)))
  return duty ? occasionOf(running, { staff: id, duty }) : null
}
