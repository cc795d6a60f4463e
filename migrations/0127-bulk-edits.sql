-- One value given to many rows at once, and for 14 days what each row held before, so that it can be taken back.
create table register.bulk_edit (
  id          uuid primary key default uuidv7(),
  list        text not null check (list ~ '^[a-z][a-z-]{0,59}$'),
  column_id   text not null check (length(column_id) <= 80),
  field       text not null,             -- the declared field that the change writes
  value       jsonb not null check (octet_length(value::text) <= 4000),
  source      jsonb,                     -- where the deed asks for one: {source, sourceNote}
  by          text not null,
  duty        text not null,
  purpose     text not null,
  at          timestamptz not null,
  state       text not null check (state in ('running', 'done', 'undoing', 'undone')),
  finished_at timestamptz                -- null while rows are waiting
);
create index bulk_edit_of on register.bulk_edit (by, at desc);
create index bulk_edit_waiting on register.bulk_edit (at) where state in ('running', 'undoing');

create table register.bulk_edit_row (
  bulk_edit_id uuid not null constraint bulk_edit_row_edit references register.bulk_edit (id) on delete cascade,
  row_id       uuid not null,
  person_id    uuid constraint bulk_edit_row_person references register.person (id) on delete cascade, -- null where the row is about nobody
  duty         text not null,
  field        text not null,
  revision     integer,                  -- the row's before the change, and after it once it is changed; null where there is nothing to change
  old_value    jsonb,                    -- null where there was none
  state        text not null check (state in ('waiting', 'changed', 'same', 'refused', 'restored', 'kept')),
  code         text,                     -- why it was refused or kept
  primary key (bulk_edit_id, row_id)
);
create index bulk_edit_row_waiting on register.bulk_edit_row (bulk_edit_id, state);
create index bulk_edit_row_of_person on register.bulk_edit_row (person_id) where person_id is not null;
