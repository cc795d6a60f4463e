-- What an import did, in numbers: no file, no file name and no person is kept.
create table register.import_run (
  id                uuid primary key,
  at                timestamptz not null,
  by                text not null,
  source            text not null,
  statement_version integer not null,
  lines             integer not null check (lines >= 0),
  people            integer not null check (people >= 0),
  companies         integer not null check (companies >= 0),
  held              integer not null check (held >= 0),
  refused           integer not null check (refused >= 0)
);
create index import_run_at on register.import_run (at desc);
