import { object, restrictPerson } from '#choices'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { correctPerson, type InForce } from '#register'
import { viaOf } from './at-once.ts'
import { changeRequest, lockedRequest, type RequestRow } from './move-request.ts'
import type { RequestKind } from './request.ts'
import type { RightsReach, RightsTables } from './tables.ts'
import { noteOnRequest } from './timeline.ts'

/** What a granted request does by one deed of the choices; the others have steps of their own. */
export async function carryOut(act: Act<RightsReach>, held: RequestRow): Promise<RequestRow> {
  const { person_id: personId, kind } = held
  if (!personId || held.executed_at) return held
  if (kind === 'restriction') await restrictPerson(act, { personId, reason: 'accuracy' })
  // Art. 21(1): nothing is done with the data on a balance of interests any more; marketing stops with it.
  if (kind === 'objection') {
    await restrictPerson(act, { personId, reason: 'objection-pending' })
    await object(act, { personId, scope: 'all', via: viaOf[held.received_via], at: held.received_at })
  }
  if (kind !== 'restriction' && kind !== 'objection') return held
  return noteExecuted(act, held)
}

/** Marks that what was granted is done. */
export async function noteExecuted<T extends RightsTables>(act: Act<T>, held: RequestRow): Promise<RequestRow> {
  await noteOnRequest(act, held.id, { what: 'executed' })
  return changeRequest(act, held, { executed_at: act.at })
}

export interface ItemSettlement {
  id: string
  outcome: 'done' | 'refused'
  /** As the register takes the field; absent where it was corrected on the person's own card. Null takes the value away. */
  value?: unknown
}

/** S12.7: settles one item of a correction by the register's own deed. */
export async function settleItem(act: Act<RightsReach>, inForce: InForce, said: ItemSettlement): Promise<string> {
  const item = await act.db
    .selectFrom('register.rights_item')
    .select(['id', 'request_id', 'field', 'reason', 'state'])
    .where('id', '=', said.id)
    .forUpdate()
    .executeTakeFirst()
  if (!item) throw new Refusal('NOT_FOUND', 404)
  const held = await lockedRequest(act, { id: item.request_id })
  if (held.state !== 'executing' || item.state === 'done' || item.state === 'refused')
    throw new Refusal('REQUEST_STATE', 409, { state: held.state, event: 'correction', clause: 'S12.7' })
  if (said.outcome === 'done' && said.value !== undefined && held.person_id) {
    const source = sourceOfRequester(inForce)
    const values = { [item.field]: item.reason === 'unnecessary' ? null : said.value }
    await correctPerson(act, inForce, { id: held.person_id, revision: null, values, source, verified: true })
  }
  await act.db
    .updateTable('register.rights_item')
    .set({ state: said.outcome, settled_at: act.at })
    .where('id', '=', item.id)
    .execute()
  await noteOnRequest(act, held.id, {
    what: 'item-settled',
    code: said.outcome,
    detail: { item: item.id, field: item.field },
  })
  if ((await openItems(act, held.id)) === 0) await noteExecuted(act, held)
  return held.id
}

/** Adds what is to be corrected, as the desk understood it. */
export async function openItems(act: Act<RightsReach>, requestId: string): Promise<number> {
  const rows = await act.db
    .selectFrom('register.rights_item')
    .select('id')
    .where('request_id', '=', requestId)
    .where('state', 'in', ['open', 'needs-info'])
    .execute()
  return rows.length
}

/** An answer that says something was done is not sent before it is. */
export function refuseUnlessCarriedOut(held: RequestRow) {
  if (held.executed_at || !doneBySteps.includes(held.kind)) return
  throw new Refusal(held.kind === 'rectification' ? 'ITEMS_OPEN' : 'NOT_CARRIED_OUT', 409, { clause: 'S12.10' })
}

const doneBySteps: readonly RequestKind[] = ['rectification', 'erasure', 'restriction', 'objection']

/** What a person says of themselves has them as its source. */
function sourceOfRequester({ policy }: InForce): string | undefined {
  const own = [...policy.sources.values()].filter(
    ({ kind, noteRequired, fields }) => kind === 'data-subject' && !noteRequired && !fields,
  )
  return own[0]?.id
}
