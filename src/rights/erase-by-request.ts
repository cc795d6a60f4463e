import { type Occasion, perform } from '#ledger'
import { Refusal } from '#platform/refusal'
import { tellRecipients } from '#recipients'
import type { Holding } from '#register'
import { noteExecuted } from './carry-out.ts'
import { publishedIn, type RightsDatabase, type RightsDesk } from './desk.routes.ts'
import { erasePerson } from './erasure/erase-person.ts'
import { changeRequest, lockedRequest } from './move-request.ts'
import { noteOnRequest } from './timeline.ts'

// Art. 17, 19; C4: whoever received the data is noted first, while it is known who that is; then what nothing holds goes, now.
/** Erases the person of a granted request; asked again after a crash, it goes on. */
export async function carryOutErasure(desk: RightsDesk, occasion: Occasion, id: string) {
  const { running, holdings } = desk
  const under = { ...occasion, duty: 'rights', reach: 'all' as const }
  const personId = await perform(running.db, under, async (act) => {
    const held = await lockedRequest(act, { id })
    if (held.kind !== 'erasure' || held.state !== 'executing' || held.executed_at || !held.person_id)
      throw new Refusal('REQUEST_STATE', 409, { state: held.state, event: 'erasure', clause: 'S12.11' })
    const told = await tellRecipients(act, held.person_id, 'erasure')
    await noteOnRequest(act, id, { what: 'recipients-noted', detail: { recipients: told } })
    return held.person_id
  })
  const { statement } = publishedIn(desk)
  const wish = { holdings: holdings() as unknown as Holding<RightsDatabase>[], statement, personId, request: id }
  const erased = await erasePerson(running as never, under, wish as never)
  await perform(running.db, under, async (act) => {
    const held = await lockedRequest(act, { id })
    const done = await noteExecuted(act, held)
    if (erased.held.length > 0) await changeRequest(act, done, { outcome: 'partly' })
  })
}
