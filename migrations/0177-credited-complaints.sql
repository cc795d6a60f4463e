-- S5.12: whoever handles a complaint hears that it was credited, without reading invoices.
alter table register.complaint add column credited_on date;

create function register.complaint_is_credited() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update register.complaint set credited_on = new.issued_on, revision = revision + 1 where id = new.complaint_id;
  return null;
end $$;
revoke all on function register.complaint_is_credited() from public;
create trigger complaint_is_credited after update on register.invoice for each row
  when (new.kind = 'credit-note' and new.complaint_id is not null and new.number is not null and old.number is null)
  execute function register.complaint_is_credited();

update register.complaint said set credited_on = (select max(note.issued_on) from register.invoice note where note.complaint_id = said.id)
  where exists (select from register.invoice note where note.complaint_id = said.id);
