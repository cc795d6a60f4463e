-- The access log is kept by month, so that retention drops a whole month and its bytes leave the disk at once.
-- Only the owner makes and drops tables: these two are all that the sealer and retention may do of it.

-- Makes the months from this one on, and those of entries that came before their month was made.
create function seloste.make_access_log_months(at timestamptz, ahead integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
    declare
      wanted date;
      made integer := 0;
    begin
      perform pg_advisory_xact_lock(7312);
      for wanted in
        select distinct date_trunc('month', entry.at at time zone 'UTC')::date from register.access_log_rest entry
        union
        select (date_trunc('month', make_access_log_months.at at time zone 'UTC') + make_interval(months => step))::date
        from generate_series(0, ahead) step
      loop
        made := made + seloste.make_access_log_month(wanted);
      end loop;
      return made;
    end
  $$;

create function seloste.make_access_log_month(month date) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
    declare
      name  text := 'access_log_' || to_char(month, 'YYYY_MM');
      first timestamptz := date_trunc('month', month::timestamp) at time zone 'UTC';
      after timestamptz := (date_trunc('month', month::timestamp) + interval '1 month') at time zone 'UTC';
    begin
      if to_regclass('register.' || name) is not null then
        return 0;
      end if;
      execute format('create table register.%I (like register.access_log including defaults including constraints)', name);
      lock table register.access_log_rest in access exclusive mode;
      execute format(
        'with moved as (delete from register.access_log_rest where at >= %L and at < %L returning *)
         insert into register.%I select * from moved', first, after, name);
      execute format('alter table register.access_log attach partition register.%I for values from (%L) to (%L)', name, first, after);
      return 1;
    end
  $$;

-- Art. 5(1)(e) GDPR: who looked at whom is itself personal data, and does not stay for ever.
create function seloste.drop_access_log_month(month date) returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
    declare
      name  text := 'access_log_' || to_char(month, 'YYYY_MM');
      after timestamptz := (date_trunc('month', month::timestamp) + interval '1 month') at time zone 'UTC';
      rows  bigint;
    begin
      if after > seloste.at() then
        raise exception 'ACCESS_LOG_MONTH_NOT_OVER' using errcode = '42501';
      end if;
      execute format('select count(*) from register.%I', name) into rows;
      execute format('drop table register.%I', name);
      return rows;
    end
  $$;

revoke all on function seloste.make_access_log_months, seloste.make_access_log_month, seloste.drop_access_log_month from public;
