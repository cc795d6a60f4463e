import { sql } from 'kysely'
import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { after, type CampaignEvent } from './campaign.ts'
import type { Judged } from './judged.view.ts'
import { type InForce, refuseUnlessWrites } from './may-write.ts'
import type { MarketingReach } from './reach.ts'
import { rowsOf } from './rows.ts'

/** Freezes the audience: one row for everybody meant, with the gate's verdict, and lets the sending begin. */
export async function queueCampaign(act: Act<MarketingReach>, inForce: InForce, id: string, meant: readonly Judged[]) {
  refuseUnlessWrites(inForce, act)
  const { channel } = await moved(act, id, 'queueing')
  if (!meant.some(({ allowed }) => allowed)) throw new Refusal('AUDIENCE_EMPTY', 409, { meant: meant.length })
  for (let from = 0; from < meant.length; from += 2000) await freeze(act, id, channel, meant.slice(from, from + 2000))
  const allowed = meant.filter((one) => one.allowed).length
  await act.record({ what: 'campaign.queued', about: id, detail: { meant: meant.length, allowed } })
  await rowsOf(act.db, sql`select seloste.send_soon(${id}::uuid)`)
}

async function freeze(act: Act<MarketingReach>, id: string, channel: string, some: readonly Judged[]) {
  await rowsOf(
    act.db,
    sql`
      insert into register.campaign_recipient (id, campaign_id, person_id, channel, language, state, code, clause, ground, queued_at, settled_at)
      select frozen.id, ${id}, frozen.person, ${channel}, frozen.language, case when frozen.allowed then 'queued' else 'skipped' end,
        frozen.code, frozen.clause, frozen.ground, ${act.at}, case when frozen.allowed then null else ${act.at}::timestamptz end
      from unnest(${some.map(() => newId(act.at.getTime()))}::uuid[], ${some.map((one) => one.id)}::uuid[], ${some.map((one) => one.language)}::text[],
        ${some.map((one) => one.allowed)}::boolean[], ${some.map((one) => one.code)}::text[], ${some.map((one) => one.clause)}::text[],
        ${some.map((one) => one.ground)}::text[]) frozen (id, person, language, allowed, code, clause, ground)`,
  )
}

/** Stops a campaign: nothing more goes, and those who were still to get it are told of as skipped. */
export async function stopCampaign(act: Act<MarketingReach>, inForce: InForce, id: string) {
  refuseUnlessWrites(inForce, act)
  await moved(act, id, 'stop')
  const rows = await rowsOf<{ id: string }>(
    act.db,
    sql<{ id: string }>`
      update register.campaign_recipient set state = 'skipped', code = 'CAMPAIGN_STOPPED', clause = null, settled_at = ${act.at}
      where campaign_id = ${id} and state in ('queued', 'held') returning id`,
  )
  await act.record({ what: 'campaign.stopped', about: id, detail: { unsent: rows.length } })
}

/** Keeps that a test has gone out as the campaign now is. */
export async function noteTest(act: Act<MarketingReach>, inForce: InForce, id: string) {
  refuseUnlessWrites(inForce, act)
  await moved(act, id, 'test')
  await act.record({ what: 'campaign.tested', about: id })
}

/** A person decides of the messages of which nobody knows whether they arrived: they count as sent, or go once more. */
export async function settleUnsure(act: Act<MarketingReach>, inForce: InForce, id: string, how: 'sent' | 'again') {
  refuseUnlessWrites(inForce, act)
  const again = how === 'again'
  const held = await act.db
    .selectFrom('register.campaign')
    .select('state')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  if (again && held.state === 'stopped') throw new Refusal('CAMPAIGN_STATE', 409, { state: held.state })
  const rows = await rowsOf<{ id: string }>(
    act.db,
    sql<{ id: string }>`
      update register.campaign_recipient set state = ${again ? 'queued' : 'sent'}, settled_at = case when ${again} then null else ${act.at}::timestamptz end,
        fenced_at = case when ${again} then null else fenced_at end
      where campaign_id = ${id} and state = 'unsure' returning id`,
  )
  if (rows.length === 0) throw new Refusal('NOTHING_UNSURE', 409)
  if (again) {
    await act.db
      .updateTable('register.campaign')
      .set({ state: 'sending', ended_at: null, changed_at: act.at })
      .where('id', '=', id)
      .where('state', '=', 'sent')
      .execute()
    await rowsOf(act.db, sql`select seloste.send_soon(${id}::uuid)`)
  }
  await act.record({ what: 'messages.unsure-settled', about: id, detail: { how, count: rows.length } })
}

async function moved(act: Act<MarketingReach>, id: string, event: CampaignEvent) {
  const held = await act.db
    .selectFrom('register.campaign')
    .select(['state', 'channel'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  const state = after(event, held.state)
  if (!state)
    throw new Refusal(event === 'queueing' && held.state === 'draft' ? 'CAMPAIGN_NOT_TESTED' : 'CAMPAIGN_STATE', 409, {
      state: held.state,
    })
  const stamps = {
    ...(event === 'queueing' ? { queued_at: act.at } : {}),
    ...(event === 'test' ? { tested_at: act.at } : {}),
    ...(event === 'stop' ? { ended_at: act.at } : {}),
  }
  await act.db
    .updateTable('register.campaign')
    .set({ state, changed_at: act.at, ...stamps })
    .where('id', '=', id)
    .execute()
  return held
}
