import type { Act, Look } from '#ledger'
import type { Channel } from './channel.ts'
import { addressKey, type ChoicesKey } from './choices-key.ts'
import { postalKey } from './postal-key.ts'
import type { ChoicesReach } from './reach.ts'

export interface KnownAddress {
  channel: Channel
  digest: Buffer
}

/** The keyed digests of every address that is known of a person, for a duty that reads them all. */
export async function knownAddresses(
  { db }: Pick<Act<ChoicesReach> | Look<ChoicesReach>, 'db'>,
  key: ChoicesKey,
  personId: string,
): Promise<KnownAddress[]> {
  const who = await db
    .selectFrom('register.person')
    .select(['given_name as given', 'family_name as family'])
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!who) return []
  const emails = await db
    .selectFrom('register.person_email')
    .select('address')
    .where('person_id', '=', personId)
    .execute()
  const phones = await db
    .selectFrom('register.person_phone')
    .select('number')
    .where('person_id', '=', personId)
    .execute()
  const doors = await doorsOf(db, personId)
  const name = `${who.given} ${who.family}`
  return [
    ...emails.map(({ address }) => ({ channel: 'email' as const, digest: addressKey(key, 'email', address) })),
    ...phones.map(({ number }) => ({ channel: 'phone' as const, digest: addressKey(key, 'phone', number) })),
    ...doors.map((door) => ({ channel: 'post' as const, digest: addressKey(key, 'post', postalKey(name, door)) })),
  ]
}

// Letters go to the person's own address, and to their desk at the companies they represent.
async function doorsOf(db: Pick<Act<ChoicesReach>, 'db'>['db'] | Look<ChoicesReach>['db'], personId: string) {
  const parts = [
    'street',
    'house_number as houseNumber',
    'stair',
    'flat',
    'po_box as poBox',
    'postcode',
    'country',
  ] as const
  const own = await db.selectFrom('register.person_address').select(parts).where('person_id', '=', personId).execute()
  const work = await db
    .selectFrom('register.affiliation as tie')
    .innerJoin('register.organisation_address as place', 'place.organisation_id', 'tie.organisation_id')
    .select(['place.street', 'place.house_number as houseNumber', 'place.stair', 'place.flat', 'place.po_box as poBox'])
    .select(['place.postcode', 'place.country'])
    .where('tie.person_id', '=', personId)
    .execute()
  const trade = await db
    .selectFrom('register.organisation as firm')
    .innerJoin('register.organisation_address as place', 'place.organisation_id', 'firm.id')
    .select(['place.street', 'place.house_number as houseNumber', 'place.stair', 'place.flat', 'place.po_box as poBox'])
    .select(['place.postcode', 'place.country'])
    .where('firm.person_id', '=', personId)
    .execute()
  return [...own, ...work, ...trade]
}

/** Which of these addresses an objection to this channel, or to all of them, covers. */
export function covered(addresses: readonly KnownAddress[], channel: Channel | null): Buffer[] {
  const covers = (one: Channel) => channel === null || one === channel || (channel === 'sms' && one === 'phone')
  return addresses.filter((one) => covers(one.channel)).map(({ digest }) => digest)
}
