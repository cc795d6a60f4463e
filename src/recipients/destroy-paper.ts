import { sql } from 'kysely'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { DestructionMethod, RecipientTables } from './tables.ts'

export interface Destruction {
  id: string
  method: DestructionMethod
  /** The colleague who saw it; where there is none, a certificate stands in. */
  witness?: string | null
  certificate?: string | null
}

/** S10.8: records how a paper was destroyed, and who saw it. With this an erasure that it kept open goes on. */
export async function destroyPaper(
  act: Act<RecipientTables>,
  { id, method, witness = null, certificate = null }: Destruction,
) {
  const proof = certificate?.trim() || null
  if (witness === act.by) throw new Refusal('WITNESS_IS_ONESELF', 422, { field: 'witness', clause: 'S10.8' })
  if (!witness && !proof) throw new Refusal('WITNESS_MISSING', 422, { field: 'witness', clause: 'S10.8' })
  if (witness) await refuseUnlessColleague(act, witness)

  const destroyed = await act.db
    .updateTable('register.paper_item')
    .set((row) => ({
      ...{ destroyed_at: act.at, destroyed_by: act.by, method, witness, certificate: proof },
      revision: row('revision', '+', 1),
    }))
    .where('id', '=', id)
    .where('destroyed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!destroyed) throw new Refusal('PAPER_NOT_OPEN', 409, { clause: 'S10.8' })
  await act.record({ what: 'paper.destroyed', about: id, detail: { method, witness } })
}

async function refuseUnlessColleague(act: Act<RecipientTables>, staff: string) {
  const { rows } = await sql`select from register.staff where id::text = ${staff} and state = 'open'`.execute(
    act.db as unknown as Parameters<ReturnType<typeof sql>['execute']>[0],
  )
  if (rows.length === 0) throw new Refusal('NOT_STAFF', 422, { field: 'witness', clause: 'S10.8' })
}
