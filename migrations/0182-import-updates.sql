-- An import corrects many at once: each is counted as edited under the same sight as one by one. Answers whom it reached.
create function seloste.touch_several(subject text, asked uuid[], at timestamptz) returns setof uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  place constant regclass := case subject when 'person' then 'register.person' else 'register.organisation' end;
  added constant regclass := case subject when 'person' then 'declared.person' else 'declared.organisation' end;
  found uuid[];
begin
  if not (has_any_column_privilege(session_user, place, 'update') or has_any_column_privilege(session_user, added, 'update')) then
    raise exception 'permission denied for table %', place using errcode = '42501';
  end if;
  execute format('select array_agg(id) from (select id from %s where id = any ($1) and (%s) order by id for update) seen', place, seloste.rows_seen(place))
    into found using asked;
  return query execute format('update %s set revision = revision + 1, changed_at = $2 where id = any ($1) returning id', place) using found, at;
end $$;
revoke all on function seloste.touch_several from public;

-- Only the tables that a file's columns can change are looked at before and after.
drop function seloste.keep_before(uuid, uuid[], uuid[]);
drop function seloste.keep_after(uuid, uuid[], uuid[]);
create function seloste.keep_before(import uuid, people uuid[], companies uuid[], places text[]) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  perform from register.import_run run where run.id = import and run.state = 'running' and run.by = seloste.acting();
  if not found then raise exception 'no import is under way' using errcode = '42501'; end if;
  perform seloste.note_before(import, people, companies, array(select unnest(places) intersect select unnest(seloste.value_places())));
end $$;
revoke all on function seloste.keep_before from public;
create function seloste.keep_after(import uuid, people uuid[], companies uuid[], places text[]) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  perform from register.import_run run where run.id = import and run.state = 'running' and run.by = seloste.acting();
  if not found then raise exception 'no import is under way' using errcode = '42501'; end if;
  perform seloste.note_after(import, people, companies, array(select unnest(places) intersect select unnest(seloste.value_places())));
end $$;
revoke all on function seloste.keep_after from public;

-- A table's rows at its key, whole or not at all: the join of what was noted with what stands there now.
create function seloste.noted_join(place text) returns text
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
    select format('cross join lateral jsonb_populate_record(null::%1$s, coalesce(row.before, row.after)) said left join %1$s t on (%2$s) = (%3$s)', place,
      (select string_agg('t.' || part, ', ') from unnest(seloste.key_columns(place)) part),
      (select string_agg('said.' || part, ', ') from unnest(seloste.key_columns(place)) part))
  $$;
revoke all on function seloste.noted_join from public;

-- Puts many records back at once, table by table. Answers those that changed since, which stay as they are.
create function seloste.put_back_several(journal uuid, people uuid[], companies uuid[]) returns table (left_as_is uuid)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  one     record;
  found   uuid[];
  stay    uuid[] := '{}';
  columns text;
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
    execute format('update %1$s t set (%2$s) = (select %3$s from jsonb_populate_record(null::%1$s, row.before) old) from register.undo_row row
      cross join lateral jsonb_populate_record(null::%1$s, row.after) said
      where %4$s and row.place = %1$L and row.before is not null and row.after is not null and (%5$s) = (%6$s)', one.place, columns,
      (select string_agg('old.' || part, ', ') from unnest(string_to_array(columns, ', ')) part), going,
      (select string_agg('t.' || part, ', ') from unnest(seloste.key_columns(one.place)) part),
      (select string_agg('said.' || part, ', ') from unnest(seloste.key_columns(one.place)) part)) using journal, people, companies, stay;
  end loop;
  delete from register.undo_row row where row.of = journal
    and (row.person_id = any (people) or row.person_id is null and row.organisation_id = any (companies))
    and not coalesce(row.person_id, row.organisation_id) = any (stay);
  return query select distinct said from unnest(stay) said;
end $$;
revoke all on function seloste.put_back_several from public;
