-- The suppressions that this merge added are noted too: those of an address that never said no are taken back with it.
create or replace function seloste.end_merge(merge uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  held register.merge;
begin
  perform seloste.refuse_unless_matcher();
  select * into held from register.merge one where one.id = merge;
  if held.subject = 'person' then
    perform seloste.note_after(merge, array[held.gone, held.person_id], '{}', null);
    -- A keyed digest names nobody: what this transaction itself wrote is known by that alone.
    insert into register.undo_row (of, place, key, person_id, after)
      select merge, 'register.suppression', no.id::text, held.person_id, to_jsonb(no) from register.suppression no
      where no.at = held.at and no.xmin = pg_current_xact_id()::xid;
    update register.merge one set known = array(select place || ' ' || key from seloste.rows_about(array[held.person_id], '{}', null)) where one.id = merge;
  else
    perform seloste.note_after(merge, '{}', array[held.gone, held.organisation_id], null);
    update register.merge one set known = array(select place || ' ' || key from seloste.rows_about('{}', array[held.organisation_id], null)) where one.id = merge;
  end if;
end $$;

create or replace function seloste.undo_merge(merge uuid, at timestamptz) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  held  register.merge;
  stays text;
  done  bigint;
  new   text;
begin
  perform seloste.refuse_unless_matcher();
  select * into held from register.merge one where one.id = merge for update;
  if held.id is null or held.undone_at is not null then return 'over'; end if;
  if not exists (select from register.undo_row row where row.of = merge) then return 'over'; end if;
  select row.place into new from seloste.rows_about(
      case held.subject when 'person' then array[held.person_id] else '{}' end, case held.subject when 'person' then '{}' else array[held.organisation_id] end, null) row
    where row.place || ' ' || row.key <> all (held.known) limit 1;
  -- C5: a no that is said again writes no new row, and is a no all the same: what was said since is read in the ledger.
  stays := coalesce(held.person_id, held.organisation_id)::text;
  select coalesce(max(leaf.seq), 0) into done from register.ledger_opening said join register.ledger_leaf leaf on leaf.hash = said.hash
    where said.payload ->> 'about' = stays and said.payload -> 'detail' ->> 'merge' = merge::text and said.payload ->> 'what' in ('person.merged', 'organisation.merged');
  if new is null and exists (
      select from register.ledger_opening said join register.ledger_leaf leaf on leaf.hash = said.hash
      where said.payload ->> 'about' = stays and leaf.seq > done and said.payload ->> 'what' ~ '^(objection|refusal|consent|restriction|topics)\.') then
    new := 'register.objection';
  end if;
  -- Whoever else said no since may share the address: then the list keeps it.
  if new is null and exists (
      select from register.ledger_leaf leaf join register.ledger_opening said on said.hash = leaf.hash
      where leaf.seq > done and said.payload ->> 'what' ~ '^(objection\.recorded|address\.suppressed|consent\.withdrawn|topics\.chosen|person\.erased)') then
    delete from register.undo_row row where row.of = merge and row.place = 'register.suppression';
  end if;
  if new is null then new := seloste.put_back(merge, null, null); end if;
  if new is null then update register.merge one set undone_at = undo_merge.at where one.id = merge; end if;
  return new;
end $$;

-- The stricter of two consents, and the open one of two relationships, took the place of the other: they could not be told apart again.
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
  -- Table by table, what is leant on first; in each, a row that moves back makes room before the one that stood there returns.
  for one in select * from putting where before is not null and (after is null or place not in ('register.person', 'register.organisation'))
      order by depth, place, after is null loop
    if one.after is null then
      execute format('insert into %s (%s) overriding system value select %s from jsonb_populate_record(null::%s, $1)', one.place, one.columns, one.columns, one.place)
        using one.before;
    else
      execute format('update %s t set (%s) = (select %s from jsonb_populate_record(null::%s, $1)) where %s', one.place, one.changed, one.changed, one.place, one.is_it) using one.before;
    end if;
  end loop;
  delete from register.undo_row row using putting where row.of = journal and row.place = putting.place and row.key = putting.key;
  return null;
end $$;
