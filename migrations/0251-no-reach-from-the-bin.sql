-- What lies in the bin gives no reach (S10.3).
create or replace view seloste.organisations_reached_own with (security_barrier) as
  select tie.organisation_id as id from register.relationship tie where tie.organisation_id is not null and tie.owner = (select seloste.acting())
  union all
  select enquiry.organisation_id from register.enquiry where enquiry.organisation_id is not null and enquiry.assigned_to = (select seloste.acting()) and enquiry.binned_at is null
  union all
  select seloste.organisations_on_assignments();
create or replace view seloste.people_reached_own with (security_barrier) as
  select link.person_id as id from register.relationship tie join register.affiliation link on link.organisation_id = tie.organisation_id
    where tie.owner = (select seloste.acting())
  union all
  select tie.person_id from register.relationship tie where tie.person_id is not null and tie.owner = (select seloste.acting())
  union all
  select link.person_id from register.enquiry join register.affiliation link on link.organisation_id = enquiry.organisation_id
    where enquiry.assigned_to = (select seloste.acting()) and enquiry.binned_at is null
  union all
  select enquiry.person_id from register.enquiry where enquiry.person_id is not null and enquiry.assigned_to = (select seloste.acting()) and enquiry.binned_at is null
  union all
  select seloste.people_on_assignments();
