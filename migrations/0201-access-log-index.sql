-- Whoever looks waits for their entry in the access log, and some waited half a second more: the index of whom a look showed gathers new
-- entries and, when 4 MB are full, sorts them in within the insert that filled it. A job now sorts them in every minute instead, and
-- an insert only where 256 MB have gathered.
drop index register.access_log_people;
create index access_log_people on register.access_log using gin (people) with (gin_pending_list_limit = 262144);

-- Sorts in what the indexes of the access log have gathered; answers how many pages that were.
create function seloste.sort_in_access_log() returns bigint
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$
    select coalesce(sum(gin_clean_pending_list(part.relid)), 0)::bigint
      from pg_partition_tree('register.access_log_people'::regclass) part where part.isleaf
  $$;

revoke all on function seloste.sort_in_access_log from public;
