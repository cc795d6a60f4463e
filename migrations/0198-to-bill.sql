-- S5.11: what waits to be billed is counted where it changes, so that its list is read from an index, a page at a time.
alter table register.sales_order
  add column billed_from text not null default 'deliveries' check (billed_from in ('deliveries', 'order')), -- order: all of it, whatever goes out
  add column waits_since date; -- null: nothing of it waits to be billed
alter table register.contract
  add column billed_until date, -- the last day that was billed elsewhere; null: all of it is billed here
  add column bills_next date;   -- the first day of the oldest period that was not billed; null: there is none to come
alter table register.invoice
  add column period_until date; -- the last day of the period that it bills; null: not of a contract, or from before this was kept
create index sales_order_to_bill on register.sales_order (group_company, waits_since, id) where waits_since is not null;
create index contract_to_bill on register.contract (group_company, bills_next, id) where bills_next is not null;

-- Counts as `leftToBill` does: what went out, or what was ordered where nothing goes out, less what was invoiced; a draft counts, too.
create function register.order_waits() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  made constant date := (select max(delivered_on) from register.delivery where order_id = new.id and state = 'delivered');
  whole constant boolean := new.billed_from = 'order' or made is null;
begin
  new.waits_since := null;
  if new.state = 'cancelled' or new.billed_from = 'deliveries' and made is null and new.state <> 'closed' then return new; end if;
  if whole and exists (select from register.contract by where by.order_id = new.id and by.billing_months is not null) then return new; end if;
  if exists (
    select from jsonb_array_elements(new.lines) line
      cross join lateral (select coalesce(sum((went->>'quantity')::bigint), 0) as quantity
        from register.delivery cross join jsonb_array_elements(delivery.lines) went
        where delivery.order_id = new.id and delivery.state = 'delivered' and went->>'line' = line->>'id') gone
      cross join lateral (select coalesce(sum((billed->>'quantity')::bigint), 0) as quantity
        from register.invoice cross join jsonb_array_elements(invoice.lines) billed
        where invoice.order_id = new.id and invoice.binned_at is null and invoice.complaint_id is null and billed->>'id' = line->>'id'
          -- what was finished and credited is not billed anew by itself
          and (invoice.kind = 'invoice' or made is not null or new.state <> 'closed')) done
      where case when whole then greatest((line->>'quantity')::bigint, gone.quantity) else gone.quantity end > greatest(done.quantity, 0)
  ) then
    new.waits_since := case when new.billed_from = 'order' then new.ordered_on else coalesce(made, new.settled_on, new.ordered_on) end;
  end if;
  return new;
end $$;
revoke all on function register.order_waits() from public;
create trigger sales_order_waits before insert or update of waits_since, billed_from, state, lines on register.sales_order for each row execute function register.order_waits();

-- The periods of a contract follow one another from its first day, as `billingPeriod` counts them.
create function register.contract_bills_next() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  billed date := new.billed_until;
begin
  new.bills_next := null;
  if new.billing_months is null or new.lines = '[]' or new.state = 'draft' then return new; end if;
  select greatest(billed, max(coalesce(invoice.period_until, invoice.delivered_on))) into billed from register.invoice
    where invoice.contract_id = new.id and invoice.kind = 'invoice' and invoice.status <> 'credited' and invoice.binned_at is null;
  select period.starts into new.bills_next
    from generate_series(0, 1 + greatest(0, (extract(year from age(billed, new.starts_on)) * 12 + extract(month from age(billed, new.starts_on)))::integer
      / new.billing_months + 1)) n
    cross join lateral (select (new.starts_on + make_interval(months => n * new.billing_months))::date as starts) period
    where billed is null or period.starts > billed order by period.starts limit 1;
  if new.bills_next > (case when new.state = 'ended' then new.ended_on when new.state = 'noticed' or new.renewal = 'fixed' then new.ends_on end) then
    new.bills_next := null;
  end if;
  return new;
end $$;
revoke all on function register.contract_bills_next() from public;
create trigger contract_bills_next
  before insert or update of bills_next, billed_until, billing_months, lines, state, starts_on, ends_on, ended_on, renewal on register.contract for each row execute function register.contract_bills_next();

-- Whoever delivers or bills does not write orders and contracts: these are counted anew, each under its own lock.
create function register.recount_to_bill() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  was jsonb := to_jsonb(old);
  now jsonb := to_jsonb(new);
begin
  update register.sales_order set waits_since = null
    where id in ((was->>'order_id')::uuid, (now->>'order_id')::uuid);
  update register.contract set bills_next = null
    where id in ((was->>'contract_id')::uuid, (now->>'contract_id')::uuid);
  return null;
end $$;
revoke all on function register.recount_to_bill() from public;
create trigger delivery_counts after insert or delete or update of state, lines, delivered_on, order_id on register.delivery
  for each row execute function register.recount_to_bill();
create trigger invoice_counts after insert on register.invoice
  for each row when (new.order_id is not null or new.contract_id is not null) execute function register.recount_to_bill();
create trigger invoice_counts_no_more after delete on register.invoice
  for each row when (old.order_id is not null or old.contract_id is not null) execute function register.recount_to_bill();
create trigger invoice_counts_anew after update on register.invoice for each row
  when ((new.order_id is not null or new.contract_id is not null or old.order_id is not null or old.contract_id is not null) and (
    (old.order_id, old.contract_id, old.lines, old.complaint_id, old.binned_at, old.delivered_on, old.period_until)
      is distinct from (new.order_id, new.contract_id, new.lines, new.complaint_id, new.binned_at, new.delivered_on, new.period_until)
    or (old.status = 'credited') <> (new.status = 'credited')))
  execute function register.recount_to_bill();
create trigger contract_counts_its_order after insert or delete or update of order_id, billing_months on register.contract
  for each row execute function register.recount_to_bill();

-- Billing reads contracts and does not write them; it knows what was billed elsewhere.
create function seloste.contract_billed_until(asked uuid, until date) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  if not (has_column_privilege(session_user, 'register.invoice', 'lines', 'insert')
      or has_column_privilege(session_user, 'register.contract', 'title', 'insert')) then
    raise exception 'permission denied for table contract' using errcode = '42501';
  end if;
  update register.contract set billed_until = until, revision = revision + 1
    where id = asked and (until is null or until >= starts_on);
  return found;
end $$;
revoke all on function seloste.contract_billed_until(uuid, date) from public;

update register.sales_order set waits_since = null; -- counted for what was there already
update register.contract set bills_next = null;
