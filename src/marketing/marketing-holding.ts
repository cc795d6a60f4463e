import { sql } from 'kysely'
import type { Act, Look } from '#ledger'
import type { Fate, Holding } from '#register'
import { rowsOf } from './rows.ts'
import type { MarketingTables } from './tables.ts'

const name = 'marketing'
const kept = 'message-log'

/** What is kept of messages sent to a person and of addresses that came back; under the machine duty `rights`. */
export const marketingHolding: Holding<MarketingTables> = {
  name,
  tables: ['register.campaign_recipient', 'register.undeliverable'],
  has: async (look, personId) => (await plan(look, personId)).length > 0,
  disclose: async (look, personId) => {
    const messages = await rowsOf<Record<string, unknown>>(
      look.db,
      sql<Record<string, unknown>>`
        select mine.id, whole.name as campaign, whole.topics, mine.channel, mine.language, mine.state, mine.code, mine.clause, mine.ground,
          mine.queued_at, mine.settled_at, case when mine.state in ('sent', 'unsure', 'bounced') then whole.content -> mine.language end as content
        from register.campaign_recipient mine join register.campaign whole on whole.id = mine.campaign_id
        where mine.person_id = ${personId} order by mine.queued_at, mine.id`,
    )
    const back = await rowsOf<Record<string, unknown>>(
      look.db,
      sql<Record<string, unknown>>`select id, channel, reason, reply_code, noted_at, settled_at, settled_how
        from register.undeliverable where person_id = ${personId} order by noted_at`,
    )
    const found = [
      { table: 'register.campaign_recipient', rows: messages },
      { table: 'register.undeliverable', rows: back },
    ]
    return { holding: name, kept: found.filter(({ rows }) => rows.length > 0) }
  },
  plan,
  // The row stays as a count of its campaign and says nothing of anybody; a message that was still to go does not go.
  erase: async (act, personId, fates) => {
    const mine = fates.filter(({ holding }) => holding === name)
    await rowsOf(
      act.db,
      sql`update register.campaign_recipient set state = 'skipped', code = 'PERSON_GONE', clause = 'S12.11', settled_at = ${act.at}
        where person_id = ${personId} and state in ('queued', 'held')`,
    )
    await rowsOf(act.db, sql`update register.campaign_recipient set person_id = null where person_id = ${personId}`)
    await rowsOf(act.db, sql`delete from register.undeliverable where person_id = ${personId}`)
    return mine.map(({ table, rows }) => ({
      ...{ holding: name, table, class: kept, rows },
      outcome: table === 'register.undeliverable' ? ('erased' as const) : ('kept-minimal' as const),
    }))
  },
  // Art. 18: the gate refuses whoever is restricted; what was sent stays as it was.
  merge,
}

async function plan(look: Look<MarketingTables>, personId: string): Promise<Fate[]> {
  const fates = await Promise.all(
    (['register.campaign_recipient', 'register.undeliverable'] as const).map(async (table): Promise<Fate> => {
      const rows = await rowsOf<{ id: string }>(
        look.db,
        sql<{ id: string }>`select id from ${sql.table(table)} where person_id = ${personId}`,
      )
      const fate = table === 'register.undeliverable' ? 'erase' : 'keep-minimal'
      return { holding: name, class: kept, table, rows: rows.length, fate }
    }),
  )
  return fates.filter(({ rows }) => rows > 0)
}

// Of two that turn out to be one, the campaign reaches one: what has gone to either is not sent to the other.
async function merge(act: Act<MarketingTables>, from: string, into: string) {
  await rowsOf(
    act.db,
    sql`
      update register.campaign_recipient mine set state = 'skipped', code = 'SAME_PERSON', clause = null, settled_at = ${act.at}
      from register.campaign_recipient other
      where other.campaign_id = mine.campaign_id and other.channel = mine.channel and other.id <> mine.id and mine.state in ('queued', 'held')
        and (mine.person_id = ${from} and other.person_id = ${into}
          or mine.person_id = ${into} and other.person_id = ${from} and other.state in ('sending', 'sent', 'unsure'))`,
  )
  await rowsOf(
    act.db,
    sql`
      update register.campaign_recipient mine set person_id = case when exists (
          select from register.campaign_recipient other
          where other.campaign_id = mine.campaign_id and other.channel = mine.channel and other.person_id = ${into}) then null else ${into}::uuid end
      where mine.person_id = ${from}`,
  )
  await rowsOf(act.db, sql`update register.undeliverable set person_id = ${into} where person_id = ${from}`)
}
