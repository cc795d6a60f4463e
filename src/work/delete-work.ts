import type { Act } from '#ledger'
import { intoBin } from '#lists'
import type { InForce } from '#register'
import { lockedWork, refuseUnlessOwn } from './own-work.ts'
import type { WorkReach } from './tables.ts'
import { type WorkKind, workBin } from './work-bin.ts'

/** Puts what one wrote oneself into the bin, and with it what told others of it; a document goes with its versions. */
export async function deleteWork(act: Act<WorkReach>, inForce: InForce, { kind, id }: { kind: WorkKind; id: string }) {
  refuseUnlessOwn(act, await lockedWork(act, inForce, { table: `register.${kind}`, id }))
  await intoBin(act, workBin[kind], id)
}
