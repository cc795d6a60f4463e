-- A secret is its server's alone: pointed elsewhere, a mailbox forgets it in the same deed, so that it is never sent to a host of somebody's own.
create function seloste.forget_secret_elsewhere() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  delete from register.mailbox_secret held where held.mailbox_id = new.id;
  return null;
end $$;
revoke all on function seloste.forget_secret_elsewhere from public;
create trigger mailbox_is_elsewhere after update on register.mailbox for each row
  when ((old.login, old.signs_in, old.imap_host, old.imap_port, old.imap_tls, old.smtp_host, old.smtp_port, old.smtp_tls)
    is distinct from (new.login, new.signs_in, new.imap_host, new.imap_port, new.imap_tls, new.smtp_host, new.smtp_port, new.smtp_tls))
  execute function seloste.forget_secret_elsewhere();
