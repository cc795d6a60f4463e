import { sql } from 'kysely'
import type { TimelinePart } from '#lists'

/** Messages on a timeline: that there was one, and its subject where its mailbox shares that; once, however many of a company got it. */
export const mailTimeline: TimelinePart = {
  kind: 'message',
  field: 'com.enquiries',
  rows: ({ personId, organisationId }) => sql`
    select one.at, one.message_id as id, message.direction as kind,
      (select said.subject from register.message_subject said where said.message_id = one.message_id) as title,
      case when message.state in ('failed', 'sending', 'unsure') then message.state end as state, message.sent_by as by, one.person_id as person
    from register.message_person one join register.message on message.id = one.message_id
    where ${personId ? sql`one.person_id = ${personId}` : sql`one.organisation_id = ${organisationId}`} and not exists (
      select from register.message_person same where same.message_id = one.message_id and same.id < one.id
        and ${personId ? sql`same.person_id = ${personId}` : sql`same.organisation_id = ${organisationId}`})`,
}
