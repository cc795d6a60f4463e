import type { Act } from '#ledger'
import { groupCompanyOf, type InForce, refuseUnlessWriter } from '#register'
import { refuseEdited } from '../deal-parts.ts'
import type { DealingsReach } from '../reach.ts'
import { accountsOf } from './accounts.ts'
import { accountsHeld } from './vouchers.view.ts'

/** Sets where sales stand in the books of a group company. */
export async function keepAccounts(
  act: Act<DealingsReach>,
  inForce: InForce,
  wish: { groupCompany?: string; accounts: unknown; revision?: number },
) {
  refuseUnlessWriter(inForce, act, 'com.invoicing')
  const group_company = groupCompanyOf(inForce.policy, wish.groupCompany)
  const held = await accountsHeld(act, group_company)
  refuseEdited(held, wish.revision)
  const changed = {
    ...{ accounts: JSON.stringify(accountsOf(wish.accounts)), changed_by: act.by, changed_at: act.at },
    revision: held.revision + 1,
  }
  await act.db
    .insertInto('register.bookkeeping_setting')
    .values({ group_company, ...changed })
    .onConflict((taken) => taken.column('group_company').doUpdateSet(changed))
    .execute()
  await act.record({ what: 'bookkeeping.set', about: group_company })
  return { revision: changed.revision }
}
