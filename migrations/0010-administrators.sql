-- S0.2: where there is one administrator, a day's wait stands in for the second person. Asked while publishing, by the owner alone.
create function seloste.administrators(asked timestamptz) returns integer
  language sql stable security definer set search_path = pg_catalog
  as $$
    select count(distinct staff.id)::integer
    from register.staff staff join register.staff_duty held on held.staff_id = staff.id
    where staff.state = 'open' and held.duty = 'admin' and held.withdrawn_at is null
      and (held.until_on is null or held.until_on >= (asked at time zone 'Europe/Helsinki')::date)
  $$;
revoke execute on function seloste.administrators from public;
