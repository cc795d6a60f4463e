-- S11.1: what each night's work of retention erased, by class. Counts only.
create table register.retention_run (
  id                uuid primary key default uuidv7(),
  at                timestamptz not null,
  statement_version integer not null,
  counts            jsonb not null
);
create index retention_run_by_time on register.retention_run (at desc);
