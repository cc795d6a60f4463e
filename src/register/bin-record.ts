import { sql } from 'kysely'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { refuseUnlessWriter } from './correct-organisation.ts'
import { hangingKind } from './hanging.ts'
import { type InForce, seesOf } from './in-force.ts'
import { rowsOf } from './pieces.ts'
import type { RegisterTables } from './tables.ts'
import { waitForNothingNew } from './wait-at-party.ts'

export interface BinnedRecord {
  subject: 'person' | 'organisation'
  id: string
}

/**
 * Puts a company or a person entered by mistake into the bin. Refuses what is not seen (`NOT_FOUND`), and that on which something hangs
 * (`RECORD_IN_USE`, with those of its kinds that the duty reads).
 */
export async function binRecord(act: Act<RegisterTables>, inForce: InForce, { subject, id }: BinnedRecord) {
  refuseUnlessWriter(inForce, act, subject === 'person' ? 'person.name' : 'org.name')
  await waitForNothingNew(act, id)
  const held = await act.db
    .selectFrom(`register.${subject}`)
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  const hanging = await rowsOf<{ place: string }>(
    act.db,
    sql<{ place: string }>`select place from seloste.hangs_on(${subject}, ${id}::uuid)`,
  )
  if (hanging.length > 0) {
    const sees = seesOf(inForce, act)
    const kinds = [...new Set(hanging.map(({ place }) => hangingKind(place, sees)))].sort()
    throw new Refusal('RECORD_IN_USE', 409, { kinds })
  }
  await rowsOf(act.db, sql`select seloste.bin_record(${subject}, ${id}::uuid)`)
  await act.record({ what: `${subject}.binned`, about: id })
}
