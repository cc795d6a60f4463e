import { sql } from 'kysely'
import type { Act } from '#ledger'
import type { InForce, Party } from '#register'
import { may } from '#statement'
import type { DealingsReach } from '../reach.ts'

const parts = ['care_of', 'street', 'house_number', 'stair', 'flat', 'po_box', 'postcode', 'city', 'country'] as const

const billingFirst = sql`array_position(array['billing', 'postal', 'visiting'], kind)`

/** The address of whoever is billed, where bills go first and then the newest, on lines as an envelope has it; null where there is none or this duty sees none. */
export async function addressOfDebtor(
  act: Act<DealingsReach>,
  { policy }: InForce,
  { organisationId, personId }: Party,
): Promise<string | null> {
  const field = organisationId ? 'org.addresses' : 'person.address'
  if (!may(policy, act.duty, act.purpose, field, 'read').allowed) return null
  const found = organisationId
    ? await act.db
        .selectFrom('register.organisation_address')
        .select([...parts])
        .where('organisation_id', '=', organisationId)
        .orderBy(billingFirst)
        .orderBy('added_at', 'desc')
        .executeTakeFirst()
    : await act.db
        .selectFrom('register.person_address')
        .select([...parts])
        .where('person_id', '=', personId as string)
        .orderBy(billingFirst)
        .orderBy('added_at', 'desc')
        .executeTakeFirst()
  if (!found) return null
  const street = [found.street, found.house_number, found.stair, found.flat].filter(Boolean).join(' ')
  const lines = [found.care_of && `c/o ${found.care_of}`, street, found.po_box, `${found.postcode} ${found.city}`]
  return [...lines, found.country === 'FI' ? null : found.country].filter(Boolean).join('\n')
}
