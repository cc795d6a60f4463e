-- C1: when a relationship moved from one stage to another, and by whom (an opaque id): what its timeline shows.
alter table register.relationship add column moves jsonb not null default '[]' check (jsonb_typeof(moves) = 'array');

create function register.relationship_moved() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  new.moves := old.moves || jsonb_build_object(
    'at', case when new.ended_at is distinct from old.ended_at and new.ended_at is not null then new.ended_at
      when new.last_activity_at > old.last_activity_at then new.last_activity_at else seloste.at() end,
    'to', new.state, 'reason', new.end_reason, 'by', nullif(current_setting('seloste.by', true), ''));
  return new;
end
$$;
revoke all on function register.relationship_moved from public;
create trigger relationship_moves before update of state on register.relationship
  for each row when (new.state is distinct from old.state) execute function register.relationship_moved();
