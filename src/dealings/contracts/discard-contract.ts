import type { Act } from '#ledger'
import { intoBin } from '#lists'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessWriter } from '#register'
import type { DealingsReach } from '../reach.ts'
import { contractsBin } from './contracts-bin.ts'
import { lockedContract } from './locked-contract.ts'

/** Throws a contract that was never signed into the bin. Refuses a signed one (`CONTRACT_STATE`): that one ends. */
export async function discardContract(act: Act<DealingsReach>, inForce: InForce, id: string) {
  refuseUnlessWriter(inForce, act, 'com.contracts')
  const { state } = await lockedContract(act, id)
  if (state !== 'draft') throw new Refusal('CONTRACT_STATE', 409, { clause: 'S6.4', state })
  await intoBin(act, contractsBin, id)
}
