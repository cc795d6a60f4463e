-- Every address of a line is looked for among the erased and the suppressed, not its first one alone.
alter table register.import_line drop column digest;
alter table register.import_line add column digests bytea[] not null default '{}';

-- Who or what the register knows already under the keys of the lines. Asked by the matcher only: it sees keys and nothing else.
create or replace function seloste.match_lines(import uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  perform from register.import_run where id = import for update;
  analyze register.import_line; -- a table just filled looks empty to the planner: a million lines against each other, one by one
  update register.import_line set person_id = null, organisation_id = null, first_line = null, first_company_line = null
    where import_id = import and state = 'waiting' and (person_id is not null or organisation_id is not null);

  -- S12.11: whoever asked to be erased does not come back with an old list, as somebody's second address or as a company's contact.
  update register.import_line line set state = 'erased', code = 'PERSON_ERASED', field = 'person.email', clause = 'S12.11', said = null
    from (select distinct held.line from register.import_line held cross join lateral unnest(held.digests) own(hash)
        join (select distinct unnest(digests) as digest from register.tombstone) gone on gone.digest = own.hash
        where held.import_id = import and held.state = 'waiting') found
    where line.import_id = import and line.line = found.line;
  update register.import_line line set suppressed = true
    from (select distinct held.line from register.import_line held cross join lateral unnest(held.digests) own(hash)
        join register.suppression kept on kept.digest = own.hash
        where held.import_id = import and held.state = 'waiting' and not held.suppressed) found
    where line.import_id = import and line.line = found.line;

  update register.import_line line set person_id = known.person_id
    from (select distinct on (said.address) said.address, mail.person_id
        from (select distinct email as address from register.import_line where import_id = import and state = 'waiting' and email is not null) said
        join register.person_email mail on seloste.folded(mail.address) collate "C" = seloste.folded(said.address) collate "C"
        join register.person who on who.id = mail.person_id
        order by said.address, who.closed_at nulls first, mail.is_primary desc, mail.person_id) known
    where line.import_id = import and line.state = 'waiting' and line.email = known.address;

  update register.import_line line set organisation_id = firm.id,
      state = case when firm.closed_at is null then line.state else 'refused' end,
      code = case when firm.closed_at is null then null else 'COMPANY_CLOSED' end,
      field = case when firm.closed_at is null then null else 'org.businessId' end,
      clause = case when firm.closed_at is null then null else 'S4.4' end
    from register.organisation firm
    where line.import_id = import and line.state = 'waiting' and line.business_id is not null and firm.business_id = line.business_id;
  update register.import_line line set organisation_id = case when known.several then null else known.id end,
      state = case when known.several then 'refused' else line.state end,
      code = case when known.several then 'COMPANY_NOT_CLEAR' end, field = case when known.several then 'org.name' end
    from (select said.name_key, (array_agg(firm.id))[1] as id, count(*) > 1 as several
        from (select distinct name_key from register.import_line
          where import_id = import and state = 'waiting' and business_id is null and name_key is not null) said
        join register.organisation firm on seloste.folded(firm.name) collate "C" = said.name_key collate "C" and firm.closed_at is null
        group by said.name_key) known
    where line.import_id = import and line.state = 'waiting' and line.organisation_id is null and line.business_id is null and line.name_key = known.name_key;
end $$;
