import { sql } from 'kysely'
import { type Act, type LedgerTables, type Occasion, perform } from '#ledger'
import { type Day, dayInHelsinki } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import type { InForce } from '#register'
import type { Running } from '#statement'
import { refuseUnlessWrites } from '../may-write.ts'
import { rowsOf } from '../rows.ts'
import type { MarketingTables } from '../tables.ts'
import { lettersLying, type TakenOut } from './posting.view.ts'

type Tables = LedgerTables & MarketingTables

export interface Posting {
  campaignId: string
  postedOn: Day
}

/**
 * The printed letters went to the post on a day: from then on they count as sent. AS-23: those whom the gate refuses by then
 * are told of as taken out of the pile, and not as sent.
 */
export async function postLetters<T extends Tables>(
  register: Running<T>,
  { occasion, inForce }: { occasion: Occasion; inForce: InForce },
  posting: Posting,
): Promise<{ posted: number; takenOut: TakenOut[] }> {
  const running = register as unknown as Running<Tables>
  const { takeOut } = await lettersLying(running, posting.campaignId)
  return perform(running.db, occasion, async (act) => {
    refuseUnlessWrites(inForce, act)
    const run = await runLying(act, posting)
    for (const { id, because, clause } of takeOut) await takeAway(act, { id, because, clause, ...posting })
    const sent = await rowsOf<{ id: string }>(
      act.db,
      sql<{ id: string }>`
        update register.campaign_recipient set state = 'sent', settled_at = ${act.at}
        where campaign_id = ${posting.campaignId} and channel = 'post' and state = 'sending' returning id`,
    )
    const said = { posted_on: posting.postedOn, posted_by: act.by, taken_out: takeOut.length }
    await act.db.updateTable('register.print_run').set(said).where('id', '=', run).execute()
    await endIfDone(act, posting.campaignId)
    const detail = { letters: sent.length, takenOut: takeOut.length, postedOn: posting.postedOn }
    await act.record({ what: 'letters.posted', about: posting.campaignId, detail })
    return { posted: sent.length, takenOut: takeOut }
  })
}

async function runLying(act: Act<Tables>, { campaignId, postedOn }: Posting): Promise<string> {
  const held = await act.db
    .selectFrom('register.campaign')
    .select('state')
    .where('id', '=', campaignId)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  const run = await act.db
    .selectFrom('register.print_run')
    .select(['id', 'made_at', 'posted_on'])
    .where('campaign_id', '=', campaignId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (held.state !== 'sending' || !run || run.posted_on) throw new Refusal('NOTHING_TO_POST', 409)
  if (postedOn > dayInHelsinki(act.at) || postedOn < dayInHelsinki(run.made_at))
    throw new Refusal('POSTING_DAY_NOT_VALID', 422, { field: 'postedOn', printedOn: dayInHelsinki(run.made_at) })
  return run.id
}

async function takeAway(act: Act<Tables>, out: Posting & { id: string; because: string; clause: string }) {
  const { id, because, clause, campaignId: campaign } = out
  await rowsOf(
    act.db,
    sql`update register.campaign_recipient set state = 'skipped', code = 'SUPPRESSED_AT_SEND', clause = ${clause}, ground = null, settled_at = ${act.at}
      where id = ${id} and state = 'sending'`,
  )
  const detail = { code: 'SUPPRESSED_AT_SEND', because, clause, campaign }
  await act.record({ what: 'message.not-sent', about: id, detail })
}

async function endIfDone(act: Act<Tables>, id: string) {
  const [open] = await rowsOf<{ open: boolean }>(
    act.db,
    sql<{ open: boolean }>`select exists (select from register.campaign_recipient
      where campaign_id = ${id} and state in ('queued', 'held', 'sending')) as open`,
  )
  if (open?.open) return
  const end = { state: 'sent', ended_at: act.at, changed_at: act.at } as const
  await act.db.updateTable('register.campaign').set(end).where('id', '=', id).execute()
}
