import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { refuseUnlessWriter } from '../correct-organisation.ts'
import type { InForce } from '../in-force.ts'
import type { RegisterTables } from '../tables.ts'
import { touch } from '../touch.ts'

/** Says which company a company belongs to, or that it stands on its own. Never under itself (COMPANY_UNDER_ITSELF). */
export async function placeCompany(
  act: Act<RegisterTables>,
  inForce: InForce,
  { id, parent, revision }: { id: string; parent: string | null; revision: number },
) {
  refuseUnlessWriter(inForce, act, 'org.name')
  if (parent) {
    const above = await act.db
      .selectFrom('register.organisation')
      .select('form')
      .where('id', '=', parent)
      .executeTakeFirst()
    if (!above) throw new Refusal('NOT_FOUND', 404, { field: 'parent' })
    // A person belongs to nobody and owns no group by the law of companies.
    if (above.form === 'sole-trader') throw new Refusal('VALUE_NOT_VALID', 422, { field: 'parent' })
  }
  await touch(act, 'organisation', id, revision)
  await act.db
    .updateTable('register.organisation')
    .set({ parent_id: parent })
    .where('id', '=', id)
    .execute()
    .catch((fault: { code?: string }) => {
      if (fault.code === '23514') throw new Refusal('COMPANY_UNDER_ITSELF', 409, { field: 'parent' })
      throw fault
    })
  await act.record({ what: 'organisation.placed', about: id, detail: { under: parent } })
}
