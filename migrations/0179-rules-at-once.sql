-- When–then rules act when the deed that starts them is committed; the minute's round finds what nobody heard, and what the days bring.
-- Said only where a rule is at work, so that nobody else's commit waits for the word to go out.
create function seloste.wake_rules() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  if exists (select from register.work_rule where paused_at is null) then perform pg_notify('rules_asked', ''); end if;
  return null;
end $$;
revoke all on function seloste.wake_rules() from public;

create trigger wakes_rules after insert or update of state on register.enquiry for each statement execute function seloste.wake_rules();
create trigger wakes_rules after insert on register.organisation for each statement execute function seloste.wake_rules();
create trigger wakes_rules after insert on register.person for each statement execute function seloste.wake_rules();
create trigger wakes_rules after insert or update of stage_id on register.opportunity for each statement execute function seloste.wake_rules();
create trigger wakes_rules after update of state on register.quote for each statement execute function seloste.wake_rules();
create trigger wakes_rules after insert or update of state on register.contract for each statement execute function seloste.wake_rules();
create trigger wakes_rules after insert or update of status on register.invoice for each statement execute function seloste.wake_rules();
