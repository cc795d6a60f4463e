-- That somebody was told of an opportunity, or a rule met it, is nothing that hangs on it: it may still be taken back.
create or replace function seloste.opportunity_in_use(asked uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  place record;
  used  boolean;
begin
  for place in
    select own.attrelid::regclass as named, own.attname from pg_attribute own join pg_class on pg_class.oid = own.attrelid
    where pg_class.relnamespace = 'register'::regnamespace and pg_class.relkind in ('r', 'p') and pg_class.relname not in ('notification', 'work_rule_run')
      and own.attname in ('opportunity_id', 'subject_id') and own.atttypid = 'uuid'::regtype and not own.attisdropped
  loop
    execute format('select exists (select from %s where %I = $1)', place.named, place.attname) into used using asked;
    if used then return true; end if;
  end loop;
  return false;
end $$;
