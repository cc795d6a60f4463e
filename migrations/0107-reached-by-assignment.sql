-- S10.3: whoever works on an assignment reaches its customer and its contact list, for as long as it is open.
create function seloste.assignments_reached() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select job.id from register.assignment job where job.owner = seloste.acting() and job.state = 'open'
    union
    select listed.assignment_id from register.assignment_contact listed
      join register.assignment job on job.id = listed.assignment_id and job.state = 'open'
    where listed.staff_id = seloste.acting()
  $$;
revoke all on function seloste.assignments_reached() from public;

-- Whom one looks after, with all who represent them. An assignment opens its own list only, not everybody at the company.
create function seloste.organisations_looked_after(reach text) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select tie.organisation_id from register.relationship tie
    where tie.organisation_id is not null and tie.owner = seloste.acting()
    union
    select tie.organisation_id from register.staff me join register.relationship tie on tie.team = me.team
    where reach = 'team' and me.id::text = seloste.acting() and tie.organisation_id is not null
    union
    select enquiry.organisation_id from register.enquiry
    where enquiry.assigned_to = seloste.acting() and enquiry.organisation_id is not null
  $$;
revoke all on function seloste.organisations_looked_after(text) from public;

create or replace function seloste.organisations_reached(reach text) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select seloste.organisations_looked_after(reach)
    union
    select job.organisation_id from register.assignment job
    where job.organisation_id is not null and job.id in (select seloste.assignments_reached())
  $$;

create or replace function seloste.people_reached(reach text) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select link.person_id from register.affiliation link
    where link.organisation_id in (select seloste.organisations_looked_after(reach))
    union
    select tie.person_id from register.relationship tie
    where tie.person_id is not null and tie.owner = seloste.acting()
    union
    select tie.person_id from register.staff me join register.relationship tie on tie.team = me.team
    where reach = 'team' and me.id::text = seloste.acting() and tie.person_id is not null
    union
    select enquiry.person_id from register.enquiry
    where enquiry.assigned_to = seloste.acting() and enquiry.person_id is not null
    union
    select job.person_id from register.assignment job
    where job.person_id is not null and job.id in (select seloste.assignments_reached())
    union
    select listed.person_id from register.assignment_contact listed
    where listed.person_id is not null and listed.assignment_id in (select seloste.assignments_reached())
  $$;
