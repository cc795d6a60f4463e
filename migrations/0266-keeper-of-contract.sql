-- Whoever looks after the relationship that a contract stands in: asked of it, where its own owner has left.
create function seloste.keeper_of_contract(asked uuid) returns text
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  if not has_column_privilege(session_user, 'register.contract', 'owner', 'select') then
    raise exception 'permission denied for table contract' using errcode = '42501';
  end if;
  return (select tie.owner from register.contract held join register.relationship tie on tie.group_company = held.group_company
      and (tie.organisation_id = held.organisation_id or held.organisation_id is null and tie.person_id = held.person_id)
    where held.id = asked and tie.closed_at is null limit 1);
end $$;
revoke all on function seloste.keeper_of_contract(uuid) from public;
