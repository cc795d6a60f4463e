-- What a merge or an import changed, row by row, for thirty days: so that it can be taken back as it was, to the letter.
create table register.undo_row (
  of              uuid not null,  -- the merge, or the import
  place           text not null,
  key             text not null,
  person_id       uuid,           -- whose row it is; null: an organisation's
  organisation_id uuid,
  before          jsonb,          -- null: there was no such row
  after           jsonb,          -- null: there is no such row any more
  primary key (of, place, key)
);
create index undo_row_of_person on register.undo_row (person_id) where person_id is not null;
create index undo_row_of_organisation on register.undo_row (organisation_id) where organisation_id is not null;

-- Tables that tell what was seen or is only passing: nothing there hangs on a record.
create function seloste.is_passing(place text) returns boolean
  language sql immutable parallel safe
  return place ~ '^register\.(access_log|ledger|import_|undo_row|merge|duplicate|seen_lately|notification)';
revoke all on function seloste.is_passing from public;

-- The columns by which rows are about a person or an organisation: by reference, or by the names that all tables use.
create function seloste.columns_about(subject text) returns table (place text, column_name text, is_list boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select distinct format('%s.%s', space.nspname, own.relname), own_column.attname::text, own_column.atttypid = 'uuid[]'::regtype
    from pg_class own join pg_namespace space on space.oid = own.relnamespace
      join pg_attribute own_column on own_column.attrelid = own.oid and own_column.attnum > 0 and not own_column.attisdropped
    where space.nspname in ('register', 'declared') and own.relkind = 'r' and not own.relispartition
      and not seloste.is_passing(format('%s.%s', space.nspname, own.relname))
      and (own_column.atttypid = 'uuid'::regtype and (
          own_column.attname = 'id' and own.oid = format('register.%s', subject)::regclass
          or own_column.attname = any (case subject when 'person' then array['person_id', 'contact_person_id'] else array['organisation_id'] end)
          or exists (select from pg_constraint rule where rule.contype = 'f' and rule.conrelid = own.oid
            and rule.confrelid = format('register.%s', subject)::regclass and rule.conkey = array[own_column.attnum]))
        or own_column.atttypid = 'uuid[]'::regtype and subject = 'person' and own_column.attname in ('people', 'parties'))
  $$;
revoke all on function seloste.columns_about from public;

-- Every row about these people and organisations, whole.
create function seloste.rows_about(people uuid[], companies uuid[], places text[])
  returns table (place text, key text, person_id uuid, organisation_id uuid, said jsonb)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  one record;
begin
  for one in
    select about.place,
      string_agg(case when about.is_list then format('t.%I && $1', about.column_name)
        when about.subject = 'person' then format('t.%I = any ($1)', about.column_name) else format('t.%I = any ($2)', about.column_name) end, ' or ') as condition,
      max(case when about.subject = 'person' and not about.is_list and about.column_name in ('id', 'person_id') then format('t.%I', about.column_name) end) as whose,
      max(case when about.subject = 'organisation' and about.column_name in ('id', 'organisation_id') then format('t.%I', about.column_name) end) as of_whom,
      (select string_agg(format('t.%I::text', part.attname), ', ' order by array_position(index.indkey::int2[], part.attnum))
        from pg_index index join pg_attribute part on part.attrelid = index.indrelid and part.attnum = any (index.indkey)
        where index.indrelid = about.place::regclass and index.indisprimary) as keys
    from (select 'person' as subject, named.* from seloste.columns_about('person') named
      union all select 'organisation', named.* from seloste.columns_about('organisation') named) about
    where places is null or about.place = any (places)
    group by about.place
  loop
    if one.keys is null then continue; end if;
    return query execute format('select %L::text, concat_ws(''|'', %s), %s::uuid, %s::uuid, to_jsonb(t) from %s t where %s',
      one.place, one.keys, coalesce(one.whose, 'null'), coalesce(one.of_whom, 'null'), one.place, one.condition) using people, companies;
  end loop;
end $$;
revoke all on function seloste.rows_about from public;

-- The columns of a table's primary key, quoted, in their order.
create function seloste.key_columns(asked text) returns text[]
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
    select array_agg(quote_ident(part.attname) order by array_position(index.indkey::int2[], part.attnum))
    from pg_index index join pg_attribute part on part.attrelid = index.indrelid and part.attnum = any (index.indkey)
    where index.indrelid = asked::regclass and index.indisprimary
  $$;
revoke all on function seloste.key_columns from public;

create function seloste.value_places() returns text[]
  language sql immutable parallel safe
  return array['register.person', 'register.person_email', 'register.person_phone', 'register.person_address', 'register.person_source',
    'register.affiliation', 'declared.person', 'register.organisation', 'register.organisation_address', 'register.organisation_source',
    'register.relationship', 'declared.organisation'];
revoke all on function seloste.value_places from public;

create function seloste.note_before(journal uuid, people uuid[], companies uuid[], places text[]) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$
    insert into register.undo_row (of, place, key, person_id, organisation_id, before)
      select journal, row.place, row.key, row.person_id, row.organisation_id, row.said from seloste.rows_about(people, companies, places) row
      on conflict do nothing
  $$;
revoke all on function seloste.note_before from public;

create function seloste.note_after(journal uuid, people uuid[], companies uuid[], places text[]) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  one record;
begin
  insert into register.undo_row (of, place, key, person_id, organisation_id, after)
    select journal, row.place, row.key, row.person_id, row.organisation_id, row.said from seloste.rows_about(people, companies, places) row
    on conflict (of, place, key) do update set after = excluded.after;
  -- A row that is about somebody else now, or about nobody, is still there.
  for one in select distinct row.place, seloste.key_columns(row.place) as keys from register.undo_row row where row.of = journal and row.after is null loop
    execute format('update register.undo_row row set after = (select to_jsonb(t) from %1$s t where (%2$s) = (select %3$s from jsonb_populate_record(null::%1$s, row.before) said))
      where row.of = $1 and row.place = %4$L and row.after is null', one.place,
      (select string_agg('t.' || part, ', ') from unnest(one.keys) part), (select string_agg('said.' || part, ', ') from unnest(one.keys) part), one.place) using journal;
  end loop;
  delete from register.undo_row row where row.of = journal and row.before is not distinct from row.after;
end $$;
revoke all on function seloste.note_after from public;

-- For the desk's own imports: what stood before a line changed it. Nothing of it is told.
create function seloste.keep_before(import uuid, people uuid[], companies uuid[]) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  perform from register.import_run run where run.id = import and run.state = 'running' and run.by = seloste.acting();
  if not found then raise exception 'no import is under way' using errcode = '42501'; end if;
  perform seloste.note_before(import, people, companies, seloste.value_places());
end $$;
revoke all on function seloste.keep_before from public;
create function seloste.keep_after(import uuid, people uuid[], companies uuid[]) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  perform from register.import_run run where run.id = import and run.state = 'running' and run.by = seloste.acting();
  if not found then raise exception 'no import is under way' using errcode = '42501'; end if;
  perform seloste.note_after(import, people, companies, seloste.value_places());
end $$;
revoke all on function seloste.keep_after from public;

-- How deep a table leans on others: what is leant on is put back first and taken away last.
create function seloste.depth_of(asked regclass) returns integer
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
    with recursive walk (place, depth) as (
      select asked::oid, 0
      union
      select rule.confrelid, walk.depth + 1 from walk join pg_constraint rule on rule.conrelid = walk.place and rule.contype = 'f'
        and rule.confrelid <> rule.conrelid
      where walk.depth < 8)
    select max(depth) from walk
  $$;
revoke all on function seloste.depth_of from public;

-- Puts rows back as they were, where each still is as it was left. Answers the first place that has changed since; null when all is back.
create function seloste.put_back(journal uuid, people uuid[], companies uuid[]) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  one record;
  now jsonb;
begin
  create temporary table if not exists putting (place text, key text, before jsonb, after jsonb, depth integer, is_it text, columns text) on commit drop;
  truncate putting;
  insert into putting
    select row.place, row.key, row.before, row.after, place.depth,
      format('(%s) = (select %s from jsonb_populate_record(null::%s, $1) said)', (select string_agg('t.' || part, ', ') from unnest(place.keys) part),
        (select string_agg('said.' || part, ', ') from unnest(place.keys) part), row.place), place.columns
    from register.undo_row row
      join lateral (select seloste.depth_of(row.place::regclass) as depth, seloste.key_columns(row.place) as keys,
        (select string_agg(quote_ident(part.attname), ', ' order by part.attnum) from pg_attribute part
          where part.attrelid = row.place::regclass and part.attnum > 0 and not part.attisdropped and part.attgenerated = '') as columns) place on true
    where row.of = journal and (people is null or row.person_id = any (people) or row.person_id is null and row.organisation_id = any (companies));

  for one in select * from putting loop
    execute format('select to_jsonb(t) from %s t where %s for update', one.place, one.is_it) into now using coalesce(one.before, one.after);
    if now is distinct from one.after then return one.place; end if;
  end loop;
  -- What is leant on comes first and goes last.
  for one in select * from putting where before is null order by depth desc loop
    execute format('delete from %s t where %s', one.place, one.is_it) using one.after;
  end loop;
  for one in select * from putting where before is not null and after is not null and place in ('register.person', 'register.organisation') loop
    execute format('update %s t set (%s) = (select %s from jsonb_populate_record(null::%s, $1)) where %s', one.place, one.columns, one.columns, one.place, one.is_it) using one.before;
  end loop;
  for one in select * from putting where after is null order by depth loop
    execute format('insert into %s (%s) overriding system value select %s from jsonb_populate_record(null::%s, $1)', one.place, one.columns, one.columns, one.place)
      using one.before;
  end loop;
  for one in select * from putting where before is not null and after is not null and place not in ('register.person', 'register.organisation') order by depth loop
    execute format('update %s t set (%s) = (select %s from jsonb_populate_record(null::%s, $1)) where %s', one.place, one.columns, one.columns, one.place, one.is_it) using one.before;
  end loop;
  delete from register.undo_row row using putting where row.of = journal and row.place = putting.place and row.key = putting.key;
  return null;
end $$;
revoke all on function seloste.put_back from public;

-- Takes back what lines of an import made: people first, and companies when nobody is left there. Answers what became of each line.
create function seloste.undo_lines(import uuid, wanted integer[], subject text)
  returns table (line integer, undone boolean, code text, gone uuid)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  made   uuid[];
  kept   uuid[] := '{}';
  found  uuid[];
  one    record;
  began  timestamptz;
begin
  select run.at into began from register.import_run run where run.id = import and run.state = 'undoing';
  if began is null then raise exception 'this import is not being undone' using errcode = '42501'; end if;
  if subject = 'person' then
    select array_agg(held.new_person) into made from register.import_line held
      where held.import_id = import and held.line = any (wanted) and held.state = 'taken' and held.person_id = held.new_person and held.first_line is null;
  else
    select array_agg(held.new_organisation) into made from register.import_line held
      where held.import_id = import and held.line = any (wanted) and held.state in ('taken', 'undone', 'left') and held.organisation_id = held.new_organisation and held.first_company_line is null;
  end if;
  made := coalesce(made, '{}');

  execute format('select array_agg(id) from register.%I where id = any ($1) and revision <> 1', subject) into found using made;
  kept := kept || coalesce(found, '{}');
  for one in
    select about.place, about.column_name, about.is_list from seloste.columns_about(subject) about
    where not (about.place = any (seloste.value_places()) and about.column_name <> 'contact_person_id') and about.place not in ('register.notice', 'register.notice_delivery')
  loop
    if one.is_list then
      execute format('select array_agg(distinct said) from %s t, unnest(t.%I) said where t.%I && $1 and said = any ($1)', one.place, one.column_name, one.column_name) into found using made;
    else
      execute format('select array_agg(distinct t.%I) from %s t where t.%I = any ($1)', one.column_name, one.place, one.column_name) into found using made;
    end if;
    kept := kept || coalesce(found, '{}');
  end loop;
  if subject = 'person' then
    select array_agg(told.person_id) into found from register.notice_delivery told where told.person_id = any (made) and told.at >= began;
    kept := kept || coalesce(found, '{}');
    select array_agg(firm.person_id) into found from register.organisation firm where firm.person_id = any (made);
    kept := kept || coalesce(found, '{}');
    select array_agg(tie.person_id) into found from register.relationship tie where tie.person_id = any (made) and tie.revision <> 1;
    kept := kept || coalesce(found, '{}');
  else
    select array_agg(tie.organisation_id) into found from register.affiliation tie where tie.organisation_id = any (made);
    kept := kept || coalesce(found, '{}');
    select array_agg(tie.organisation_id) into found from register.relationship tie where tie.organisation_id = any (made) and tie.revision <> 1;
    kept := kept || coalesce(found, '{}');
  end if;

  execute format('delete from register.%I where id = any ($1) and not id = any ($2)', subject) using made, kept;
  return query
    select held.line, not case subject when 'person' then held.new_person else held.new_organisation end = any (kept),
      case when case subject when 'person' then held.new_person else held.new_organisation end = any (kept) then 'HANGS_ON_IT' end,
      case subject when 'person' then held.new_person else held.new_organisation end
    from register.import_line held
    where held.import_id = import and held.line = any (wanted) and case subject when 'person' then held.new_person else held.new_organisation end = any (made);
end $$;
revoke all on function seloste.undo_lines from public;
