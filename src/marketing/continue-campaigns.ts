import { sql } from 'kysely'
import { type LedgerTables, look } from '#ledger'
import type { Running } from '#statement'
import { rowsOf } from './rows.ts'
import { sendCampaign } from './send-campaign.ts'
import type { Sending } from './sending.ts'
import type { MarketingTables } from './tables.ts'

/** Every minute: campaigns that are queued or under way, and those in which a dead sender left something in the air. */
export async function continueCampaigns<T extends LedgerTables & MarketingTables>(
  register: Running<T>,
  sending: Sending,
) {
  const { db } = register as unknown as Running<LedgerTables & MarketingTables>
  const occasion = {
    ...{ by: 'direct_marketing', duty: 'direct_marketing', purpose: 'direct-marketing', at: register.now() },
    under: String(register.current()?.version ?? 0),
  }
  const under = await look(db, occasion, async (view) => {
    view.saw([], [])
    return rowsOf<{ id: string }>(
      view.db,
      sql<{ id: string }>`
        select id from register.campaign where channel = 'email' and (state in ('queued', 'sending')
          or exists (select from register.campaign_recipient mine where mine.campaign_id = campaign.id and mine.state = 'sending'))
        order by queued_at`,
    )
  })
  for (const { id } of under) await sendCampaign(register, sending, id)
}
