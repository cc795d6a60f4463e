import type { Selectable, Updateable } from 'kysely'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { afterRequest, type RequestEvent } from './request.ts'
import type { RightsTables } from './tables.ts'
import { noteOnRequest } from './timeline.ts'

export type RequestRow = Selectable<RightsTables['register.rights_request']>

export interface Wish {
  id: string
  /** The revision that was read; absent where a machine or a second deed of the same transaction moves it. */
  revision?: number
}

/** One request, held until the deed is done. */
export async function lockedRequest<T extends RightsTables>(act: Act<T>, { id, revision }: Wish): Promise<RequestRow> {
  const { db } = act as unknown as Act<RightsTables>
  const held = await db
    .selectFrom('register.rights_request')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  if (revision !== undefined && held.revision !== revision)
    throw new Refusal('EDITED_MEANWHILE', 409, { revision: held.revision })
  return held
}

type Change = Updateable<RightsTables['register.rights_request']>

/** Moves a request by an event of C2, or refuses where that cannot happen now. Answers the row as it then stands. */
export async function moveRequest<T extends RightsTables>(
  act: Act<T>,
  held: RequestRow,
  move: { event: RequestEvent; set?: Change; code?: string | null },
): Promise<RequestRow> {
  const { event, set = {}, code } = move
  const state = afterRequest(event, held.state)
  if (!state) throw new Refusal('REQUEST_STATE', 409, { state: held.state, event, clause: 'S12.3' })
  const changed = await changeRequest(act, held, { ...set, state })
  await noteOnRequest(act, held.id, { what: event, code: code ?? null, detail: { state } })
  return changed
}

/** Changes a request without moving it. */
export async function changeRequest<T extends RightsTables>(
  act: Act<T>,
  held: RequestRow,
  set: Change,
): Promise<RequestRow> {
  const { db } = act as unknown as Act<RightsTables>
  return db
    .updateTable('register.rights_request')
    .set({ ...set, revision: held.revision + 1 })
    .where('id', '=', held.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}
