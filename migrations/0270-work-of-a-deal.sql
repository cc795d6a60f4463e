-- S5.29: what hangs on one deal is asked for on that deal's own card.
create index document_of_subject on register.document (subject_id) where subject_id is not null;
create index note_of_subject on register.note (subject_id) where subject_id is not null;
create index activity_of_subject on register.activity (subject_id) where subject_id is not null;
