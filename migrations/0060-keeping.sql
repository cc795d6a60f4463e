-- S9.2: where a backup took the register's place. While `replayed_at` is null, what no backup may undo is not done again
-- yet, and nothing is served.
create table register.restoration (
  id          uuid primary key default uuidv7(),
  backup      uuid not null,
  taken_at    timestamptz not null,
  restored_at timestamptz not null,
  note        text,        -- for the file of seals; null where nothing had been sealed since the backup
  replayed_at timestamptz
);

-- A line of the replay log whose leaf the ledger lost, and what became of it.
create table register.replayed (
  leaf    bytea primary key check (octet_length(leaf) = 32),
  at      timestamptz not null,
  outcome text not null check (outcome in ('done', 'nobody', 'superseded'))
);

create index ledger_opening_what on register.ledger_opening ((payload ->> 'what'), (payload ->> 'at'));
