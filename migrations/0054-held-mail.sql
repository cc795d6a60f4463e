-- S9.6: mail that may not leave is held and not lost. A job is tried again for months (each time after six hours at most), and at once
-- when whoever keeps the register opens the way again.
create or replace function seloste.enqueue(kind text, id text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  perform graphile_worker.add_job(kind, json_build_object('id', id), max_attempts := 1000);
end $$;

create function seloste.try_held_again() returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  if to_regclass('graphile_worker._private_jobs') is null then return; end if; -- no worker yet: nothing was held
  perform graphile_worker.reschedule_jobs(
    array(select id from graphile_worker._private_jobs where last_error is not null and locked_at is null),
    run_at := now(), attempts := 0);
exception
  when insufficient_privilege then return; -- the queue is somebody else's: its own round comes in six hours at most
end $$;
revoke all on function seloste.try_held_again() from public;
