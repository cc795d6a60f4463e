-- S6.2, S6.4: a quote that was never sent and a contract that was never signed go into the bin like any other draft.
alter table register.quote
  add column binned_at timestamptz, add column binned_by text,
  add constraint quote_binned_by_someone check ((binned_at is null) = (binned_by is null)),
  add constraint quote_binned_as_draft check (binned_at is null or number is null);
alter table register.contract
  add column binned_at timestamptz, add column binned_by text,
  add constraint contract_binned_by_someone check ((binned_at is null) = (binned_by is null)),
  add constraint contract_binned_as_draft check (binned_at is null or state = 'draft');
create index quote_in_bin on register.quote (binned_at, id) where binned_at is not null;
create index contract_in_bin on register.contract (binned_at, id) where binned_at is not null;

-- C1: as in 0171; what lies in the bin is not open.
create or replace function seloste.relationship_to_end(asked uuid) returns table (id uuid, owner text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  done register.contract;
begin
  if not has_column_privilege(session_user, 'register.contract', 'state', 'select') then
    raise exception 'permission denied for table contract' using errcode = '42501';
  end if;
  select * into done from register.contract held where held.id = asked and held.state = 'ended';
  if done.id is null then return; end if;
  return query
    select tie.id, tie.owner from register.relationship tie
    where tie.group_company = done.group_company and tie.state in ('customer', 'dormant')
      and (tie.organisation_id = done.organisation_id or done.organisation_id is null and tie.person_id = done.person_id)
      and not exists (select from register.contract open where open.group_company = done.group_company and open.state <> 'ended'
        and open.binned_at is null and (open.organisation_id = done.organisation_id or open.person_id = done.person_id))
      and not exists (select from register.assignment open where open.group_company = done.group_company and open.state = 'open'
        and (open.organisation_id = done.organisation_id or open.person_id = done.person_id))
      and not exists (select from register.sales_order open where open.group_company = done.group_company and open.state in ('open', 'delivered')
        and (open.organisation_id = done.organisation_id or open.person_id = done.person_id))
      and not exists (select from register.delivery open where open.group_company = done.group_company and open.state = 'planned'
        and (open.organisation_id = done.organisation_id or open.person_id = done.person_id))
      and not exists (select from register.quote open where open.group_company = done.group_company and open.state in ('draft', 'sent')
        and open.binned_at is null and (open.organisation_id = done.organisation_id or open.person_id = done.person_id))
      and not exists (select from register.opportunity open where open.group_company = done.group_company and open.state = 'open'
        and open.binned_at is null and (open.organisation_id = done.organisation_id or open.person_id = done.person_id))
      and not exists (select from register.invoice open where open.group_company = done.group_company
        and open.status in ('draft', 'open', 'collection') and open.binned_at is null
        and (open.organisation_id = done.organisation_id or open.person_id = done.person_id))
      and not exists (select from register.complaint open where open.group_company = done.group_company and open.closed_on is null
        and (open.organisation_id = done.organisation_id or open.person_id = done.person_id))
      and not exists (select from register.enquiry open where open.group_company = done.group_company and open.state in ('new', 'assigned')
        and (open.organisation_id = done.organisation_id or open.person_id = done.person_id))
    limit 1;
end $$;

-- S5.11: as in 0198; an order is not billed by a contract that lies in the bin.
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
      where case when whole then greatest((line->>'quantity')::bigint, gone.quantity) else gone.quantity end > greatest(done.quantity, 0)
  ) then
    new.waits_since := case when new.billed_from = 'order' then new.ordered_on else coalesce(made, new.settled_on, new.ordered_on) end;
  end if;
  return new;
end $$;
drop trigger contract_counts_its_order on register.contract;
create trigger contract_counts_its_order after insert or delete or update of order_id, billing_months, binned_at on register.contract
  for each row execute function register.recount_to_bill();
