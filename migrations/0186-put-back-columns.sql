-- Only the columns that a merge or an import changed are put back: what is locked beside them is not touched, not even with the value it has.
create or replace function seloste.put_back(journal uuid, people uuid[], companies uuid[]) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  one record;
  now jsonb;
begin
  create temporary table if not exists putting (place text, key text, before jsonb, after jsonb, depth integer, is_it text, columns text, changed text) on commit drop;
  truncate putting;
  insert into putting
    select row.place, row.key, row.before, row.after, place.depth,
      format('(%s) = (select %s from jsonb_populate_record(null::%s, $1) said)', (select string_agg('t.' || part, ', ') from unnest(place.keys) part),
        (select string_agg('said.' || part, ', ') from unnest(place.keys) part), row.place), place.columns,
      (select string_agg(quote_ident(was.key), ', ') from jsonb_each(row.before) was join jsonb_each(row.after) left_as using (key) where was.value is distinct from left_as.value)
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
    execute format('update %s t set (%s) = (select %s from jsonb_populate_record(null::%s, $1)) where %s', one.place, one.changed, one.changed, one.place, one.is_it) using one.before;
  end loop;
  for one in select * from putting where after is null order by depth loop
    execute format('insert into %s (%s) overriding system value select %s from jsonb_populate_record(null::%s, $1)', one.place, one.columns, one.columns, one.place)
      using one.before;
  end loop;
  for one in select * from putting where before is not null and after is not null and place not in ('register.person', 'register.organisation') order by depth loop
    execute format('update %s t set (%s) = (select %s from jsonb_populate_record(null::%s, $1)) where %s', one.place, one.changed, one.changed, one.place, one.is_it) using one.before;
  end loop;
  delete from register.undo_row row using putting where row.of = journal and row.place = putting.place and row.key = putting.key;
  return null;
end $$;

create or replace function seloste.put_back_several(journal uuid, people uuid[], companies uuid[]) returns table (left_as_is uuid)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  one     record;
  found   uuid[];
  stay    uuid[] := '{}';
  columns text;
  changed text;
  mine    constant text := 'row.of = $1 and (row.person_id = any ($2) or row.person_id is null and row.organisation_id = any ($3))';
  going   constant text := mine || ' and not coalesce(row.person_id, row.organisation_id) = any ($4)';
begin
  perform from register.person who where who.id = any (people) order by who.id for update;
  perform from register.organisation firm where firm.id = any (companies) order by firm.id for update;
  for one in select distinct row.place from register.undo_row row where row.of = journal
      and (row.person_id = any (people) or row.person_id is null and row.organisation_id = any (companies)) loop
    execute format('select array_agg(distinct coalesce(row.person_id, row.organisation_id)) from register.undo_row row %s
      where %s and row.place = %L and to_jsonb(t) is distinct from row.after', seloste.noted_join(one.place), mine, one.place)
      into found using journal, people, companies;
    stay := stay || coalesce(found, '{}');
  end loop;
  -- What is leant on comes first and goes last.
  for one in select row.place, seloste.depth_of(row.place::regclass) as depth from (
      select distinct held.place from register.undo_row held where held.of = journal
        and (held.person_id = any (people) or held.person_id is null and held.organisation_id = any (companies))) row order by 2 desc loop
    execute format('delete from %1$s gone using (select t.* from register.undo_row row %2$s where %3$s and row.place = %1$L and row.before is null) said where (%4$s) = (%5$s)',
      one.place, seloste.noted_join(one.place), going,
      (select string_agg('gone.' || part, ', ') from unnest(seloste.key_columns(one.place)) part),
      (select string_agg('said.' || part, ', ') from unnest(seloste.key_columns(one.place)) part)) using journal, people, companies, stay;
  end loop;
  for one in select row.place, seloste.depth_of(row.place::regclass) as depth from (
      select distinct held.place from register.undo_row held where held.of = journal
        and (held.person_id = any (people) or held.person_id is null and held.organisation_id = any (companies))) row order by 2 loop
    select string_agg(quote_ident(part.attname), ', ' order by part.attnum) into columns from pg_attribute part
      where part.attrelid = one.place::regclass and part.attnum > 0 and not part.attisdropped and part.attgenerated = '';
    execute format('insert into %1$s (%2$s) overriding system value select %3$s from register.undo_row row cross join lateral jsonb_populate_record(null::%1$s, row.before) said
      where %4$s and row.place = %1$L and row.before is not null and row.after is null', one.place, columns,
      (select string_agg('said.' || part, ', ') from unnest(string_to_array(columns, ', ')) part), going) using journal, people, companies, stay;
    execute format('select string_agg(distinct quote_ident(was.key), '', '') from register.undo_row row cross join lateral jsonb_each(row.before) was
      join lateral jsonb_each(row.after) left_as on left_as.key = was.key and left_as.value is distinct from was.value where %s and row.place = %L', going, one.place)
      into changed using journal, people, companies, stay;
    if changed is null then continue; end if;
    execute format('update %1$s t set (%2$s) = (select %3$s from jsonb_populate_record(null::%1$s, row.before) old) from register.undo_row row
      cross join lateral jsonb_populate_record(null::%1$s, row.after) said
      where %4$s and row.place = %1$L and row.before is not null and row.after is not null and (%5$s) = (%6$s)', one.place, changed,
      (select string_agg('old.' || part, ', ') from unnest(string_to_array(changed, ', ')) part), going,
      (select string_agg('t.' || part, ', ') from unnest(seloste.key_columns(one.place)) part),
      (select string_agg('said.' || part, ', ') from unnest(seloste.key_columns(one.place)) part)) using journal, people, companies, stay;
  end loop;
  delete from register.undo_row row where row.of = journal
    and (row.person_id = any (people) or row.person_id is null and row.organisation_id = any (companies))
    and not coalesce(row.person_id, row.organisation_id) = any (stay);
  return query select distinct said from unnest(stay) said;
end $$;
