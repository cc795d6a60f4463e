import { type RawBuilder, sql } from 'kysely'

/** So many people of a company are gathered from: the latest to come, and those who are still there before those who left. */
const most = 200

/** SQL: `person_id, since, left_on` of the people of a company, for another module's own rows about them; the reader's row policies hold. */
export function peopleOfCompany(organisationId: string): RawBuilder<unknown> {
  return sql`select person_id, min(since) as since, case when bool_or(left_on is null) then null else max(left_on) end as left_on
    from (select person_id, since, left_on from register.affiliation where organisation_id = ${organisationId}::uuid
      order by left_on desc nulls first, since desc limit ${sql.lit(most)}) tie
    group by person_id`
}
