import { sql } from 'kysely'
import type { Act, Look } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessWrites, seesField } from './may-write.ts'
import type { MarketingReach } from './reach.ts'
import { rowsOf } from './rows.ts'

/** S12.6: addresses that came back, until somebody has settled them. */
export async function undeliverablesOpen(look: Look<MarketingReach>, inForce: InForce) {
  const names = seesField(inForce, look, 'person.name')
  const rows = await rowsOf<{ id: string; personId: string; name: string | null }>(
    look.db,
    sql<{ id: string; personId: string; name: string | null }>`
      select mine.id, mine.person_id as "personId", mine.channel, mine.reason, mine.reply_code as "replyCode", mine.noted_at as "notedAt",
        ${names ? sql`btrim(person.given_name || ' ' || person.family_name)` : sql`null`} as name
      from register.undeliverable mine join register.person on person.id = mine.person_id
      where mine.settled_at is null order by mine.noted_at, mine.id limit 500`,
  )
  look.saw(
    rows.map(({ personId }) => personId),
    ['sys.messages', ...(names ? ['person.name'] : [])],
  )
  return { items: rows.map(({ personId, name, ...row }) => ({ ...row, person: { id: personId, name } })), next: null }
}

/** Says what became of an address that came back: corrected, removed, or right after all and in use again. */
export async function settleUndeliverable(
  act: Act<MarketingReach>,
  inForce: InForce,
  { id, how }: { id: string; how: 'corrected' | 'removed' | 'still-right' },
) {
  refuseUnlessWrites(inForce, act)
  const row = await act.db
    .updateTable('register.undeliverable')
    .set({ settled_at: act.at, settled_how: how })
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst()
  if (!row) throw new Refusal('NOT_FOUND', 404)
  await act.record({ what: 'undeliverable.settled', about: row.person_id, detail: { how } })
}
