-- S5.11: of an invoice of a contract the first day that it bills is known, too, and of a credit note which days it gives back. So days between two
-- others wait again, and days that were billed beyond the end of a contract are offered to be credited.
alter table register.invoice
  add column period_since date check (period_since <= period_until); -- of a credit note: given back; null with `period_until`: from before this was kept
alter table register.contract
  add column bills_until date,    -- the last day that is billed next, as `bills_next` is the first
  add column billed_beyond date;  -- the last day billed by invoices beyond its end that waits to be credited
create index contract_to_credit on register.contract (group_company, billed_beyond, id) where billed_beyond is not null;

drop trigger contract_is_locked on register.contract;
create trigger contract_is_locked before update or delete on register.contract
  for each row execute function seloste.refuse_altered_document('state', '{draft}',
    '{owner,contact_person_id,asked_for,end_proposed_on,billed_until,bills_next,bills_until,billed_beyond,left_unbilled,part_periods,held_at,revision}',
    '{"state": ["active>%", "noticed>active", "noticed>ended"], "ends_on": ["active>noticed", "noticed>active", "active=active"],
      "agreed_until": ["active>noticed", "noticed>active"], "noticed_on": ["active>noticed", "noticed>active"],
      "ended_on": ["%>ended"], "end_reason": ["%>ended"], "billing_months": ["once"]}');

-- As in 0275, day by day: what no living invoice bills, what a credit note gave back and nobody left unbilled. Beyond the end that is offered only of
-- an invoice that nobody credited by hand in part.
create or replace function register.contract_bills_next() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  last constant date := case when new.state = 'ended' then new.ended_on when new.state = 'noticed' or new.renewal = 'fixed' then new.ends_on end;
  no_days constant datemultirange := '{}';
  elsewhere datemultirange := no_days;
  unbilled datemultirange;
begin
  new.bills_next := null;
  new.bills_until := null;
  new.billed_beyond := null;
  if new.billing_months is null or new.lines = '[]' or new.state = 'draft' then return new; end if;
  if new.billed_until is not null then elsewhere := datemultirange(daterange(null, new.billed_until, '[]')); end if;
  select coalesce(range_agg(daterange((one->>'since')::date, (one->>'until')::date, '[]')), no_days) into unbilled
    from jsonb_array_elements(new.left_unbilled) one;
  with billed as (
    select invoice.period_since as since, coalesce(invoice.period_until, invoice.delivered_on) as until, invoice.period_until is null as whole, invoice.number,
        coalesce(given.days, no_days) as given, coalesce(given.by_hand, false) as by_hand
      from register.invoice
      cross join lateral (select range_agg(daterange(note.period_since, note.period_until, '[]')) filter (where note.period_until is not null) as days,
          bool_or(note.period_until is null and note.complaint_id is null) as by_hand,
          coalesce(sum(-note.amount_cents) >= invoice.amount_cents and bool_or(note.complaint_id is null), false) as all_of_it
        from register.invoice note where note.credits_invoice_id = invoice.id) given
      where invoice.contract_id = new.id and invoice.kind = 'invoice' and invoice.binned_at is null
        and (invoice.origin = 'own' or invoice.status <> 'credited') and not given.all_of_it)
  select (select max(upper(datemultirange(daterange(greatest(since, last + 1), until, '[]')) - given - unbilled)) - 1 from billed
        where until > last and new.part_periods = 'days' and number is not null and not whole and not by_hand), free.since, free.until
    into new.billed_beyond, new.bills_next, new.bills_until
    from (select greatest(new.billed_until, upper(unbilled) - 1, max(until)) as day from billed) far
    left join lateral (
      select lower(part.days) as since, upper(part.days) - 1 as until
        from generate_series(0, 2 + greatest(0, coalesce((extract(year from age(far.day, new.starts_on)) * 12
          + extract(month from age(far.day, new.starts_on)))::integer / new.billing_months, 0))) n
        cross join lateral (select (new.starts_on + make_interval(months => n * new.billing_months))::date as starts,
          (new.starts_on + make_interval(months => (n + 1) * new.billing_months))::date as next) period
        cross join lateral (select daterange(period.starts, least(period.next, last + 1)) as days where last is null or period.starts <= last) period_days
        cross join lateral (select unnest(datemultirange(period_days.days) - elsewhere - unbilled
          - coalesce((select range_agg(case when whole then datemultirange(daterange(period.starts, period.next))
              else datemultirange(daterange(coalesce(since, period.starts), until, '[]')) - given end) from billed
            where until >= period.starts and (whole or until < period.next)), no_days)) as days) part
        where new.part_periods = 'days' or part.days = period_days.days
        order by n, part.days limit 1) free on true;
  return new;
end $$;

update register.contract set bills_next = null; -- each is counted anew
