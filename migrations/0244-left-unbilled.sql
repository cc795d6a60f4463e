-- S5.11: what was credited wholly waits to be billed again, also after it was paid, but not where a complaint was settled with it; and
-- whoever bills may leave unbilled what waits, with a reason.
alter table register.sales_order
  add column left_unbilled jsonb not null default '[]' check (jsonb_typeof(left_unbilled) = 'array'); -- [{id, at, reason, lines: [{id, quantity}]}]
alter table register.contract
  add column left_unbilled jsonb not null default '[]' check (jsonb_typeof(left_unbilled) = 'array'); -- [{id, at, reason, since, until}]

drop trigger sales_order_is_locked on register.sales_order;
create trigger sales_order_is_locked before update or delete on register.sales_order
  for each row execute function seloste.refuse_altered_document('number', '{}', '{owner,billed_before,billed_from,left_unbilled,waits_since,held_at,revision}',
    '{"state": ["open>%", "delivered>%", "closed>%"], "settled_on": ["%>%"], "reason": ["%>%"]}');
drop trigger contract_is_locked on register.contract;
create trigger contract_is_locked before update or delete on register.contract
  for each row execute function seloste.refuse_altered_document('state', '{draft}',
    '{owner,contact_person_id,asked_for,end_proposed_on,billed_until,bills_next,left_unbilled,held_at,revision}',
    '{"state": ["active>%", "noticed>active", "noticed>ended"], "ends_on": ["active>noticed", "noticed>active", "active=active"],
      "agreed_until": ["active>noticed", "noticed>active"], "noticed_on": ["active>noticed", "noticed>active"],
      "ended_on": ["%>ended"], "end_reason": ["%>ended"], "billing_months": ["once"]}');

-- As in 0226, with what is left unbilled; what was finished and credited wholly waits again.
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
          -- of what was finished and credited in part nothing is billed anew by itself
          and (invoice.kind = 'invoice' or made is not null or new.state <> 'closed' or exists (
            select from register.invoice was join register.invoice note on note.credits_invoice_id = was.id
              where was.id = invoice.credits_invoice_id group by was.id having sum(-note.amount_cents) >= was.amount_cents))) done
      cross join lateral (select coalesce(sum((billed->>'quantity')::bigint), 0) as quantity
        from jsonb_array_elements(new.billed_before || jsonb_path_query_array(new.left_unbilled, '$[*].lines[*]')) billed
        where billed->>'id' = line->>'id') before
      where case when whole then greatest((line->>'quantity')::bigint, gone.quantity) else gone.quantity end
        > greatest(done.quantity + before.quantity, 0)
  ) then
    new.waits_since := case when new.billed_from = 'order' then new.ordered_on else coalesce(made, new.settled_on, new.ordered_on) end;
  end if;
  return new;
end $$;
drop trigger sales_order_waits on register.sales_order;
create trigger sales_order_waits before insert or update of waits_since, billed_from, state, lines, left_unbilled on register.sales_order
  for each row execute function register.order_waits();

-- As in 0226: a period is free again where its invoice was credited wholly, not only for a complaint, and where nobody left it unbilled.
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
    where invoice.contract_id = new.id and invoice.kind = 'invoice' and invoice.binned_at is null
      and (invoice.origin = 'own' or invoice.status <> 'credited')
      and not exists (select from register.invoice note where note.credits_invoice_id = invoice.id
        having sum(-note.amount_cents) >= invoice.amount_cents and bool_or(note.complaint_id is null));
  billed := billed || array(select (one->>'until')::date from jsonb_array_elements(new.left_unbilled) one);
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
drop trigger contract_bills_next on register.contract;
create trigger contract_bills_next
  before insert or update of bills_next, billed_until, billing_months, lines, state, starts_on, ends_on, ended_on, renewal, left_unbilled
  on register.contract for each row execute function register.contract_bills_next();

-- As in 0226; a period that was credited for a complaint or after it was paid is known by its credit notes.
create or replace function register.keep_what_was_billed() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if old.order_id is not null and old.complaint_id is null then
    update register.sales_order set waits_since = null, billed_before = billed_before
        || (select coalesce(jsonb_agg(jsonb_build_object('id', line->'id', 'quantity', line->'quantity')), '[]') from jsonb_array_elements(old.lines) line)
      where id = old.order_id;
  end if;
  if old.contract_id is not null and not exists (select from register.invoice note where note.credits_invoice_id = old.id
      having sum(-note.amount_cents) >= old.amount_cents and bool_or(note.complaint_id is null)) then
    update register.contract set billed_until = greatest(billed_until, old.period_until, case when old.period_until is null then old.delivered_on end)
      where id = old.contract_id;
  end if;
  return null;
end $$;

-- Whoever bills leaves unbilled what waits of an order or a contract, and takes that back, without writing orders and contracts.
create function seloste.leave_unbilled(asked uuid, entry jsonb) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  has_order boolean;
  has_contract boolean;
begin
  if not has_column_privilege(session_user, 'register.invoice', 'lines', 'insert') then
    raise exception 'permission denied for table sales_order' using errcode = '42501';
  end if;
  update register.sales_order set left_unbilled = left_unbilled || entry, revision = revision + 1 where id = asked;
  has_order := found;
  update register.contract set left_unbilled = left_unbilled || entry, revision = revision + 1 where id = asked;
  has_contract := found;
  return has_order or has_contract;
end $$;
revoke all on function seloste.leave_unbilled(uuid, jsonb) from public;

create function seloste.bill_after_all(asked uuid, entry text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  has_order boolean;
  has_contract boolean;
begin
  if not has_column_privilege(session_user, 'register.invoice', 'lines', 'insert') then
    raise exception 'permission denied for table sales_order' using errcode = '42501';
  end if;
  update register.sales_order set revision = revision + 1,
      left_unbilled = jsonb_path_query_array(left_unbilled, '$[*] ? (@.id != $entry)', jsonb_build_object('entry', entry))
    where id = asked and left_unbilled @> jsonb_build_array(jsonb_build_object('id', entry));
  has_order := found;
  update register.contract set revision = revision + 1,
      left_unbilled = jsonb_path_query_array(left_unbilled, '$[*] ? (@.id != $entry)', jsonb_build_object('entry', entry))
    where id = asked and left_unbilled @> jsonb_build_array(jsonb_build_object('id', entry));
  has_contract := found;
  return has_order or has_contract;
end $$;
revoke all on function seloste.bill_after_all(uuid, text) from public;

update register.sales_order set waits_since = null where state = 'closed'; -- counted anew
update register.contract set bills_next = null;
