-- Two records that were made one, for as long as they can be told apart again.
create table register.merge (
  id              uuid primary key,
  subject         text not null check (subject in ('person', 'organisation')),
  person_id       uuid,          -- who stays; null: an organisation
  organisation_id uuid,
  gone            uuid not null,
  at              timestamptz not null,
  by              text not null,
  known           text[] not null default '{}', -- the rows about who stays, as the merge left them: places and keys
  undone_at       timestamptz,   -- null while it stands
  constraint merge_is_of_one check (num_nonnulls(person_id, organisation_id) = 1)
);
create index merge_of_person on register.merge (person_id) where person_id is not null;
create index merge_of_organisation on register.merge (organisation_id) where organisation_id is not null;
create index merge_at on register.merge (at desc);

-- Two records that may be one: found by keys they share, and told apart for good when somebody says so.
create table register.duplicate_pair (
  id                    uuid primary key default uuidv7(),
  subject               text not null check (subject in ('person', 'organisation')),
  person_id             uuid constraint duplicate_pair_person references register.person (id) on delete cascade,
  other_person_id       uuid constraint duplicate_pair_other_person references register.person (id) on delete cascade,
  organisation_id       uuid constraint duplicate_pair_organisation references register.organisation (id) on delete cascade,
  other_organisation_id uuid constraint duplicate_pair_other_organisation references register.organisation (id) on delete cascade,
  score                 integer not null,
  reasons               text[] not null, -- codes, never values
  state                 text not null default 'open' check (state in ('open', 'dismissed')),
  found_at              timestamptz not null,
  dismissed_by          text,
  constraint duplicate_pair_of_people unique (person_id, other_person_id),
  constraint duplicate_pair_of_organisations unique (organisation_id, other_organisation_id)
);
create index duplicate_pair_open on register.duplicate_pair (score desc, id) where state = 'open';
create index duplicate_pair_other on register.duplicate_pair (other_person_id) where other_person_id is not null;
create index duplicate_pair_other_firm on register.duplicate_pair (other_organisation_id) where other_organisation_id is not null;

-- A company's name without what its form adds: "Oy Mäki & Pojat Ab" and "Mäki ja pojat" are one key apart.
create function seloste.firm_key(name text) returns text
  language sql immutable strict parallel safe
  return regexp_replace(regexp_replace(' ' || regexp_replace(seloste.folded(name), '[^a-z0-9]+', ' ', 'g') || ' ',
    ' (oy|oyj|ab|abp|ky|kb|ay|ry|rf|rek|tmi|t mi|ltd|inc|gmbh|as|plc|osk|ja|och|and|the)(?= )', ' ', 'g'), ' +', '', 'g');
revoke all on function seloste.firm_key from public;
create index organisation_by_firm_key on register.organisation (seloste.firm_key(name) collate "C");

create function seloste.refuse_unless_matcher() returns void
  language plpgsql stable set search_path = pg_catalog, pg_temp
  as $$
begin
  if session_user not like '%\_matching' then raise exception 'permission denied for table merge' using errcode = '42501'; end if;
end $$;
revoke all on function seloste.refuse_unless_matcher from public;

-- Keeps what stands, before two records become one.
create function seloste.begin_merge(merge uuid, subject text, gone uuid, kept uuid, who text, at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  perform seloste.refuse_unless_matcher();
  insert into register.merge (id, subject, person_id, organisation_id, gone, at, by)
    values (merge, subject, case subject when 'person' then kept end, case subject when 'organisation' then kept end, gone, at, who);
  if subject = 'person' then perform seloste.note_before(merge, array[gone, kept], '{}', null);
  else perform seloste.note_before(merge, '{}', array[gone, kept], null); end if;
end $$;
revoke all on function seloste.begin_merge from public;

-- Which of two values stays is chosen field by field; where nothing is chosen, that of the record that stays.
create function seloste.take_values(subject text, gone uuid, kept uuid, fields text[]) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  one  text;
  said text;
begin
  perform seloste.refuse_unless_matcher();
  if subject = 'person' then
    if 'person.name' = any (fields) then
      update register.person who set given_name = other.given_name, family_name = other.family_name from register.person other where who.id = kept and other.id = gone;
    end if;
    delete from register.person_source told where told.person_id = kept and told.value_id = kept and told.field = any (fields)
      and exists (select from register.person_source other where other.person_id = gone and other.value_id = gone and other.field = told.field);
  else
    if 'org.name' = any (fields) then update register.organisation firm set name = other.name from register.organisation other where firm.id = kept and other.id = gone; end if;
    if 'org.phone' = any (fields) then update register.organisation firm set phone = other.phone, phone_typed = other.phone_typed from register.organisation other where firm.id = kept and other.id = gone; end if;
    if 'org.email' = any (fields) then update register.organisation firm set email = other.email, email_kind = other.email_kind from register.organisation other where firm.id = kept and other.id = gone; end if;
    if 'org.businessId' = any (fields) then
      select business_id into said from register.organisation where id = gone;
      update register.organisation set business_id = null where id = gone;
      update register.organisation set business_id = said where id = kept and said is not null;
    end if;
    delete from register.organisation_source told where told.organisation_id = kept and told.value_id = kept and told.field = any (fields)
      and exists (select from register.organisation_source other where other.organisation_id = gone and other.value_id = gone and other.field = told.field);
  end if;
  -- Fields that the statement added: a column each.
  for one in
    select column_name from information_schema.columns
    where table_schema = 'declared' and table_name = subject and column_name = any (select seloste.declared_column(field) from unnest(fields) field)
  loop
    execute format('insert into declared.%1$I as held (%2$I, %3$I) select $2, said.%3$I from declared.%1$I said where said.%2$I = $1 and said.%3$I is not null
      on conflict (%2$I) do update set %3$I = excluded.%3$I', subject, subject || '_id', one) using gone, kept;
  end loop;
end $$;
revoke all on function seloste.take_values from public;

-- The column of a field that the statement added, as its own plan names it.
create function seloste.declared_column(field text) returns text
  language sql immutable strict parallel safe
  return case when field like 'com.%' then 'com_' else '' end || lower(regexp_replace(regexp_replace(
    substr(field, strpos(field, '.') + 1), '([a-z0-9])([A-Z])', '\1_\2', 'g'), '[^A-Za-z0-9]+', '_', 'g'));
revoke all on function seloste.declared_column from public;

create function seloste.end_merge(merge uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  held register.merge;
begin
  perform seloste.refuse_unless_matcher();
  select * into held from register.merge one where one.id = merge;
  if held.subject = 'person' then
    perform seloste.note_after(merge, array[held.gone, held.person_id], '{}', null);
    update register.merge one set known = array(select place || ' ' || key from seloste.rows_about(array[held.person_id], '{}', null)) where one.id = merge;
  else
    perform seloste.note_after(merge, '{}', array[held.gone, held.organisation_id], null);
    update register.merge one set known = array(select place || ' ' || key from seloste.rows_about('{}', array[held.organisation_id], null)) where one.id = merge;
  end if;
end $$;
revoke all on function seloste.end_merge from public;

-- Two records of one company become one. What each module keeps about it moves by the column that says so.
create function seloste.merge_organisations(gone uuid, kept uuid, at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  one     record;
  several text;
  known   text;
begin
  perform seloste.refuse_unless_matcher();
  if gone = kept then raise exception 'one company cannot be merged' using errcode = '22023'; end if;
  perform from register.organisation where id in (gone, kept) order by id for update;
  if (select count(*) from register.organisation where id in (gone, kept)) < 2 then raise exception 'not two companies' using errcode = 'P0002'; end if;
  -- S5.2: a sole trader's company is the person; two people are made one first.
  if (select count(distinct coalesce(person_id, '00000000-0000-0000-0000-000000000000')) from register.organisation where id in (gone, kept)) > 1 then
    raise exception 'a sole trader is a person' using errcode = '22000';
  end if;

  update register.affiliation held set job_role = coalesce(held.job_role, link.job_role), since = least(held.since, link.since)
    from register.affiliation link
    where held.organisation_id = kept and link.organisation_id = gone and held.person_id = link.person_id and held.left_on is null and link.left_on is null;
  delete from register.affiliation link where link.organisation_id = gone and link.left_on is null
    and exists (select from register.affiliation other where other.organisation_id = kept and other.person_id = link.person_id and other.left_on is null);
  delete from register.organisation_address place where place.organisation_id = gone
    and exists (select from register.organisation_address other where other.organisation_id = kept and other.kind = place.kind
      and (other.street, other.house_number, other.po_box, other.postcode) is not distinct from (place.street, place.house_number, place.po_box, place.postcode));
  delete from register.relationship tie using register.relationship other
    where tie.organisation_id = kept and other.organisation_id = gone and other.group_company = tie.group_company and tie.closed_at is not null and other.closed_at is null;
  delete from register.relationship tie where tie.organisation_id = gone
    and exists (select from register.relationship other where other.organisation_id = kept and other.group_company = tie.group_company);
  -- S12.16: of two objections that say the same one stays, and each that only one said stays too.
  delete from register.objection theirs where theirs.organisation_id = gone and theirs.lifted_at is null
    and exists (select from register.objection own where own.organisation_id = kept and own.lifted_at is null
      and (own.scope, own.channel, own.topic) is not distinct from (theirs.scope, theirs.channel, theirs.topic));

  select string_agg(quote_ident(column_name), ', '), string_agg(format('%1$I = coalesce(said.%1$I, excluded.%1$I)', column_name), ', ')
    into several, known from information_schema.columns
    where table_schema = 'declared' and table_name = 'organisation' and column_name <> 'organisation_id';
  if several is not null then
    execute format('insert into declared.organisation as said (organisation_id, %1$s) select $1, %1$s from declared.organisation where organisation_id = $2
      on conflict (organisation_id) do update set %2$s', several, known) using kept, gone;
  end if;
  delete from declared.organisation where organisation_id = gone;

  for one in
    select place, column_name from seloste.columns_about('organisation')
    where place not in ('register.organisation', 'register.organisation_source', 'declared.organisation')
  loop
    execute format('update %s set %I = $2 where %I = $1', one.place, one.column_name, one.column_name) using gone, kept;
  end loop;

  delete from register.organisation_source told where told.organisation_id = gone and (
    exists (select from register.organisation_source other where other.organisation_id = kept and other.field = told.field
      and other.value_id in (told.value_id, case told.value_id when gone then kept end))
    or told.value_id <> gone and not exists (select from register.organisation_address where id = told.value_id)
      and not exists (select from register.relationship where id = told.value_id));
  update register.organisation_source set organisation_id = kept, value_id = case value_id when gone then kept else value_id end where organisation_id = gone;

  select * into one from register.organisation where id = gone;
  update register.organisation set business_id = null where id = gone;
  update register.organisation firm set business_id = coalesce(firm.business_id, one.business_id), vat_registered = coalesce(firm.vat_registered, one.vat_registered),
    phone = coalesce(firm.phone, one.phone), phone_typed = case when firm.phone is null then one.phone_typed else firm.phone_typed end,
    email = coalesce(firm.email, one.email), email_kind = case when firm.email is null then one.email_kind else firm.email_kind end,
    created_at = least(firm.created_at, one.created_at), changed_at = at, revision = firm.revision + 1,
    closed_at = case when one.closed_at is null then null else firm.closed_at end
    where firm.id = kept;
  delete from register.organisation where id = gone;
end $$;
revoke all on function seloste.merge_organisations from public;

-- Tells two records apart again, as they were to the letter. Answers what stands in the way; null when it is done.
create function seloste.undo_merge(merge uuid, at timestamptz) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  held  register.merge;
  new   text;
begin
  perform seloste.refuse_unless_matcher();
  select * into held from register.merge one where one.id = merge for update;
  if held.id is null or held.undone_at is not null then return 'over'; end if;
  if not exists (select from register.undo_row row where row.of = merge) then return 'over'; end if;
  select row.place into new from seloste.rows_about(
      case held.subject when 'person' then array[held.person_id] else '{}' end, case held.subject when 'person' then '{}' else array[held.organisation_id] end, null) row
    where row.place || ' ' || row.key <> all (held.known) limit 1;
  if new is null then new := seloste.put_back(merge, null, null); end if;
  if new is null then update register.merge one set undone_at = undo_merge.at where one.id = merge; end if;
  return new;
end $$;
revoke all on function seloste.undo_merge from public;

-- Whom these values may already mean. Says ids and codes of reasons, and is asked by the matcher only.
create function seloste.alike(subject text, said_name text, said_email text, said_phone text, said_number text)
  returns table (id uuid, score integer, reasons text[])
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  folded text := btrim(regexp_replace(seloste.folded(coalesce(said_name, '')), '\s+', ' ', 'g'));
  firm   text := seloste.firm_key(coalesce(said_name, ''));
begin
  if subject = 'person' then
    return query
      select found.id, sum(found.points)::int, array_agg(distinct found.reason) from (
        select mail.person_id as id, 60 as points, 'email' as reason from register.person_email mail
          where seloste.folded(mail.address) collate "C" = seloste.folded(said_email) collate "C" and mail.kind <> 'role'
        union select call.person_id, 40, 'phone' from register.person_phone call where call.number collate "C" = said_phone
        union select who.id, 50, 'name' from register.person who where folded <> '' and folded like '% %'
          and (seloste.folded(who.given_name || ' ' || who.family_name) collate "C" = folded or seloste.folded(who.family_name || ' ' || who.given_name) collate "C" = folded)
      ) found group by found.id having sum(found.points) >= 40 order by 2 desc limit 8;
  else
    return query
      select found.id, sum(found.points)::int, array_agg(distinct found.reason) from (
        select held.id, 100 as points, 'business-id' as reason from register.organisation held where held.business_id = said_number
        union select held.id, 60, 'name' from register.organisation held where firm <> '' and seloste.firm_key(held.name) collate "C" = firm
        union select near.id, 45, 'name-alike' from (
          select held.id from register.organisation held
          where length(folded) >= 4 and seloste.folded(held.name) operator(seloste.%) folded and seloste.firm_key(held.name) collate "C" <> firm
            and seloste.similarity(seloste.folded(held.name), folded) >= 0.6
          limit 20) near
        union select held.id, 50, 'email' from register.organisation held where seloste.folded(held.email) collate "C" = seloste.folded(said_email) collate "C"
      ) found group by found.id having sum(found.points) >= 45 order by 2 desc limit 8;
  end if;
end $$;
revoke all on function seloste.alike from public;

-- Looks through the whole register for records that may be one: only records that share a key are ever compared.
create function seloste.find_duplicates(at timestamptz) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp set enable_nestloop = off
  as $$
declare
  people integer;
  firms  integer;
begin
  perform seloste.refuse_unless_matcher();
  delete from register.duplicate_pair where state = 'open';
  with keyed as materialized (
      select 'email' as kind, 60 as points, seloste.folded(mail.address) as key, mail.person_id as id from register.person_email mail where mail.kind <> 'role'
      union all select 'phone', 40, call.number, call.person_id from register.person_phone call
      union all select 'name', 30, array_to_string(array(select word from unnest(string_to_array(seloste.folded(who.given_name || ' ' || who.family_name), ' ')) word where word <> '' order by word), ' '), who.id
        from register.person who where who.given_name <> '' and who.family_name <> ''
      union all select 'company', 30, link.organisation_id || ' ' || seloste.folded(who.family_name) || ' ' || left(seloste.folded(who.given_name), 1), who.id
        from register.person who join register.affiliation link on link.person_id = who.id and link.left_on is null
        where who.family_name <> ''
      union all select 'address', 25, place.postcode || ' ' || seloste.folded(coalesce(place.street, '') || coalesce(place.house_number, '') || coalesce(place.po_box, '')) || ' ' || seloste.folded(who.family_name), who.id
        from register.person_address place join register.person who on who.id = place.person_id),
    blocks as materialized (
      -- A key that many share tells nobody apart.
      select kind, key from keyed group by kind, key having count(distinct id) between 2 and 8),
    pairs as (
      select least(one.id, other.id) as a, greatest(one.id, other.id) as b, one.kind, max(one.points) as points
      from blocks join keyed one on one.kind = blocks.kind and one.key = blocks.key join keyed other on other.kind = blocks.kind and other.key = blocks.key
      where one.id < other.id group by 1, 2, 3)
  insert into register.duplicate_pair (subject, person_id, other_person_id, score, reasons, found_at)
    select 'person', a, b, sum(points), array_agg(kind order by points desc, kind), at from pairs group by a, b having sum(points) >= 60
    on conflict do nothing;
  get diagnostics people = row_count;
  with keyed as materialized (
      select 'name' as kind, 60 as points, seloste.firm_key(held.name) as key, held.id from register.organisation held where held.closed_at is null
      union all select 'phone', 30, held.phone, held.id from register.organisation held where held.phone is not null and held.closed_at is null
      union all select 'email', 30, seloste.folded(held.email), held.id from register.organisation held where held.email is not null and held.closed_at is null
      union all select 'address', 25, place.postcode || ' ' || seloste.folded(coalesce(place.street, '') || coalesce(place.house_number, '') || coalesce(place.po_box, '')) || ' ' || left(seloste.firm_key(held.name), 3), held.id
        from register.organisation_address place join register.organisation held on held.id = place.organisation_id where held.closed_at is null),
    blocks as materialized (select kind, key from keyed where key <> '' group by kind, key having count(distinct id) between 2 and 8),
    pairs as (
      select least(one.id, other.id) as a, greatest(one.id, other.id) as b, one.kind, max(one.points) as points
      from blocks join keyed one on one.kind = blocks.kind and one.key = blocks.key join keyed other on other.kind = blocks.kind and other.key = blocks.key
      where one.id < other.id group by 1, 2, 3),
    scored as (
      select a, b, array_agg(kind order by points desc, kind) as kinds, sum(points) as points,
        -- Two business IDs are two companies, however alike they look.
        case when one.business_id <> other.business_id then -50 else 0 end as apart
      from pairs join register.organisation one on one.id = a join register.organisation other on other.id = b
      group by a, b, one.business_id, other.business_id)
  insert into register.duplicate_pair (subject, organisation_id, other_organisation_id, score, reasons, found_at)
    select 'organisation', a, b, points + apart, kinds, at from scored where points + apart >= 50
    on conflict do nothing;
  get diagnostics firms = row_count;
  return people + firms;
end $$;
revoke all on function seloste.find_duplicates from public;
