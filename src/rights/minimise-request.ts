import type { Act } from '#ledger'
import type { RightsTables } from './tables.ts'

/** Leaves of a case what proves that it was answered: kind, dates, states and outcome, and no word of anybody. */
export async function minimiseRequest<T extends RightsTables>(act: Act<T>, requestId: string) {
  const { db } = act as unknown as Act<RightsTables>
  await db
    .updateTable('register.rights_request')
    .set({ requester_name: null, reply_to: null, said: null, mandate: null, covered_words: [], minimised_at: act.at })
    .where('id', '=', requestId)
    .execute()
  await db.updateTable('register.rights_item').set({ claim: null }).where('request_id', '=', requestId).execute()
  await db.updateTable('register.rights_letter').set({ body: null }).where('request_id', '=', requestId).execute()
  await db.deleteFrom('register.rights_link').where('request_id', '=', requestId).execute()
}
