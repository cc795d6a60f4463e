import { sql } from 'kysely'
import type { Look } from '#ledger'
import type { ExchangeReach } from '../reach.ts'
import type { Subject } from './alike.view.ts'

export interface Pair {
  id: string
  subject: Subject
  score: number
  reasons: string[]
  one: { id: string; name: string; createdAt: Date }
  other: { id: string; name: string; createdAt: Date }
}

/** Pairs of records that may be one, of those whose both sides this duty sees; the surest first. */
export async function pairsListed(
  { db, saw }: Look<ExchangeReach>,
  subject: Subject,
  after: { score: number; id: string } | null,
): Promise<Pair[]> {
  const [table, one, other, name] =
    subject === 'person'
      ? ([
          'register.person',
          'person_id',
          'other_person_id',
          sql`concat_ws(' ', nullif(given_name, ''), nullif(family_name, ''))`,
        ] as const)
      : (['register.organisation', 'organisation_id', 'other_organisation_id', sql`name`] as const)
  const side = (column: string) =>
    sql`(select jsonb_build_object('id', side.id, 'name', ${name}, 'createdAt', side.created_at) from ${sql.table(table)} side where side.id = pair.${sql.ref(column)})`
  const { rows } = await sql<Pair>`
    select pair.id, pair.subject, pair.score, pair.reasons, ${side(one)} as one, ${side(other)} as other
    from register.duplicate_pair pair
    where pair.state = 'open' and pair.subject = ${subject} and ${after ? sql`(-pair.score, pair.id) > (${-after.score}, ${after.id}::uuid)` : sql`true`}
    order by pair.score desc, pair.id limit 50`.execute(db as never)
  const whole = rows.filter((pair) => pair.one && pair.other)
  saw(
    subject === 'person' ? whole.flatMap((pair) => [pair.one.id, pair.other.id]) : [],
    subject === 'person' && whole.length > 0 ? ['person.name'] : [],
  )
  return whole
}

/** The merges of the last month that this duty sees; each can be undone while nothing new hangs on it. */
export async function mergesListed({ db, saw }: Look<ExchangeReach>) {
  const { rows } = await sql<{
    id: string
    subject: Subject
    record: string
    name: string | null
    at: Date
    undoneAt: Date | null
  }>`
    select held.id, held.subject, coalesce(held.person_id, held.organisation_id) as record, held.at, held.undone_at as "undoneAt",
      coalesce((select concat_ws(' ', nullif(given_name, ''), nullif(family_name, '')) from register.person who where who.id = held.person_id),
        (select name from register.organisation firm where firm.id = held.organisation_id)) as name
    from register.merge held order by held.at desc limit 50`.execute(db as never)
  saw(
    rows.filter(({ subject }) => subject === 'person').map(({ record }) => record),
    rows.some(({ subject }) => subject === 'person') ? ['person.name'] : [],
  )
  return rows
}
