-- What somebody opened last is any record, not only a card: its kind and its id, with whom it is about, so that it goes with them.
alter table register.seen_lately
  drop constraint seen_lately_is_one,
  drop constraint seen_lately_staff_organisation_id_person_id_key,
  add column kind text check (kind ~ '^[a-z-]{1,40}$'),
  add column record_id uuid;
update register.seen_lately
  set kind = case when person_id is null then 'company' else 'person' end, record_id = coalesce(person_id, organisation_id);
alter table register.seen_lately
  alter column kind set not null,
  alter column record_id set not null,
  add constraint seen_lately_once unique (staff, kind, record_id);
create index seen_lately_of_person on register.seen_lately (person_id) where person_id is not null;
create index seen_lately_of_organisation on register.seen_lately (organisation_id) where organisation_id is not null;
