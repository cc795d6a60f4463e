create schema if not exists seloste;
create schema if not exists register;
create schema if not exists declared;

revoke all on schema public from public;

-- "Now" in a policy: the clock that a test sets on its database, otherwise the real one.
create function seloste.at() returns timestamptz
  language sql stable parallel safe
  return coalesce(nullif(current_setting('seloste.now', true), '')::timestamptz, now());

-- Who acts under a duty whose reach is narrower than all; empty where nobody said.
create function seloste.acting() returns text
  language sql stable parallel safe
  return current_setting('seloste.by', true);

create table register.ledger_leaf (
  hash bytea primary key check (length(hash) = 32),
  seq  bigint generated always as identity unique,
  at   timestamptz not null
);

-- What a leaf stands for. Retention and rights may delete it; the leaf stays, and the tree still verifies.
create table register.ledger_opening (
  hash    bytea primary key constraint ledger_opening_leaf references register.ledger_leaf (hash),
  salt    bytea not null check (length(salt) = 16),
  payload jsonb not null
);
create index ledger_opening_about on register.ledger_opening ((payload ->> 'about'));

create table register.ledger_index (
  leaf_index bigint primary key check (leaf_index >= 0),
  hash       bytea not null unique constraint ledger_index_leaf references register.ledger_leaf (hash)
);

create table register.ledger_checkpoint (
  size   bigint primary key check (size >= 0),
  root   bytea not null check (length(root) = 32),
  note   text not null,
  at     timestamptz not null
);

-- C-579/21: a person may be told when and for what purpose their data was looked at.
create table register.access_log (
  id      uuid not null default uuidv7(),
  at      timestamptz not null,
  by      text not null,
  duty    text not null,
  purpose text not null,
  people  uuid[] not null,
  fields  text[] not null,
  under   text not null,
  primary key (at, id)
) partition by range (at);
create index access_log_people on register.access_log using gin (people);
create table register.access_log_rest partition of register.access_log default;

-- A leaf and a log entry are for ever: not even the owner changes them by mistake.
create function seloste.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'LEDGER_IS_APPEND_ONLY' using errcode = '42501';
end $$;
create trigger ledger_leaf_is_append_only before update or delete or truncate on register.ledger_leaf
  for each statement execute function seloste.refuse_change();
create trigger ledger_opening_is_never_changed before update on register.ledger_opening
  for each statement execute function seloste.refuse_change();
create trigger access_log_is_never_changed before update on register.access_log
  for each statement execute function seloste.refuse_change();
