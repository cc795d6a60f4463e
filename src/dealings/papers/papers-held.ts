import { sql } from 'kysely'
import { heldWithCustomer } from '../held-with-customer.ts'
import type { HoldingPart } from '../holding-part.ts'
import { rowsOf } from '../rows.ts'

const held = heldWithCustomer('paper_sent', {
  contact: 'sent_to',
  aClass: 'contact',
  ofContact: ['id', 'paper', 'number', 'language', 'message', 'state', 'entered_at'], // what was sent to them is theirs
})

/** That a paper was sent goes with its customer; whoever only received it for a company is taken out of it, with what was written to them. */
export const papersHeld: HoldingPart = {
  ...held,
  erase: async (act, personId, fates) => {
    await rowsOf(
      act,
      sql`update register.paper_sent set message = null where sent_to = ${personId}::uuid
        and person_id is distinct from ${personId}::uuid and message is not null`,
    )
    return held.erase(act, personId, fates)
  },
}
