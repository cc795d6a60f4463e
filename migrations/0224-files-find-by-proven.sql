-- S12.5: an address that nobody has confirmed makes no line of a file somebody's.
create or replace function seloste.match_lines(import uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp set enable_nestloop = off
  as $$
begin
  perform from register.import_run where id = import for update;
  analyze register.import_line; -- a table just filled looks empty to the planner: a million lines against each other, one by one

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

  -- Who is of this file only stays so, unless the line that said them first is not taken.
  update register.import_line line set
      person_id = case when first.line is not null and first.line = line.first_line then null else line.person_id end,
      first_line = case when first.line is not null and first.line = line.first_line then null else line.first_line end,
      organisation_id = case when first.line is not null and first.line = line.first_company_line then null else line.organisation_id end,
      first_company_line = case when first.line is not null and first.line = line.first_company_line then null else line.first_company_line end
    from register.import_line first
    where line.import_id = import and line.state = 'waiting' and first.import_id = import and first.state in ('refused', 'erased')
      and first.line in (line.first_line, line.first_company_line);
  -- Keys of the statement's own fields are asked by the duty that may read them, after this.
  update register.import_line set person_id = null
    where import_id = import and state = 'waiting' and person_id is not null and first_line is null and email is null;
  update register.import_line set organisation_id = null
    where import_id = import and state = 'waiting' and organisation_id is not null and first_company_line is null and business_id is null and name_key is null;

  with said as materialized (
      select distinct email as address, seloste.folded(email) collate "C" as folded from register.import_line
      where import_id = import and state = 'waiting' and email is not null),
    known as (
      select distinct on (said.address) said.address, mail.person_id
      from said join register.person_email mail on seloste.folded(mail.address) collate "C" = said.folded and mail.is_proven
        join register.person who on who.id = mail.person_id
      order by said.address, who.closed_at nulls first, mail.is_primary desc, mail.person_id)
  update register.import_line line set person_id = known.person_id, first_line = null
    from said left join known on known.address = said.address
    where line.import_id = import and line.state = 'waiting' and line.email = said.address
      and (known.person_id is not null and (line.person_id is distinct from known.person_id or line.first_line is not null)
        or known.person_id is null and line.person_id is not null and line.first_line is null);

  update register.import_line line set organisation_id = firm.id, first_company_line = null,
      state = case when firm.closed_at is null then line.state else 'refused' end,
      code = case when firm.closed_at is null then null else 'COMPANY_CLOSED' end,
      field = case when firm.closed_at is null then null else 'org.businessId' end,
      clause = case when firm.closed_at is null then null else 'S4.4' end
    from register.organisation firm
    where line.import_id = import and line.state = 'waiting' and line.business_id is not null and firm.business_id = line.business_id
      and (line.organisation_id is distinct from firm.id or line.first_company_line is not null or firm.closed_at is not null);
  update register.import_line line set organisation_id = null
    where line.import_id = import and line.state = 'waiting' and line.business_id is not null and line.organisation_id is not null and line.first_company_line is null
      and not exists (select from register.organisation firm where firm.id = line.organisation_id and firm.business_id = line.business_id);

  with said as materialized (
      select distinct name_key from register.import_line
      where import_id = import and state = 'waiting' and business_id is null and name_key is not null),
    known as (
      select said.name_key, (array_agg(firm.id))[1] as id, count(*) > 1 as several
      from said join register.organisation firm on seloste.folded(firm.name) collate "C" = said.name_key collate "C" and firm.closed_at is null
      group by said.name_key)
  update register.import_line line set organisation_id = case when not known.several then known.id end, first_company_line = null,
      state = case when known.several then 'refused' else line.state end,
      code = case when known.several then 'COMPANY_NOT_CLEAR' end, field = case when known.several then 'org.name' end
    from said left join known on known.name_key = said.name_key
    where line.import_id = import and line.state = 'waiting' and line.business_id is null and line.name_key = said.name_key
      and (known.id is not null and (known.several or line.organisation_id is distinct from known.id or line.first_company_line is not null)
        or known.id is null and line.organisation_id is not null and line.first_company_line is null);
end $$;
