-- S0.2: a draft of the statement that its keepers throw away lies fourteen days in a bin of its own, beside the drafts.
alter table register.statement_draft
  add column binned_at timestamptz, add column binned_by text,
  add constraint statement_draft_binned_by_someone check ((binned_at is null) = (binned_by is null));
create index statement_draft_in_bin on register.statement_draft (binned_at, id) where binned_at is not null;
