-- C5: what staff opened lately and was told of one record is of the record that it became; told apart again, each has its own back. These tell
-- what was seen: neither stands in the way of an undo, so they are put back row by row, where they still are.
create function seloste.carry_seen(merge uuid, gone uuid, kept uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  perform seloste.refuse_unless_matcher();
  insert into register.undo_row (of, place, key, person_id, organisation_id, before)
    select merge, 'register.seen_lately', t.id::text, t.person_id, t.organisation_id, to_jsonb(t) from register.seen_lately t
      where gone in (t.person_id, t.organisation_id) or kept in (t.person_id, t.organisation_id)
    union all
    select merge, 'register.notification', t.id::text, t.person_id, t.organisation_id, to_jsonb(t) from register.notification t
      where gone in (t.person_id, t.organisation_id);

  -- Whoever opened both cards opened one, when they last did.
  update register.seen_lately own set at = other.at from register.seen_lately other
    where own.record_id = kept and other.record_id = gone and own.staff = other.staff and own.kind = other.kind and own.at < other.at;
  delete from register.seen_lately other using register.seen_lately own
    where own.record_id = kept and other.record_id = gone and own.staff = other.staff and own.kind = other.kind;
  update register.seen_lately set record_id = kept where record_id = gone;
  update register.seen_lately set person_id = kept where person_id = gone;
  update register.seen_lately set organisation_id = kept where organisation_id = gone;
  update register.notification set person_id = kept where person_id = gone;
  update register.notification set organisation_id = kept where organisation_id = gone;
end $$;

-- The way back, once both records are there again: what was opened since stays opened.
create function seloste.put_back_seen(was jsonb, since timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  opened jsonb;
begin
  perform seloste.refuse_unless_matcher();
  select jsonb_agg(to_jsonb(now)) into opened from register.seen_lately now
    join jsonb_populate_recordset(null::register.seen_lately, was) held on held.id = now.id
    where now.record_id <> held.record_id and now.at > since;
  update register.seen_lately now set person_id = held.person_id, organisation_id = held.organisation_id, record_id = held.record_id,
      at = case when now.record_id = held.record_id and now.at > since then now.at else held.at end
    from jsonb_populate_recordset(null::register.seen_lately, was) held where held.id = now.id;
  insert into register.seen_lately (id, staff, kind, record_id, organisation_id, person_id, at)
    select id, staff, kind, record_id, organisation_id, person_id, at from jsonb_populate_recordset(null::register.seen_lately, was) held
    where held.record_id in (held.person_id, held.organisation_id)
    on conflict do nothing;
  insert into register.seen_lately (staff, kind, record_id, organisation_id, person_id, at)
    select staff, kind, record_id, organisation_id, person_id, at from jsonb_populate_recordset(null::register.seen_lately, opened)
    on conflict do nothing;
end $$;
revoke all on function seloste.carry_seen(uuid, uuid, uuid), seloste.put_back_seen(jsonb, timestamptz) from public;

do $do$
declare
  begun  text := pg_get_functiondef('seloste.begin_merge(uuid,text,uuid,uuid,text,timestamptz)'::regprocedure);
  undone text := pg_get_functiondef('seloste.undo_merge(uuid,timestamptz)'::regprocedure);
  begins text := replace(begun, 'end $function$', '  perform seloste.carry_seen(merge, gone, kept);' || e'\nend $function$');
  undoes text := undone;
begin
  undoes := replace(undoes, e'  new   text;\n', e'  new   text;\n  seen  jsonb;\n  told  jsonb;\n');
  undoes := replace(undoes, '  if new is null then new := seloste.put_back(merge, null, null); end if;',
    $new$  select jsonb_agg(row.before) filter (where row.place = 'register.seen_lately'), jsonb_agg(row.before) filter (where row.place = 'register.notification')
    into seen, told from register.undo_row row where row.of = merge and row.place in ('register.seen_lately', 'register.notification');
  delete from register.undo_row row where row.of = merge and row.place in ('register.seen_lately', 'register.notification');
  if new is null then new := seloste.put_back(merge, null, null); end if;
  if new is null then
    perform seloste.put_back_seen(seen, held.at);
    update register.notification now set person_id = was.person_id, organisation_id = was.organisation_id
      from jsonb_populate_recordset(null::register.notification, told) was where was.id = now.id;
  end if;$new$);
  if begins = begun or undoes not like '%seen  jsonb%' or undoes not like '%put_back_seen%' then
    raise exception 'seloste.begin_merge or seloste.undo_merge is not as it was';
  end if;
  execute begins;
  execute undoes;
end $do$;
