-- Tasks as they are listed, and enquiries as they stand on a timeline: one index each answers a page.
drop index register.task_to_do;
create index task_to_do on register.task (assigned_to, coalesce(due_on, 'infinity'), coalesce(due_time, '24'), id) where done_at is null;
create index task_open on register.task (coalesce(due_on, 'infinity'), coalesce(due_time, '24'), id) where done_at is null;
create index enquiry_on_timeline_of_person on register.enquiry (person_id, received_at desc, id desc) where person_id is not null;
create index enquiry_on_timeline_of_organisation on register.enquiry (organisation_id, received_at desc, id desc) where organisation_id is not null;
