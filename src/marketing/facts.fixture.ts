import { type Kysely, sql } from 'kysely'
import type { Facts } from './facts.ts'

/** The facts of these people as the tables have them, read apart from `seloste.gate()`; each with the digest of its address. */
export async function factsOf(
  db: Kysely<never>,
  people: readonly { id: string; digest: Buffer }[],
): Promise<Map<string, Facts>> {
  const { rows } = await sql<{ id: string; facts: Facts }>`
    select person.id, json_build_object(
      'kind', person.kind, 'isClosed', person.closed_at is not null,
      'isRestricted', exists (select from register.restriction where person_id = person.id and lifted_at is null),
      'noticeTargets', (select coalesce(json_agg(target_on), '[]') from register.notice
        where person_id = person.id and state in ('queued', 'failed') and target_on is not null),
      'usesHeld', (select coalesce(json_agg(held), '[]') from register.notice, unnest(holds) held
        where person_id = person.id and state in ('queued', 'failed')),
      'places', (select coalesce(json_agg(place), '[]') from (
        select mail.id, 'email' as channel, mail.kind, false as "ofOrganisation",
          (select source from register.person_source where person_id = person.id and field = 'person.email' and value_id = mail.id) as source,
          json_build_array(case when mail.is_primary then 0 else 1 end, mail.id) as rank, null::date as "leftOn", false as "isClosed"
        from register.person_email mail where mail.person_id = person.id and mail.is_proven
        union all
        select own.id, 'post', own.kind, false,
          (select source from register.person_source where person_id = person.id and field = 'person.address' and value_id = own.id),
          json_build_array(1, 0, '', own.kind, own.id), null, false
        from register.person_address own where own.person_id = person.id
        union all
        select door.id, 'post', door.kind, true,
          (select source from register.organisation_source where organisation_id = firm.id and field = 'org.addresses' and value_id = door.id),
          json_build_array(2, -to_char(link.since, 'YYYYMMDD')::integer, link.id, door.kind, door.id), link.left_on, firm.closed_at is not null
        from register.affiliation link join register.organisation firm on firm.id = link.organisation_id
          join register.organisation_address door on door.organisation_id = firm.id
        where link.person_id = person.id
        union all
        select door.id, 'post', door.kind, false,
          (select source from register.organisation_source where organisation_id = firm.id and field = 'org.addresses' and value_id = door.id),
          json_build_array(3, 0, '', door.kind, door.id), null, firm.closed_at is not null
        from register.organisation firm join register.organisation_address door on door.organisation_id = firm.id
        where firm.person_id = person.id) place),
      'undeliverable', (select coalesce(json_agg(json_build_object('address', value_id, 'channel', channel)), '[]')
        from register.undeliverable where person_id = person.id and settled_at is null),
      'affiliations', (select coalesce(json_agg(json_build_object('organisation', firm.id, 'isSoleTrader', firm.form = 'sole-trader',
          'isClosed', firm.closed_at is not null, 'jobRole', link.job_role, 'leftOn', link.left_on,
          'objections', (select coalesce(json_agg(json_build_object('scope', scope, 'channel', channel, 'topic', topic)), '[]')
            from register.objection where organisation_id = firm.id and lifted_at is null))), '[]')
        from register.affiliation link join register.organisation firm on firm.id = link.organisation_id where link.person_id = person.id),
      'relationships', (select coalesce(json_agg(json_build_object('company', group_company, 'state', state)), '[]')
        from register.relationship where person_id = person.id
          or organisation_id in (select id from register.organisation where organisation.person_id = person.id)),
      'consents', (select coalesce(json_agg(json_build_object('purpose', purpose, 'channel', channel, 'state', state, 'expiresOn', expires_on)), '[]')
        from register.consent where person_id = person.id),
      'objections', (select coalesce(json_agg(json_build_object('scope', scope, 'channel', channel, 'topic', topic)), '[]')
        from register.objection where person_id = person.id and lifted_at is null),
      'suppressions', (select coalesce(json_agg(json_build_object('scope', scope, 'channel', channel, 'topic', topic)), '[]')
        from register.suppression where digest = asked.digest),
      'topicsRefused', (select coalesce(json_agg(topic), '[]') from register.topic_preference where person_id = person.id and not wants),
      'sales', (select coalesce(json_agg(json_build_object('company', group_company, 'productGroup', product_group,
          'toldOfRefusal', told_of_refusal, 'address', email_id)), '[]') from register.fact_of_sale where person_id = person.id)
    ) as facts
    from unnest(${people.map(({ id }) => id)}::uuid[], ${people.map(({ digest }) => digest)}::bytea[]) asked (id, digest)
      join register.person on person.id = asked.id`.execute(db)
  return new Map(rows.map(({ id, facts }) => [id, facts]))
}
