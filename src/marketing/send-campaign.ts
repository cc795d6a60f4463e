import { type Kysely, sql } from 'kysely'
import { completeSuppressions } from '#choices'
import { type LedgerTables, look, type Occasion, perform } from '#ledger'
import type { Running } from '#statement'
import { lettersOf } from './letters-of.ts'
import { hold, strand } from './outbox-rows.ts'
import { rowsOf } from './rows.ts'
import { sendInLanes } from './send-in-lanes.ts'
import type { Round, Run, Sending } from './sending.ts'
import type { MarketingTables } from './tables.ts'

type Tables = LedgerTables & MarketingTables

/**
 * Sends what is queued of a campaign, as the campaign's own occasion. What a crash left in the air is told as unsure, what the
 * gate refuses as skipped; whatever is still to go later stays queued for the next round.
 */
export async function sendCampaign<T extends Tables>(
  register: Running<T>,
  sending: Sending,
  campaignId: string,
): Promise<Round> {
  const { db } = register as unknown as Running<Tables>
  const occasion = (): Occasion => ({
    ...{ by: `campaign-${campaignId}`, duty: 'direct_marketing', purpose: 'direct-marketing', reach: 'own' },
    ...{ at: register.now(), under: String(register.current()?.version ?? 0) },
  })

  return look(db, occasion(), async (holding) => {
    holding.saw([], [])
    // The lock is this transaction's: it goes with the process, and two senders of one campaign never run at once.
    const [lock] = await rowsOf<{ mine: boolean }>(
      holding.db,
      sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(hashtextextended(${campaignId}, 20)) as mine`,
    )
    if (!lock?.mine) return 'busy'
    const campaign = await begun(register as never, occasion(), campaignId)
    if (!campaign) return 'not-under-way'

    // C5: an address that an objector got today is theirs at another record too, before the hour's own round.
    await completeSuppressions(register as never)
    const verdict = await sending.mayGo()
    const outbox = db.as('direct_marketing') as unknown as Kysely<MarketingTables>
    await hold(outbox, campaignId, verdict.allowed ? null : { code: verdict.code, clause: verdict.clause })
    if (!verdict.allowed) return 'held'

    const published = register.current()
    if (!published) return 'held'
    const run: Run = {
      campaignId,
      sending,
      occasion,
      through: verdict.through ?? null,
      make: lettersOf({ ...sending.letterhead, published, now: register.now }, campaign),
    }
    const wasThrough = await sendInLanes(db, run)
    return wasThrough ? ended(register as never, occasion(), campaignId) : 'interrupted'
  })
}

/** The campaign, under way from now; null where it is not to be sent. */
async function begun({ db }: Running<Tables>, occasion: Occasion, campaignId: string) {
  const stranded = await strand(db.as('direct_marketing') as never, campaignId, occasion.at)
  if (stranded > 0) {
    const detail = { count: stranded }
    await perform(db, occasion, (act) => act.record({ what: 'campaign.left-unsure', about: campaignId, detail }))
  }
  const campaign = await look(db, occasion, async (view) => {
    view.saw([], [])
    return view.db.selectFrom('register.campaign').selectAll().where('id', '=', campaignId).executeTakeFirst()
  })
  if (campaign?.channel !== 'email' || !['queued', 'sending'].includes(campaign.state)) return null
  if (campaign.state === 'queued') {
    await perform(db, occasion, async (act) => {
      const start = { state: 'sending', changed_at: act.at } as const
      await act.db
        .updateTable('register.campaign')
        .set(start)
        .where('id', '=', campaignId)
        .where('state', '=', 'queued')
        .execute()
      await act.record({ what: 'campaign.started', about: campaignId })
    })
  }
  return campaign
}

async function ended({ db }: Running<Tables>, occasion: Occasion, campaignId: string): Promise<Round> {
  const { state, counts } = await look(db, occasion, async (view) => {
    view.saw([], [])
    const held = await view.db
      .selectFrom('register.campaign')
      .select('state')
      .where('id', '=', campaignId)
      .executeTakeFirst()
    const counts = await rowsOf<{ state: string; count: number }>(
      view.db,
      sql<{ state: string; count: number }>`
        select state, count(*)::integer as count from register.campaign_recipient where campaign_id = ${campaignId} group by state order by state`,
    )
    return { state: held?.state, counts }
  })
  if (state !== 'sending') return 'not-under-way' // stopped meanwhile
  if (counts.some((one) => ['queued', 'held', 'sending'].includes(one.state))) return 'waiting'
  await perform(db, occasion, async (act) => {
    const end = { state: 'sent', ended_at: act.at, changed_at: act.at } as const
    await act.db
      .updateTable('register.campaign')
      .set(end)
      .where('id', '=', campaignId)
      .where('state', '=', 'sending')
      .execute()
    await act.record({
      what: 'campaign.sent',
      about: campaignId,
      detail: Object.fromEntries(counts.map(({ state, count }) => [state, count])),
    })
  })
  return 'ended'
}
