import { sql } from 'kysely'
import { type LedgerTables, type Occasion, perform } from '#ledger'
import type { ContactPart } from '#lists'
import type { Running } from '#statement'
import { rowsOf } from '../rows.ts'
import { heardIn } from './heard-from.ts'

// C1: what counts as activity of a customer is whatever shows that both are in touch, also through the people of a company.
/** Notes on each relationship when the two were last in touch, and wakes those that were dormant; answers how many woke. */
export async function noteContacts<T extends LedgerTables>(
  db: Running<T>['db'],
  occasion: Occasion,
  contacts: readonly ContactPart[],
): Promise<number> {
  return perform(db, { ...occasion, duty: 'rights' }, async (act) => {
    const noted = await rowsOf<{ id: string; woke: boolean }>(
      act,
      sql`
      with heard as (select person, organisation, group_company, max(at) as at from ${heardIn(contacts)} heard
        where at <= ${act.at} group by 1, 2, 3),
      parties as (
        select organisation as party, group_company, at from heard where organisation is not null
        union all select person, group_company, at from heard where person is not null
        union all select link.organisation_id, said.group_company, said.at from ${heardIn(contacts.filter(({ isDeal }) => !isDeal))} said
          join register.affiliation link on link.person_id = said.person and link.left_on is null where said.at <= ${act.at}
        union all select firm.id, heard.group_company, heard.at from heard join register.organisation firm on firm.person_id = heard.person
      ),
      newest as (
        select tie.id, tie.state, max(parties.at) as at from register.relationship tie
          join parties on parties.party = coalesce(tie.organisation_id, tie.person_id)
            and (parties.group_company is null or parties.group_company = tie.group_company)
        where tie.state in ('prospect', 'customer', 'dormant') group by tie.id
      )
      update register.relationship tie set last_activity_at = newest.at,
        state = case newest.state when 'dormant' then 'customer' else newest.state end,
        revision = tie.revision + (newest.state = 'dormant')::integer
      from newest where newest.id = tie.id and newest.at > tie.last_activity_at and tie.state = newest.state
      returning tie.id, newest.state = 'dormant' as woke`,
    )
    const woken = noted.filter(({ woke }) => woke)
    for (const { id } of woken)
      await act.record({ what: 'relationship.moved', about: id, detail: { from: 'dormant', to: 'customer' } })
    await act.record({ what: 'contacts.noted', detail: { relationships: noted.length } })
    return woken.length
  })
}
