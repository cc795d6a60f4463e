-- Where sales stand in the books of a group company, and what was taken in from them. Nothing here is about a person.
create table register.bookkeeping_setting (
  group_company text primary key,
  accounts      jsonb not null check (jsonb_typeof(accounts) = 'object'),
  changed_by    text not null,
  changed_at    timestamptz not null,
  revision      integer not null default 1
);

-- A file of bookkeeping that was taken in: how many of its rows, and why the others were not (line, code and field; never a value).
create table register.bookkeeping_intake (
  id            uuid primary key default uuidv7(),
  group_company text not null,
  origin        text not null check (origin in ('folder', 'upload')),
  digest        text not null check (digest ~ '^[0-9a-f]{64}$'),
  rows          integer not null check (rows >= 0),
  taken         integer not null check (taken >= 0),
  known         integer not null check (known >= 0),
  failed        jsonb not null default '[]' check (jsonb_typeof(failed) = 'array'),
  taken_by      text not null,
  taken_at      timestamptz not null
);
create index bookkeeping_intake_by_time on register.bookkeeping_intake (group_company, taken_at desc);
