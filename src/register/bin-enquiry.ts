import { sql } from 'kysely'
import type { Act } from '#ledger'
import { intoBin } from '#lists'
import { Refusal } from '#platform/refusal'
import { enquiriesBin, refuseUnlessEnquirer } from './enquiries.ts'
import type { InForce } from './in-force.ts'
import { rowsOf } from './pieces.ts'
import type { RegisterTables } from './tables.ts'
import { waitAtEnquiry } from './wait-for.ts'

/**
 * Puts an enquiry into the bin: spam, or a mistake. Whoever it alone brought goes with it, and is neither told nor written to meanwhile.
 * Refuses what is not seen (`NOT_FOUND`), what led to something (`ENQUIRY_LED_ON`) and what somebody wants kept (`PERSON_RESTRICTED`).
 */
export async function binEnquiry(act: Act<RegisterTables>, inForce: InForce, id: string) {
  refuseUnlessEnquirer(inForce, act)
  await waitAtEnquiry(act, id)
  const held = await act.db
    .selectFrom('register.enquiry')
    .select('person_id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  const [asked] = await rowsOf<{ led: string | null; restricted: boolean }>(
    act.db,
    sql<{ led: string | null; restricted: boolean }>`select seloste.enquiry_led_to(${id}::uuid) as led,
      ${held.person_id}::uuid is not null and seloste.is_restricted(${held.person_id}::uuid) as restricted`,
  )
  if (asked?.led)
    throw new Refusal('ENQUIRY_LED_ON', 409, { field: 'com.enquiries', clause: ledBy[asked.led], to: asked.led })
  // Art. 18(1)(b), (c) GDPR: what somebody wants kept is not deleted meanwhile.
  if (asked?.restricted) throw new Refusal('PERSON_RESTRICTED', 409, { clause: 'S12.19', field: 'com.enquiries' })
  await intoBin(act, enquiriesBin, id)
  const [gone] = await rowsOf<{ id: string | null }>(
    act.db,
    sql<{ id: string | null }>`select seloste.bin_person_of(${id}::uuid) as id`,
  )
  if (gone?.id) await act.record({ what: 'person.binned', about: gone.id })
}

const ledBy: Record<string, string> = { opportunity: 'S6.2', 'quote-request': 'S6.2', quote: 'S6.2', request: 'S3.2' }
