import type { Kysely } from 'kysely'
import type { Database } from '../database.ts'
import { isInForce } from './consent.ts'
import { addressKey, type ChoicesKey } from './index.ts'
import { standsAgainst } from './objection.ts'

/** What the gate asks first, of the address and of its person; null where nothing may be sent. */
export async function mayBeSent(owner: Kysely<Database>, key: ChoicesKey, address: string): Promise<string | null> {
  const use = { channel: 'email' as const }
  const listed = await owner
    .selectFrom('register.suppression')
    .select(['scope', 'channel', 'topic'])
    .where('digest', '=', addressKey(key, 'email', address))
    .execute()
  if (standsAgainst(listed, use)) return null
  const people = await owner
    .selectFrom('register.person_email')
    .select('person_id')
    .where('address', '=', address)
    .execute()
  for (const { person_id } of people) {
    const held = await owner
      .selectFrom('register.objection')
      .select(['scope', 'channel', 'topic'])
      .where('person_id', '=', person_id)
      .where('lifted_at', 'is', null)
      .execute()
    if (standsAgainst(held, use)) return null
    const consents = await owner
      .selectFrom('register.consent')
      .select(['state', 'expires_on as expiresOn'])
      .where('person_id', '=', person_id)
      .execute()
    if (consents.some((one) => isInForce(one, '2026-03-02'))) return 'consented'
  }
  return 'open'
}

/** Whether an objection of the person's own record stands. */
export async function objected(owner: Kysely<Database>, personId: string) {
  const held = await owner
    .selectFrom('register.objection')
    .select('id')
    .where('person_id', '=', personId)
    .where('lifted_at', 'is', null)
    .where('scope', 'in', ['all', 'channel'])
    .execute()
  return held.length > 0
}
