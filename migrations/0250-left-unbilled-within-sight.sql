-- S5.11: whoever bills leaves unbilled what they see and what is not held after an erasure (Art. 18), and says it whole.

-- The lines of an order or a contract that its caller's own row policies show, and its party's too: read with the owner's rights, a policy
-- that asks for the party finds everybody. Null where nothing is seen. The row is locked.
create function seloste.lines_to_bill(place regclass, asked uuid) returns jsonb
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
declare
  name constant text := (select relname from pg_class where oid = place);
  lines jsonb;
begin
  execute format('select lines from %1$s where id = $1 and held_at is null and (%2$s)
      and (exists (select from register.person where person.id = %3$I.person_id and (%4$s))
        or exists (select from register.organisation where organisation.id = %3$I.organisation_id and (%5$s))) for update',
    place, seloste.rows_seen(place), name, seloste.rows_seen('register.person'), seloste.rows_seen('register.organisation'))
    into lines using asked;
  return lines;
end $$;
revoke all on function seloste.lines_to_bill(regclass, uuid) from public;

-- Refuses an entry that `register.order_waits` or `register.contract_bills_next` could not count with.
create function seloste.refuse_unless_left_whole(entry jsonb, ordered jsonb) returns void
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
declare
  own constant text[] := '{id,at,reason}'::text[] || case when ordered is null then '{since,until}' else '{lines}' end::text[];
  whole boolean;
begin
  whole := jsonb_typeof(entry) = 'object' and entry ?& own and entry - own = '{}'
    and jsonb_typeof(entry->'id') = 'string' and entry->>'id' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    and pg_input_is_valid(entry->>'at', 'timestamptz')
    and jsonb_typeof(entry->'reason') = 'string' and length(btrim(entry->>'reason')) between 1 and 1000;
  if whole and ordered is null then
    whole := entry->>'since' ~ '^\d{4}-\d\d-\d\d$' and pg_input_is_valid(entry->>'since', 'date')
      and entry->>'until' ~ '^\d{4}-\d\d-\d\d$' and pg_input_is_valid(entry->>'until', 'date') and entry->>'since' <= entry->>'until';
  elsif whole and jsonb_typeof(entry->'lines') = 'array' then
    whole := entry->'lines' <> '[]' and not exists (select from jsonb_array_elements(entry->'lines') one
      where (jsonb_typeof(one) = 'object' and one - '{id,quantity}'::text[] = '{}' and jsonb_typeof(one->'quantity') = 'number'
        and one->>'quantity' ~ '^[1-9]\d{0,11}$' and ordered @> jsonb_build_array(jsonb_build_object('id', one->'id'))) is not true);
  else
    whole := false;
  end if;
  if whole is not true then raise exception 'what is left unbilled is not said whole' using errcode = '22023'; end if;
end $$;
revoke all on function seloste.refuse_unless_left_whole(jsonb, jsonb) from public;

-- As in 0244, within what the caller sees.
create or replace function seloste.leave_unbilled(asked uuid, entry jsonb) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  ordered jsonb;
begin
  if not has_column_privilege(session_user, 'register.invoice', 'lines', 'insert') then
    raise exception 'permission denied for table sales_order' using errcode = '42501';
  end if;
  ordered := seloste.lines_to_bill('register.sales_order', asked);
  if ordered is not null then
    perform seloste.refuse_unless_left_whole(entry, ordered);
    update register.sales_order set left_unbilled = left_unbilled || jsonb_build_array(entry), revision = revision + 1 where id = asked;
    return true;
  end if;
  if seloste.lines_to_bill('register.contract', asked) is null then return false; end if;
  perform seloste.refuse_unless_left_whole(entry, null);
  update register.contract set left_unbilled = left_unbilled || jsonb_build_array(entry), revision = revision + 1 where id = asked;
  return true;
end $$;

create or replace function seloste.bill_after_all(asked uuid, entry text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  place regclass;
  taken integer;
begin
  if not has_column_privilege(session_user, 'register.invoice', 'lines', 'insert') then
    raise exception 'permission denied for table sales_order' using errcode = '42501';
  end if;
  place := case when seloste.lines_to_bill('register.sales_order', asked) is not null then 'register.sales_order'::regclass
    when seloste.lines_to_bill('register.contract', asked) is not null then 'register.contract'::regclass end;
  if place is null then return false; end if;
  execute format('update %s set revision = revision + 1,
      left_unbilled = jsonb_path_query_array(left_unbilled, ''$[*] ? (@.id != $entry)'', $2)
    where id = $1 and left_unbilled @> jsonb_build_array(jsonb_build_object(''id'', $3))', place)
    using asked, jsonb_build_object('entry', entry), entry;
  get diagnostics taken = row_count;
  return taken > 0;
end $$;
