-- S13.5: only who keeps the requests of authorities may keep a disclosure from the person whom it is about.
create function seloste.silence_is_for_authorities() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
begin
  if new.silent_until is not null and not has_column_privilege(session_user, 'register.authority_request', 'silent_until', 'insert') then
    raise exception 'a silent disclosure is for those who answer authorities' using errcode = '42501';
  end if;
  return new;
end $$;
revoke all on function seloste.silence_is_for_authorities() from public;
create trigger disclosure_is_silent_for_authorities_only before insert or update of silent_until on register.disclosure
  for each row execute function seloste.silence_is_for_authorities();
