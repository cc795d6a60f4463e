import { sql } from 'kysely'
import type { TimelinePart } from '#lists'

/** Marketing that was sent to somebody, or was not, on their timeline. */
export const campaignsTimeline: readonly TimelinePart[] = [
  {
    kind: 'campaign',
    field: 'sys.messages',
    rows: ({ personId }) => sql`
      select coalesce(sent.settled_at, sent.queued_at) as at, sent.campaign_id as id, 'campaign-' || sent.channel as kind,
        (select campaign.name from register.campaign where campaign.id = sent.campaign_id) as title, sent.state,
        null::text as by, sent.person_id as person
      from register.campaign_recipient sent where ${personId ? sql`sent.person_id = ${personId}::uuid` : sql`false`}`,
  },
]
