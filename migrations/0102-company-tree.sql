-- Which company belongs to which: a fact about companies. Erasing one leaves the others where they are.
alter table register.organisation add column parent_id uuid references register.organisation on delete set null;
alter table register.organisation add constraint organisation_is_not_its_own_parent check (parent_id <> id);
create index organisation_of_parent on register.organisation (parent_id) where parent_id is not null;

-- Over every company, also those that the one who places it does not see; one at a time, so that two together close no circle.
create function seloste.keep_company_tree() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('register.organisation.parent_id', 0));
  if exists (
    with recursive above as (
      select held.id, held.parent_id, 1 as height from register.organisation held where held.id = new.parent_id
      union all
      select held.id, held.parent_id, above.height + 1 from register.organisation held join above on held.id = above.parent_id
      where above.height < 100)
    select from above where above.id = new.id or above.height >= 30) then
    raise exception 'a company under itself' using errcode = '23514', constraint = 'organisation_tree_has_no_circle';
  end if;
  return new;
end $$;
revoke all on function seloste.keep_company_tree() from public;
create trigger organisation_keeps_tree before update of parent_id on register.organisation
  for each row when (new.parent_id is not null and new.parent_id is distinct from old.parent_id)
  execute function seloste.keep_company_tree();

create index opportunity_timeline_of_organisation on register.opportunity (organisation_id, entered_at desc, id desc) where organisation_id is not null;
create index opportunity_timeline_of_person on register.opportunity (person_id, entered_at desc, id desc) where person_id is not null;
create index opportunity_timeline_of_contact on register.opportunity (contact_person_id, entered_at desc, id desc) where contact_person_id is not null;
drop index register.opportunity_of_organisation, register.opportunity_of_person, register.opportunity_of_contact;
