-- S5.11: contracts entered before part periods were known were billed whole, and stay so; an invoice that does not say until when it bills
-- covers its period whole.

-- As in 0259; only what was billed elsewhere, or of a period until a day within it, leaves the days that follow.
create or replace function register.contract_bills_next() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  last constant date := case when new.state = 'ended' then new.ended_on when new.state = 'noticed' or new.renewal = 'fixed' then new.ends_on end;
  whole date; -- the last day whose period, and all before it, invoices cover that do not say until when
  billed date[];
  skipped integer;
begin
  new.bills_next := null;
  if new.billing_months is null or new.lines = '[]' or new.state = 'draft' then return new; end if;
  select max(invoice.delivered_on) filter (where invoice.period_until is null),
      coalesce(array_agg(invoice.period_until) filter (where invoice.period_until is not null), '{}')
    into whole, billed from register.invoice
    where invoice.contract_id = new.id and invoice.kind = 'invoice' and invoice.binned_at is null
      and (invoice.origin = 'own' or invoice.status <> 'credited')
      and not exists (select from register.invoice note where note.credits_invoice_id = invoice.id
        having sum(-note.amount_cents) >= invoice.amount_cents and bool_or(note.complaint_id is null));
  billed := billed || array(select (one->>'until')::date from jsonb_array_elements(new.left_unbilled) one);
  skipped := 2 + greatest(0, coalesce((extract(year from age(greatest(whole, new.billed_until), new.starts_on)) * 12
    + extract(month from age(greatest(whole, new.billed_until), new.starts_on)))::integer / new.billing_months, 0));
  select part.starts into new.bills_next
    from generate_series(0, skipped + cardinality(billed)) n
    cross join lateral (select (new.starts_on + make_interval(months => n * new.billing_months))::date as starts,
      (new.starts_on + make_interval(months => (n + 1) * new.billing_months))::date as next) period
    cross join lateral (select greatest(case when whole >= period.starts then period.next - 1 end,
      case when new.billed_until >= period.starts then least(new.billed_until, period.next - 1) end,
      (select max(day) from unnest(billed) day where day >= period.starts and day < period.next)) as until) known
    cross join lateral (select case when known.until is null then period.starts
      when new.part_periods = 'days' and known.until < period.next - 1 then known.until + 1 end as starts) part
    where part.starts is not null and (last is null or part.starts <= last)
    order by n limit 1;
  return new;
end $$;

-- As in 0244; of an invoice that does not say until when it bills the contract keeps its period whole.
create or replace function register.keep_what_was_billed() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if old.order_id is not null and old.complaint_id is null then
    update register.sales_order set waits_since = null, billed_before = billed_before
        || (select coalesce(jsonb_agg(jsonb_build_object('id', line->'id', 'quantity', line->'quantity')), '[]') from jsonb_array_elements(old.lines) line)
      where id = old.order_id;
  end if;
  if old.contract_id is not null and not exists (select from register.invoice note where note.credits_invoice_id = old.id
      having sum(-note.amount_cents) >= old.amount_cents and bool_or(note.complaint_id is null)) then
    update register.contract set billed_until = greatest(billed_until, coalesce(old.period_until, (
        select (starts_on + make_interval(months => (n + 1) * billing_months))::date - 1 from generate_series(0, 1200) n
          where old.delivered_on >= starts_on and (starts_on + make_interval(months => (n + 1) * billing_months))::date > old.delivered_on
          order by n limit 1), old.delivered_on))
      where id = old.contract_id;
  end if;
  return null;
end $$;

update register.contract set part_periods = 'whole'; -- each is counted anew
