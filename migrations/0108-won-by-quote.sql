-- S6.3: the customer accepts on the public page, and what was hoped for is won. Answers the stages, or nothing where it was closed already.
create function seloste.win_opportunity(asked uuid, at timestamptz) returns table (from_stage uuid, to_stage uuid)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  held register.opportunity;
  won uuid;
begin
  if not has_column_privilege(session_user, 'register.sales_order', 'lines', 'insert') then
    raise exception 'permission denied for table sales_order' using errcode = '42501';
  end if;
  select * into held from register.opportunity where id = asked and state = 'open' and binned_at is null for update;
  if held.id is null then return; end if;
  select stage.id into won from register.pipeline_stage stage
    where stage.pipeline_id = held.pipeline_id and stage.kind = 'won' order by stage.position limit 1;
  if won is null then return; end if;
  update register.opportunity
    set stage_id = won, state = 'won', stage_since = at, closed_on = (at at time zone 'Europe/Helsinki')::date, revision = revision + 1
    where id = asked;
  return query select held.stage_id, won;
end $$;
revoke all on function seloste.win_opportunity(uuid, timestamptz) from public;
