-- A credit note says itself which complaint it settles: whoever bills writes invoices and only reads complaints.
alter table register.invoice add column complaint_id uuid;
create index invoice_of_complaint on register.invoice (complaint_id) where complaint_id is not null;
alter table register.complaint drop column credit_note_id,
  add constraint complaint_taken_has_a_day check ((taken_by is null) = (taken_on is null)),
  add constraint complaint_resolved_is_closed check (resolution is null or closed_on is not null);
create index complaint_entered_of_person on register.complaint (person_id, entered_at desc, id desc) where person_id is not null;
create index complaint_entered_of_organisation on register.complaint (organisation_id, entered_at desc, id desc) where organisation_id is not null;
create index complaint_newest on register.complaint (opened_on desc, id desc);
