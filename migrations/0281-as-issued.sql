-- S5.11: an invoice says of which order and contract it is as on the day of its issue, whoever prints it and whatever has become of them; a reminder
-- keeps what it asked for. What is there already: the numbers of today, and of a reminder its own fee, as it was sent.
alter table register.invoice
  add column order_number text,    -- of the order, null where it is of none or was gone before this was kept
  add column contract_number text;
alter table register.reminder
  add column fees_asked_cents integer not null default 0; -- its own fee and those of the reminders before it

alter table register.invoice disable trigger user; -- issued rows are locked
update register.invoice set
    order_number = (select held.number from register.sales_order held where held.id = invoice.order_id),
    contract_number = (select held.number from register.contract held where held.id = invoice.contract_id)
  where origin = 'own' and (order_id is not null or contract_id is not null);
alter table register.invoice enable trigger user;
alter table register.reminder disable trigger user;
update register.reminder set fees_asked_cents = fee_cents where fee_cents <> 0;
alter table register.reminder enable trigger user;

-- As the owner: whoever issues need not read orders or contracts, and a credit note says what the invoice said.
create function register.names_its_deals() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and old.number is not null then return new; end if;
  select credited.order_number, credited.contract_number into new.order_number, new.contract_number
    from register.invoice credited where credited.id = new.credits_invoice_id;
  new.order_number := coalesce(new.order_number, (select held.number from register.sales_order held where held.id = new.order_id));
  new.contract_number := coalesce(new.contract_number, (select held.number from register.contract held where held.id = new.contract_id));
  return new;
end $$;
create trigger invoice_names_its_deals before insert or update on register.invoice for each row
  when (new.origin = 'own') execute function register.names_its_deals();
