-- S10.3: whom a narrow reach has, as views that row policies ask. A function was gathered whole for each table of a statement, 17 ms of
-- processor to open a person; of a view the planner looks one row up by index, or gathers it once, whichever is less.
create function seloste.organisations_on_assignments() returns setof uuid
  language sql stable security definer rows 10 set search_path = pg_catalog, pg_temp
  as $$
    select job.organisation_id from register.assignment job
    where job.organisation_id is not null and job.id in (select seloste.assignments_reached())
  $$;
create function seloste.people_on_assignments() returns setof uuid
  language sql stable security definer rows 10 set search_path = pg_catalog, pg_temp
  as $$
    select job.person_id from register.assignment job
    where job.person_id is not null and job.id in (select seloste.assignments_reached())
    union
    select listed.person_id from register.assignment_contact listed
    where listed.person_id is not null and listed.assignment_id in (select seloste.assignments_reached())
  $$;
revoke all on function seloste.organisations_on_assignments(), seloste.people_on_assignments() from public;

-- Whom one looks after, with all who represent them. An assignment opens its own list only, not everybody at the company. Who acts is
-- asked in a select of its own: a plan is kept on a connection that others use too, and must suit whoever looks after many.
create view seloste.organisations_reached_own with (security_barrier) as
  select tie.organisation_id as id from register.relationship tie where tie.organisation_id is not null and tie.owner = (select seloste.acting())
  union all
  select enquiry.organisation_id from register.enquiry where enquiry.organisation_id is not null and enquiry.assigned_to = (select seloste.acting())
  union all
  select seloste.organisations_on_assignments();
create view seloste.organisations_reached_team with (security_barrier) as
  select id from seloste.organisations_reached_own
  union all
  select tie.organisation_id from register.staff me join register.relationship tie on tie.team = me.team
    where tie.organisation_id is not null and me.id::text = (select seloste.acting());
create view seloste.people_reached_own with (security_barrier) as
  select link.person_id as id from register.relationship tie join register.affiliation link on link.organisation_id = tie.organisation_id
    where tie.owner = (select seloste.acting())
  union all
  select tie.person_id from register.relationship tie where tie.person_id is not null and tie.owner = (select seloste.acting())
  union all
  select link.person_id from register.enquiry join register.affiliation link on link.organisation_id = enquiry.organisation_id
    where enquiry.assigned_to = (select seloste.acting())
  union all
  select enquiry.person_id from register.enquiry where enquiry.person_id is not null and enquiry.assigned_to = (select seloste.acting())
  union all
  select seloste.people_on_assignments();
create view seloste.people_reached_team with (security_barrier) as
  select id from seloste.people_reached_own
  union all
  select link.person_id from register.staff me join register.relationship tie on tie.team = me.team
    join register.affiliation link on link.organisation_id = tie.organisation_id where me.id::text = (select seloste.acting())
  union all
  select tie.person_id from register.staff me join register.relationship tie on tie.team = me.team
    where tie.person_id is not null and me.id::text = (select seloste.acting());

create or replace function seloste.organisations_reached(reach text) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select id from seloste.organisations_reached_own where reach = 'own'
    union
    select id from seloste.organisations_reached_team where reach = 'team'
  $$;
create or replace function seloste.people_reached(reach text) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select id from seloste.people_reached_own where reach = 'own'
    union
    select id from seloste.people_reached_team where reach = 'team'
  $$;
drop function seloste.organisations_looked_after(text);

-- How far a duty reaches that sees only its own or its team's, where that is few enough to be searched one by one; else null.
create function seloste.narrow_reach() returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select said.reach from (select substring(seloste.rows_seen('register.person'::regclass) from 'people_reached_(own|team)') as reach) said
    where case said.reach
      when 'own' then not exists (select from seloste.people_reached_own offset 4000)
      when 'team' then not exists (select from seloste.people_reached_team offset 4000) end
  $$;
revoke all on function seloste.narrow_reach() from public;

do $do$
declare
  written text := pg_get_functiondef('seloste.search(text,integer)'::regprocedure);
  renewed text := regexp_replace(written, 'reach text := [^;]*;', 'reach text := seloste.narrow_reach();');
begin
  if renewed = written then raise exception 'seloste.search does not ask for its reach as it did'; end if;
  execute renewed;
end $do$;
