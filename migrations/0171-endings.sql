-- C1: when the owner of a contract was asked whether the relationship ends with it.
alter table register.contract add column end_proposed_on date; -- null: not asked
create index contract_ended_unasked on register.contract (ended_on) where state = 'ended' and end_proposed_on is null;

-- C1: "contract ended and no open items". The relationship that a contract which ended leaves with nothing open in it, and who looks after
-- it; nothing where anything is open still.
create function seloste.relationship_to_end(asked uuid) returns table (id uuid, owner text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  done register.contract;
begin
  if not has_column_privilege(session_user, 'register.contract', 'state', 'select') then
    raise exception 'permission denied for table contract' using errcode = '42501';
  end if;
  select * into done from register.contract held where held.id = asked and held.state = 'ended';
  if done.id is null then return; end if;
  return query
    select tie.id, tie.owner from register.relationship tie
    where tie.group_company = done.group_company and tie.state in ('customer', 'dormant')
      and (tie.organisation_id = done.organisation_id or done.organisation_id is null and tie.person_id = done.person_id)
      and not exists (select from register.contract open where open.group_company = done.group_company and open.state <> 'ended'
        and (open.organisation_id = done.organisation_id or open.person_id = done.person_id))
      and not exists (select from register.assignment open where open.group_company = done.group_company and open.state = 'open'
        and (open.organisation_id = done.organisation_id or open.person_id = done.person_id))
      and not exists (select from register.sales_order open where open.group_company = done.group_company and open.state in ('open', 'delivered')
        and (open.organisation_id = done.organisation_id or open.person_id = done.person_id))
      and not exists (select from register.delivery open where open.group_company = done.group_company and open.state = 'planned'
        and (open.organisation_id = done.organisation_id or open.person_id = done.person_id))
      and not exists (select from register.quote open where open.group_company = done.group_company and open.state in ('draft', 'sent')
        and (open.organisation_id = done.organisation_id or open.person_id = done.person_id))
      and not exists (select from register.opportunity open where open.group_company = done.group_company and open.state = 'open'
        and open.binned_at is null and (open.organisation_id = done.organisation_id or open.person_id = done.person_id))
      and not exists (select from register.invoice open where open.group_company = done.group_company
        and open.status in ('draft', 'open', 'collection') and open.binned_at is null
        and (open.organisation_id = done.organisation_id or open.person_id = done.person_id))
      and not exists (select from register.complaint open where open.group_company = done.group_company and open.closed_on is null
        and (open.organisation_id = done.organisation_id or open.person_id = done.person_id))
      and not exists (select from register.enquiry open where open.group_company = done.group_company and open.state in ('new', 'assigned')
        and (open.organisation_id = done.organisation_id or open.person_id = done.person_id))
    limit 1;
end $$;
revoke all on function seloste.relationship_to_end(uuid) from public;
