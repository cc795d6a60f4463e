import { sql } from 'kysely'
import type { ChoicesTables } from '#choices'
import type { Look } from '#ledger'
import type { RegisterTables } from '#register'

export interface Keys {
  emails: readonly string[]
  digests: readonly Buffer[]
  businessIds: readonly string[]
}

/** Which keys of a file the register knows already, or must not take in again. */
export interface HeldKeys {
  /** E-mail address → the person who has it. */
  people: ReadonlyMap<string, string>
  /** Digests (hex) of addresses of people who were erased at their request. */
  erased: ReadonlySet<string>
  /** Business ID → the company. */
  companies: ReadonlyMap<string, { id: string; closed: boolean }>
}

/** Asked under the machine duty `matching`, which sees keys and nothing else. */
export async function keysHeld({ db, saw }: Look<RegisterTables & ChoicesTables>, keys: Keys): Promise<HeldKeys> {
  const wanted = [...new Set(keys.emails)]
  const people = wanted.length
    ? await db
        .selectFrom('register.person_email')
        .select(['person_id as id', 'address'])
        .where(
          sql<string>`seloste.folded(address) collate "C"`,
          'in',
          wanted.map((one) => one.toLowerCase()),
        )
        .execute()
    : []
  const erased = keys.digests.length
    ? await db
        .selectFrom('register.tombstone')
        .select('digests')
        .where(sql<boolean>`digests && ${[...keys.digests]}::bytea[]`)
        .execute()
    : []
  const companies = keys.businessIds.length
    ? await db
        .selectFrom('register.organisation')
        .select(['id', 'business_id as businessId', 'closed_at as closedAt'])
        .where('business_id', 'in', [...new Set(keys.businessIds)])
        .execute()
    : []
  saw([...new Set(people.map(({ id }) => id))], people.length > 0 ? ['person.email'] : [])
  return {
    people: new Map(people.map(({ id, address }) => [address.toLowerCase(), id])),
    erased: new Set(erased.flatMap(({ digests }) => digests.map((digest) => digest.toString('hex')))),
    companies: new Map(
      companies.map(({ id, businessId, closedAt }) => [String(businessId), { id, closed: closedAt !== null }]),
    ),
  }
}
