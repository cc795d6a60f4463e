-- An import plans by what is held: it is locked before it is read, so that no correction made meanwhile is overwritten unseen.
-- Whoever may not correct a record locks none.
create function seloste.lock_several(subject text, asked uuid[]) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  place constant regclass := case subject when 'person' then 'register.person' else 'register.organisation' end;
  added constant regclass := case subject when 'person' then 'declared.person' else 'declared.organisation' end;
begin
  if not (has_any_column_privilege(session_user, place, 'update') or has_any_column_privilege(session_user, added, 'update')) then
    return;
  end if;
  execute format('select id from %s where id = any ($1) and (%s) order by id for update', place, seloste.rows_seen(place)) using asked;
end $$;
revoke all on function seloste.lock_several from public;
