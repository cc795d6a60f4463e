import { sql } from 'kysely'
import type { Look } from '#ledger'
import { type CampaignState, eventsOf } from './campaign.ts'
import { type InForce, seesField } from './may-write.ts'
import type { MarketingReach } from './reach.ts'
import { type RecipientState, recipientStates } from './recipient.ts'
import { rowsOf } from './rows.ts'

type Counts = Record<RecipientState, number>

/** Campaigns, the newest first, each with how many of its recipients are where. */
export async function campaignsListed(look: Look<MarketingReach>, { state }: { state?: CampaignState }) {
  const rows = await look.db
    .selectFrom('register.campaign')
    .select([
      'id',
      'name',
      'channel',
      'topics',
      'state',
      'changed_at as changedAt',
      'queued_at as queuedAt',
      'ended_at as endedAt',
    ])
    .$if(state !== undefined, (query) => query.where('state', '=', state as CampaignState))
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute()
  look.saw([], [])
  const counts = await countsOf(
    look,
    rows.map(({ id }) => id),
  )
  return { items: rows.map((row) => ({ ...row, counts: counts.get(row.id) ?? none() })), next: null }
}

/** One campaign whole, or null where there is none. */
export async function campaignOf(look: Look<MarketingReach>, id: string) {
  const row = await look.db
    .selectFrom('register.campaign')
    .select(['id', 'name', 'channel', 'topics', 'group_company as groupCompany', 'job_roles as jobRoles'])
    .select(['product_groups as productGroups', 'audience', 'content', 'state', 'revision', 'changed_at as changedAt'])
    .select(['tested_at as testedAt', 'queued_at as queuedAt', 'ended_at as endedAt'])
    .where('id', '=', id)
    .executeTakeFirst()
  look.saw([], [])
  if (!row) return null
  const counts = await countsOf(look, [id])
  return { ...row, counts: counts.get(id) ?? none(), events: eventsOf(row.state) }
}

export interface RecipientsWish {
  campaignId: string
  state?: RecipientState
  after?: string
  limit: number
}

/** Who got it, who did not and why: the whole outbox of a campaign, page by page. */
export async function recipientsListed(look: Look<MarketingReach>, inForce: InForce, wish: RecipientsWish) {
  const names = seesField(inForce, look, 'person.name')
  const rows = await rowsOf<
    Record<string, string | null> & { id: string; personId: string | null; name: string | null }
  >(
    look.db,
    sql`
      select mine.id, mine.person_id as "personId", mine.state, mine.code, mine.clause, mine.ground, mine.settled_at as "settledAt",
        ${names ? sql`btrim(person.given_name || ' ' || person.family_name)` : sql`null`} as name
      from register.campaign_recipient mine left join register.person on person.id = mine.person_id
      where mine.campaign_id = ${wish.campaignId} and (${wish.state ?? null}::text is null or mine.state = ${wish.state ?? null})
        and (${wish.after ?? null}::uuid is null or mine.id > ${wish.after ?? null}::uuid)
      order by mine.id limit ${wish.limit + 1}` as never,
  )
  const page = rows.slice(0, wish.limit)
  look.saw(
    page.flatMap(({ personId }) => personId ?? []),
    ['sys.messages', ...(names ? ['person.name'] : [])],
  )
  return {
    items: page.map(({ personId, name, ...row }) => ({ ...row, person: personId ? { id: personId, name } : null })),
    next: rows.length > wish.limit ? (page.at(-1)?.id ?? null) : null,
  }
}

async function countsOf({ db }: Look<MarketingReach>, ids: readonly string[]) {
  const rows = await rowsOf<{ id: string; state: RecipientState; count: number }>(
    db,
    sql<{ id: string; state: RecipientState; count: number }>`
      select campaign_id as id, state, count(*)::integer as count from register.campaign_recipient
      where campaign_id = any(${ids}::uuid[]) group by 1, 2`,
  )
  const counts = new Map<string, Counts>()
  for (const { id, state, count } of rows) counts.set(id, { ...(counts.get(id) ?? none()), [state]: count })
  return counts
}

function none(): Counts {
  return Object.fromEntries(recipientStates.map((state) => [state, 0])) as Counts
}
