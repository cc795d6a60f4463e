import { type RawBuilder, sql } from 'kysely'
import type { Look } from '#ledger'
import { type ContactPart, daysInBin } from '#lists'
import type { Day } from '#platform/finnish-calendar'
import { keptUntil, retentionRule, type Statement } from '#statement'
import { rowsOf } from '../rows.ts'
import { day, lastDay } from './ages.ts'
import { lastContacts } from './heard-from.ts'

export interface PersonDue {
  id: string
  class: 'lead' | 'contact'
  /** The last day that the person is kept. */
  until: Day
  /** Since when the use of their data has been restricted (Art. 18 GDPR): their time waits for that. */
  restrictedSince: Date | null
}

// S11.2: a relationship has an end, also for a contact who left while the company stays.
const ties = sql`
  select tie.person_id as person, tie.state, ${day('tie.ended_at')} as ended, ${day('tie.last_activity_at')} as active
    from register.relationship tie where tie.person_id is not null
  union all
  select firm.person_id, tie.state, ${day('tie.ended_at')}, ${day('tie.last_activity_at')}
    from register.organisation firm join register.relationship tie on tie.organisation_id = firm.id where firm.person_id is not null
  union all
  select link.person_id, coalesce(tie.state, 'prospect'), least(link.left_on, ${day('tie.ended_at')}), ${day('tie.last_activity_at')}
    from register.affiliation link left join register.relationship tie on tie.organisation_id = link.organisation_id`

interface Wish {
  statement: Statement
  /** The day before which their time is over. */
  by: Day
  contacts: readonly ContactPart[]
  limit?: number
  /** Those who wait because the use of their data is restricted, instead of those who go. */
  restricted?: boolean
}

/** Whose time is over before a day: leads whom nobody has been in touch with, and contacts whose relationships have all ended. */
export async function peopleDue<T>(
  look: Look<T>,
  { contacts, limit = 1000, restricted = false, ...wish }: Wish,
): Promise<PersonDue[]> {
  const due: PersonDue[] = []
  const rule = retentionRule(wish.statement, 'lead')
  let after: PersonDue | undefined
  while (due.length < limit) {
    const some = await onTheirCards(look, { ...wish, limit, after, restricted })
    const leads = some.filter((one) => one.class === 'lead').map(({ id }) => id)
    const last = await lastContacts(look, contacts, leads)
    for (const one of some) {
      const on = one.class === 'lead' ? last.get(one.id) : undefined
      const until = (on && rule && keptUntil(rule, on)) ?? one.until
      if (until <= one.until) due.push(one)
      else if (until < wish.by) due.push({ ...one, until })
    }
    after = some.at(-1)
    if (some.length < limit) break
  }
  return due.slice(0, limit)
}

/**
 * Who went into the bin with the enquiry that alone brought them, and whose enquiry was destroyed there; and who lay there their days
 * themselves, and on whom nothing hangs: nothing keeps them.
 */
export async function peopleLeftInBin<T>(look: Look<T>): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    look,
    sql`select who.id from register.person who where who.binned_at is not null
      and (who.binned_by is null or who.binned_at < ${look.at}::timestamptz - make_interval(days => ${daysInBin})
        and not exists (select from seloste.hangs_on('person', who.id)))
      and not exists (select from register.enquiry asked where asked.person_id = who.id)
      and not exists (select from register.erasure done where done.person_id = who.id)
      and seloste.restricted_since(array[who.id]) is null
      order by who.binned_at limit 1000`,
  )
  return rows.map(({ id }) => id)
}

type Card = Required<Pick<Wish, 'statement' | 'by' | 'limit' | 'restricted'>> & { after: PersonDue | undefined }

/** Whose time is over by what their card and their relationships say; who was in touch without these is not known here. */
async function onTheirCards<T>(look: Look<T>, { statement, by, limit, after, restricted }: Card): Promise<PersonDue[]> {
  const until = (aClass: string, from: RawBuilder<unknown>) => {
    const rule = retentionRule(statement, aClass)
    return (rule && lastDay(rule, from)) ?? sql`null::date`
  }
  // Somebody with an open enquiry is being served; what they wrote or consented to of late is a contact too.
  const recent = (from: RawBuilder<unknown>) => sql`due.class = 'lead' and ${until('lead', from)} >= ${by}::date`
  return rowsOf<PersonDue>(
    look,
    sql`
    with tie as (${ties}),
    whole as (
      select who.id, coalesce(bool_and(tie.state in ('prospect', 'rejected')), true) as is_lead,
        bool_and(tie.ended is not null) as is_over, max(tie.ended) as ended,
        coalesce(bool_and(tie.ended is not null or tie.state in ('prospect', 'rejected')), true) as is_idle,
        greatest(${day('who.created_at')}, max(tie.active), max(tie.ended)) as contact
      from register.person who left join tie on tie.person = who.id
      group by who.id
    ),
    due as (
      select id, case when is_lead or is_idle and not is_over then 'lead' else 'contact' end as class,
        case when is_lead or is_idle and not is_over then ${until('lead', sql`contact`)} when is_over then ${until('contact', sql`ended`)} end as until
      from whole
    )
    select due.id, due.class, due.until, kept.since as "restrictedSince"
    from due cross join lateral (select seloste.restricted_since(array[due.id]) as since) kept
    where due.until < ${by}::date and (kept.since is not null) = ${restricted}
      and not exists (select from register.enquiry asked where asked.person_id = due.id and asked.binned_at is null
        and (asked.state <> 'closed' or ${recent(day('asked.received_at'))}))
      and not exists (select from register.consent given where given.person_id = due.id and given.state = 'given'
        and ${recent(day('given.since'))})
      and not exists (select from register.erasure done where done.person_id = due.id)
      ${after ? sql`and (due.until, due.id) > (${after.until}::date, ${after.id}::uuid)` : sql``}
    order by due.until, due.id limit ${limit}`,
  )
}
