-- C5: a topic refused is refused at every address of the person too, so that a second record of theirs does not get it.
create or replace function seloste.objectors_since(asked timestamptz) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select distinct said.person_id from register.objection said
    where said.person_id is not null and said.lifted_at is null
      and (said.recorded_at >= asked
        or exists (select from register.person_email one where one.person_id = said.person_id and one.added_at >= asked)
        or exists (select from register.person_phone one where one.person_id = said.person_id and one.added_at >= asked)
        or exists (select from register.person_address one where one.person_id = said.person_id and one.added_at >= asked))
  $$;

-- C5: only the person's own act lifts an objection, and those run under `rights`. What a desk's login writes adds to it, and never
-- takes from it; so is it for whoever sends SQL of their own in that desk's name.
create function seloste.refuse_lifting() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
begin
  if not has_table_privilege(session_user, 'register.objection', 'delete') then
    raise exception 'permission denied to change an objection' using errcode = '42501';
  end if;
  return new;
end $$;
revoke all on function seloste.refuse_lifting() from public;
create trigger objection_is_lifted_by_its_own before update on register.objection
  for each row execute function seloste.refuse_lifting();
