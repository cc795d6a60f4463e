-- Art. 18(2) GDPR: what is restricted is stored, and nothing else; its time in section 11 waits (docs/decisions/0011). So that it does not wait
-- for ever, each restriction has a day on which somebody looks whether it still stands.
alter table register.restriction
  add column review_on date,
  add column reminded_on date; -- when the privacy contact was last told that the day has come
update register.restriction set review_on =
  (since at time zone 'Europe/Helsinki' + case when reason in ('accuracy', 'objection-pending') then interval '1 month' else interval '6 months' end)::date;
alter table register.restriction alter column review_on set not null;
create index restriction_to_review on register.restriction (review_on) where lifted_at is null;

-- Since when the data of any of these people have been restricted; null where nobody's are.
create function seloste.restricted_since(people uuid[]) returns timestamptz
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select min(kept.since) from register.restriction kept where kept.person_id = any(people) and kept.lifted_at is null
  $$;
revoke all on function seloste.restricted_since(uuid[]) from public;
