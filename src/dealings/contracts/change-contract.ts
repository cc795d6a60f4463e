import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessWriter } from '#register'
import { refuseEdited, refuseUnseenContact } from '../deal-parts.ts'
import { ofStaff } from '../opportunities/open-opportunity.ts'
import type { DealingsReach } from '../reach.ts'
import { contractColumns, refuseTermOutOfOrder, type SaidInContract } from './enter-contract.ts'
import { lockedContract } from './locked-contract.ts'

export interface ContractChange extends SaidInContract {
  id: string
  revision?: number
  owner?: string | null
}

/**
 * Changes a contract before it is signed; after that only its contact person, who looks after it, how its part periods are billed and in which language,
 * and that it is billed, where it was not. What was issued stays as it is.
 */
export async function changeContract(
  act: Act<DealingsReach>,
  inForce: InForce,
  { id, revision, owner, ...said }: ContractChange,
) {
  refuseUnlessWriter(inForce, act, 'com.contracts')
  const held = await lockedContract(act, id)
  refuseEdited(held, revision)
  const free = ['contact', 'partPeriods', 'language', ...(held.billing_months === null ? ['billingMonths'] : [])]
  const fixed = Object.keys(said).find((part) => !free.includes(part))
  if (held.state === 'ended' || (held.state !== 'draft' && fixed))
    throw new Refusal('CONTRACT_STATE', 409, { clause: 'S6.4', state: held.state, field: fixed ?? 'state' })
  await refuseUnseenContact(act, said.contact)
  const columns = contractColumns(said)
  const { title } = columns
  if (title === null) throw new Refusal('VALUE_REQUIRED', 422, { field: 'title', clause: 'S6.4' })
  refuseTermOutOfOrder({ ...held, ...columns })
  await act.db
    .updateTable('register.contract')
    .set({
      ...columns,
      ...(title === undefined ? {} : { title }),
      ...(owner === undefined ? {} : { owner: owner && (await ofStaff(act, owner)) }),
      revision: held.revision + 1,
    } as never)
    .where('id', '=', id)
    .execute()
  const changed = [...Object.keys(said), ...(owner === undefined ? [] : ['owner'])].sort()
  await act.record({ what: 'contract.changed', about: id, detail: { changed } })
}
