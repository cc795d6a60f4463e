-- Pointed elsewhere, a mailbox forgets who is on the way to its service as well: what they bring back is for the servers it had.
create or replace function seloste.forget_secret_elsewhere() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  delete from register.mailbox_secret held where held.mailbox_id = new.id;
  delete from register.mail_errand held where held.mailbox_id = new.id;
  return null;
end $$;
