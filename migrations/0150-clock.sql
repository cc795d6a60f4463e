-- Only whoever owns the database sets its clock: what a session or a role says of `seloste.now` counts for nothing.
create function seloste.clock_of_database() returns timestamptz
  language sql stable parallel safe set search_path = pg_catalog
  as $$
    select coalesce(
      (select substr(item, length('seloste.now=') + 1)::timestamptz
       from pg_db_role_setting setting, unnest(setting.setconfig) item
       where setting.setrole = 0 and item like 'seloste.now=%'
         and setting.setdatabase = (select oid from pg_database where datname = current_database())),
      now())
  $$;
revoke all on function seloste.clock_of_database() from public;

-- Where nothing is set this is inlined and costs what now() costs.
create or replace function seloste.at() returns timestamptz
  language sql stable parallel safe
  return case when nullif(current_setting('seloste.now', true), '') is null then now() else seloste.clock_of_database() end;
