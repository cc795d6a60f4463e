import { sql } from 'kysely'
import type { FinderPart } from '#lists'

/** Campaigns by their name. */
export const marketingFinder: readonly FinderPart[] = [
  {
    ...{ kind: 'campaign', field: 'sys.messages', table: 'register.campaign', words: 'register.campaign_words' },
    ...{ title: sql.ref('campaign.name'), state: sql.ref('campaign.state') },
  },
]
