-- C4: that a person was erased, what of it is held and why, and when the bytes left the disk. Opaque ids and counts only.
create table register.erasure (
  id              uuid primary key default uuidv7(),
  person_id       uuid not null constraint erasure_is_one_a_person unique,
  request_id      uuid,           -- null where section 11 erased, not a request
  asked_at        timestamptz not null,
  asked_by        text not null,
  statement_version integer not null,
  state           text not null check (state in ('held', 'done')),
  planned         jsonb not null, -- the fates as they were when it was asked: no values
  outcomes        jsonb not null, -- what was done, by table and class
  held            jsonb not null, -- what is held now, with blocker, ground and end
  resumes_on      date,           -- the day the next hold ends; null where none is left or an event ends it
  done_at         timestamptz,    -- null while something is held
  bytes_left_at   timestamptz,    -- null until the tables were rewritten
  wal_position    text,           -- the write-ahead log up to here may hold the values still
  wal_left_at     timestamptz,
  backups_left_on date,           -- the last backup that holds them is destroyed by then
  constraint erasure_done_holds_nothing check ((state = 'done') = (done_at is not null))
);
create index erasure_held on register.erasure (resumes_on) where state = 'held';
create index erasure_unwritten on register.erasure (asked_at) where bytes_left_at is null or wal_left_at is null;

-- S8.3: a claim that needs certain data of a person. It ends by itself at its review (at most six months on).
create table register.legal_hold (
  id         uuid primary key default uuidv7(),
  person_id  uuid not null,
  claim      text not null check (claim <> '' and length(claim) <= 2000),
  scope      text[] not null check (cardinality(scope) > 0),
  opened_at  timestamptz not null,
  opened_by  text not null,
  review_on  date not null,
  closed_at  timestamptz  -- null while nobody closed it
);
create index legal_hold_of on register.legal_hold (person_id);
