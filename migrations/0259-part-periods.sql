-- S5.11: a period that a contract begins or ends in the middle of is billed by its days, or whole where that was agreed.
alter table register.contract
  add column part_periods text not null default 'days' check (part_periods in ('days', 'whole'));

drop trigger contract_is_locked on register.contract;
create trigger contract_is_locked before update or delete on register.contract
  for each row execute function seloste.refuse_altered_document('state', '{draft}',
    '{owner,contact_person_id,asked_for,end_proposed_on,billed_until,bills_next,left_unbilled,part_periods,held_at,revision}',
    '{"state": ["active>%", "noticed>active", "noticed>ended"], "ends_on": ["active>noticed", "noticed>active", "active=active"],
      "agreed_until": ["active>noticed", "noticed>active"], "noticed_on": ["active>noticed", "noticed>active"],
      "ended_on": ["%>ended"], "end_reason": ["%>ended"], "billing_months": ["once"]}');

-- As in 0244; by days, what was billed of a period (until a day within it) leaves the days that follow, as far as the contract runs: it was
-- billed elsewhere until then, or its end was put off.
create or replace function register.contract_bills_next() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  last constant date := case when new.state = 'ended' then new.ended_on when new.state = 'noticed' or new.renewal = 'fixed' then new.ends_on end;
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
  select part.starts into new.bills_next
    from generate_series(0, skipped + cardinality(billed)) n
    cross join lateral (select (new.starts_on + make_interval(months => n * new.billing_months))::date as starts,
      (new.starts_on + make_interval(months => (n + 1) * new.billing_months))::date as next) period
    cross join lateral (select greatest(case when behind >= period.starts then least(behind, period.next - 1) end,
      (select max(day) from unnest(billed) day where day >= period.starts and day < period.next)) as until) known
    cross join lateral (select case when known.until is null then period.starts
      when new.part_periods = 'days' and known.until < period.next - 1 then known.until + 1 end as starts) part
    where part.starts is not null and (last is null or part.starts <= last)
    order by n limit 1;
  return new;
end $$;
drop trigger contract_bills_next on register.contract;
create trigger contract_bills_next
  before insert or update of bills_next, billed_until, billing_months, lines, state, starts_on, ends_on, ended_on, renewal, left_unbilled, part_periods
  on register.contract for each row execute function register.contract_bills_next();

update register.contract set bills_next = null; -- counted anew
