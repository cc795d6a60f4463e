-- S5.11: what was billed stays billed when its invoice is deleted after its time, and no period of a contract is lost between two others.
alter table register.sales_order
  add column billed_before jsonb not null default '[]' check (jsonb_typeof(billed_before) = 'array'); -- [{id, quantity}] of invoices deleted since

drop trigger sales_order_is_locked on register.sales_order;
create trigger sales_order_is_locked before update or delete on register.sales_order
  for each row execute function seloste.refuse_altered_document('number', '{}', '{owner,billed_before,billed_from,waits_since,held_at,revision}',
    '{"state": ["open>%", "delivered>%", "closed>%"], "settled_on": ["%>%"], "reason": ["%>%"]}');

-- As in 0213, with what was billed before.
create or replace function register.order_waits() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  made constant date := (select max(delivered_on) from register.delivery where order_id = new.id and state = 'delivered');
  whole constant boolean := new.billed_from = 'order' or made is null;
begin
  new.waits_since := null;
  if new.state = 'cancelled' or new.billed_from = 'deliveries' and made is null and new.state <> 'closed' then return new; end if;
  if whole and exists (select from register.contract by where by.order_id = new.id and by.billing_months is not null and by.binned_at is null) then return new; end if;
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
      cross join lateral (select coalesce(sum((billed->>'quantity')::bigint), 0) as quantity
        from jsonb_array_elements(new.billed_before) billed where billed->>'id' = line->>'id') before
      where case when whole then greatest((line->>'quantity')::bigint, gone.quantity) else gone.quantity end
        > greatest(done.quantity + before.quantity, 0)
  ) then
    new.waits_since := case when new.billed_from = 'order' then new.ordered_on else coalesce(made, new.settled_on, new.ordered_on) end;
  end if;
  return new;
end $$;

-- The first period after what was billed elsewhere that no living invoice bills; an invoice from before `period_until` was kept bills all
-- that came before it. Of so many periods and one more, so many invoices leave one free.
create or replace function register.contract_bills_next() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  behind date;
  billed date[];
  skipped integer;
begin
  new.bills_next := null;
  if new.billing_months is null or new.lines = '[]' or new.state = 'draft' then return new; end if;
  select greatest(new.billed_until, max(invoice.delivered_on) filter (where invoice.period_until is null)),
      coalesce(array_agg(invoice.period_until) filter (where invoice.period_until is not null), '{}')
    into behind, billed from register.invoice
    where invoice.contract_id = new.id and invoice.kind = 'invoice' and invoice.status <> 'credited' and invoice.binned_at is null;
  skipped := 2 + greatest(0, coalesce((extract(year from age(behind, new.starts_on)) * 12
    + extract(month from age(behind, new.starts_on)))::integer / new.billing_months, 0));
  select period.starts into new.bills_next
    from generate_series(0, skipped + cardinality(billed)) n
    cross join lateral (select (new.starts_on + make_interval(months => n * new.billing_months))::date as starts,
      (new.starts_on + make_interval(months => (n + 1) * new.billing_months))::date as next) period
    where (behind is null or period.starts > behind)
      and not exists (select from unnest(billed) day where day >= period.starts and day < period.next)
    order by n limit 1;
  if new.bills_next > (case when new.state = 'ended' then new.ended_on when new.state = 'noticed' or new.renewal = 'fixed' then new.ends_on end) then
    new.bills_next := null;
  end if;
  return new;
end $$;

-- An issued invoice goes when its time is over (S10): its order and its contract keep that it was billed, and nothing is offered anew.
create function register.keep_what_was_billed() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if old.order_id is not null and old.complaint_id is null then
    update register.sales_order set waits_since = null, billed_before = billed_before
        || (select coalesce(jsonb_agg(jsonb_build_object('id', line->'id', 'quantity', line->'quantity')), '[]') from jsonb_array_elements(old.lines) line)
      where id = old.order_id;
  end if;
  if old.contract_id is not null and old.status <> 'credited' then
    update register.contract set billed_until = greatest(billed_until, old.period_until, case when old.period_until is null then old.delivered_on end)
      where id = old.contract_id;
  end if;
  return null;
end $$;
revoke all on function register.keep_what_was_billed() from public;
drop trigger invoice_counts_no_more on register.invoice;
create trigger invoice_counts_no_more after delete on register.invoice
  for each row when (old.number is null and (old.order_id is not null or old.contract_id is not null)) execute function register.recount_to_bill();
create trigger invoice_was_billed after delete on register.invoice for each row
  when (old.number is not null and old.kind = 'invoice' and (old.order_id is not null or old.contract_id is not null))
  execute function register.keep_what_was_billed();

update register.contract set bills_next = null; -- counted anew
