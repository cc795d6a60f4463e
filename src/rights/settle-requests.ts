import { type LedgerTables, look, type Occasion, perform } from '#ledger'
import { tellRecipients } from '#recipients'
import type { Running } from '#statement'
import { settleRequest } from './answer-request.ts'
import type { RightsReach } from './tables.ts'
import { noteOnRequest } from './timeline.ts'

type Tables = RightsReach & LedgerTables

/** Closes what was answered and waits for nobody, and keeps open what waits: these requests, or all of them. */
export async function settleRequests(running: Running<Tables>, occasion: Occasion, ids?: readonly string[]) {
  const under = { ...occasion, duty: 'rights', reach: 'all' as const }
  await tellOfExecuted(running, under)
  const answered = await look(running.db, under, async (view) => {
    const rows = await view.db
      .selectFrom('register.rights_request')
      .select(['id', 'person_id'])
      .where('state', 'in', ['replied', 'propagating'])
      .$if(ids !== undefined, (query) => query.where('id', 'in', [...(ids ?? [])]))
      .execute()
    view.saw([], [])
    return rows.map(({ id }) => id)
  })
  for (const id of answered) {
    await perform(running.db, under, async (act) => {
      if (!(await settleRequest(act, id))) await act.record({ what: 'request.still-waits', about: id })
    })
  }
}

// Art. 19: of a correction, a restriction or an objection too. An erasure tells before it erases.
async function tellOfExecuted(running: Running<Tables>, under: Occasion) {
  const kinds = ['rectification', 'restriction', 'objection'] as const
  const executed = await look(running.db, under, async (view) => {
    const rows = await view.db
      .selectFrom('register.rights_request as request')
      .select(['request.id', 'request.kind', 'request.person_id as personId'])
      .where('request.kind', 'in', [...kinds])
      .where('request.executed_at', 'is not', null)
      .where('request.state', 'not in', ['closed', 'withdrawn-by-requester'])
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('register.rights_event as event')
              .select('event.id')
              .whereRef('event.request_id', '=', 'request.id')
              .where('event.what', '=', 'recipients-noted'),
          ),
        ),
      )
      .execute()
    view.saw([], [])
    return rows
  })
  for (const { id, kind, personId } of executed) {
    await perform(running.db, under, async (act) => {
      const told = personId ? await tellRecipients(act, personId, kind as (typeof kinds)[number]) : 0
      await noteOnRequest(act, id, { what: 'recipients-noted', detail: { recipients: told } })
    })
  }
}
