-- C1: "contract ended and no open items". What is open in a relationship, by kind; in the last one of its party also what is open with a
-- company of the group that has no relationship of its own with them, and with representatives who would leave the desks with it.
create function seloste.open_with(tie register.relationship) returns table (kind text, id uuid, number text)
  language plpgsql stable set search_path = pg_catalog, pg_temp
  as $$
declare
  others constant text[] := array(
    select other.group_company from register.relationship other
    where (other.organisation_id = tie.organisation_id or other.person_id = tie.person_id) and other.id <> tie.id and other.closed_at is null);
  people constant uuid[] := array(
    select who.id from (select tie.person_id as id union select link.person_id from register.affiliation link where link.organisation_id = tie.organisation_id) who
    where who.id = tie.person_id or not exists (
        select from register.relationship other where other.person_id = who.id and other.closed_at is null)
      and not exists (
        select from register.affiliation link join register.relationship other on other.organisation_id = link.organisation_id
        where link.person_id = who.id and link.left_on is null and other.id <> tie.id and other.closed_at is null));
begin
  return query
    select work.kind, work.id, work.number from (
      select 'contract', open.id, coalesce(open.number, open.title), open.group_company, open.organisation_id, open.person_id from register.contract open
        where open.state <> 'ended' and open.binned_at is null or open.bills_next is not null and open.held_at is null
      union all select 'assignment', open.id, open.number, open.group_company, open.organisation_id, open.person_id from register.assignment open
        where open.state = 'open'
      -- What is delivered and billed owes nothing more.
      union all select 'order', open.id, open.number, open.group_company, open.organisation_id, open.person_id from register.sales_order open
        where open.state = 'open' or open.waits_since is not null and open.held_at is null
      union all select 'delivery', open.id, open.number, open.group_company, open.organisation_id, open.person_id from register.delivery open
        where open.state = 'planned'
      union all select 'quote', open.id, coalesce(open.number, open.title), open.group_company, open.organisation_id, open.person_id from register.quote open
        where open.state in ('draft', 'sent') and open.binned_at is null
      union all select 'quote-request', open.id, open.title, open.group_company, open.organisation_id, open.person_id from register.quote_request open
        where open.state = 'open' and open.binned_at is null
      union all select 'opportunity', open.id, open.title, open.group_company, open.organisation_id, open.person_id from register.opportunity open
        where open.state = 'open' and open.binned_at is null
      union all select 'invoice', open.id, open.number, open.group_company, open.organisation_id, open.person_id from register.invoice open
        where open.status in ('draft', 'open', 'collection') and open.binned_at is null
      union all select 'complaint', open.id, null, open.group_company, open.organisation_id, open.person_id from register.complaint open
        where open.closed_on is null
      union all select 'enquiry', open.id, null, open.group_company, open.organisation_id, open.person_id from register.enquiry open
        where open.state in ('new', 'assigned') and open.binned_at is null
    ) work (kind, id, number, group_company, organisation_id, person_id)
    where (work.organisation_id = tie.organisation_id or work.organisation_id is null and work.person_id = any (people))
      and (work.group_company = tie.group_company or work.group_company <> all (others));
end $$;
revoke all on function seloste.open_with(register.relationship) from public;

create function seloste.open_in(asked uuid) returns table (kind text, id uuid, number text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  seen boolean;
begin
  if not has_column_privilege(session_user, 'register.relationship', 'state', 'select') then
    raise exception 'permission denied for table relationship' using errcode = '42501';
  end if;
  execute format('select exists (select from register.relationship where id = $1 and (%s))', seloste.rows_seen('register.relationship'))
    into seen using asked;
  if not seen then return; end if;
  return query select work.kind, work.id, work.number from register.relationship tie, lateral seloste.open_with(tie) work where tie.id = asked;
end $$;
revoke all on function seloste.open_in(uuid) from public;

-- C1: as in 0238, by the same list.
create or replace function seloste.relationship_to_end(asked uuid) returns table (id uuid, owner text)
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
      and not exists (select from seloste.open_with(tie))
    limit 1;
end $$;
