-- What staff deletes lies fourteen days in the bin: `binned_at` hides it from everybody who does not open the bin (row policies).
alter table register.task
  add column binned_at timestamptz, add column binned_by text,
  add constraint task_binned_by_someone check ((binned_at is null) = (binned_by is null));
alter table register.note
  add column binned_at timestamptz, add column binned_by text,
  add constraint note_binned_by_someone check ((binned_at is null) = (binned_by is null));
alter table register.activity
  add column binned_at timestamptz, add column binned_by text,
  add constraint activity_binned_by_someone check ((binned_at is null) = (binned_by is null));
alter table register.document
  add column binned_at timestamptz, add column binned_by text,
  add constraint document_binned_by_someone check ((binned_at is null) = (binned_by is null));
alter table register.work_rule
  add column binned_at timestamptz, add column binned_by text,
  add constraint work_rule_binned_by_someone check ((binned_at is null) = (binned_by is null));
-- Of invoices only drafts: what has a number is no more anybody's to delete.
alter table register.invoice
  add column binned_at timestamptz, add column binned_by text,
  add constraint invoice_binned_by_someone check ((binned_at is null) = (binned_by is null)),
  add constraint invoice_binned_as_draft check (binned_at is null or number is null and origin = 'own');
alter table register.product
  add column binned_at timestamptz, add column binned_by text,
  add constraint product_binned_by_someone check ((binned_at is null) = (binned_by is null));
alter table register.segment
  add column binned_at timestamptz, add column binned_by text,
  add constraint segment_binned_by_someone check ((binned_at is null) = (binned_by is null));
alter table register.saved_view
  add column binned_at timestamptz, add column binned_by text,
  add constraint saved_view_binned_by_someone check ((binned_at is null) = (binned_by is null));
alter table register.mail_template rename column removed_at to binned_at;
alter table register.mail_template add column binned_by text;
update register.mail_template set binned_by = entered_by where binned_at is not null;
alter table register.mail_template
  add constraint mail_template_binned_by_someone check ((binned_at is null) = (binned_by is null));

create index task_in_bin on register.task (binned_at, id) where binned_at is not null;
create index note_in_bin on register.note (binned_at, id) where binned_at is not null;
create index activity_in_bin on register.activity (binned_at, id) where binned_at is not null;
create index document_in_bin on register.document (binned_at, id) where binned_at is not null;
create index work_rule_in_bin on register.work_rule (binned_at, id) where binned_at is not null;
create index invoice_in_bin on register.invoice (binned_at, id) where binned_at is not null;
create index product_in_bin on register.product (binned_at, id) where binned_at is not null;
create index segment_in_bin on register.segment (binned_at, id) where binned_at is not null;
create index saved_view_in_bin on register.saved_view (binned_at, id) where binned_at is not null;
create index mail_template_in_bin on register.mail_template (binned_at, id) where binned_at is not null;

-- What lies in the bin never blocks a new one of its name.
drop index register.product_sku_is_unique;
create unique index product_sku_is_unique on register.product (lower(sku)) where binned_at is null;
alter table register.segment drop constraint segment_name_is_unique;
create unique index segment_name_is_unique on register.segment (name) where binned_at is null;
