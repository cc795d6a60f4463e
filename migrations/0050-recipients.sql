-- L-45.2: one switch for a transfer tool or a processor, which stops at once whatever depends on it.
create table register.transfer_stop (
  id         uuid primary key default uuidv7(),
  kind       text not null check (kind in ('tool', 'processor')),
  subject    text not null check (length(subject) > 0),
  reason     text not null check (length(reason) > 0),
  stopped_by text not null,
  stopped_at timestamptz not null,
  lifted_by  text,
  lifted_at  timestamptz check ((lifted_at is null) = (lifted_by is null))
);
create unique index transfer_stop_once on register.transfer_stop (kind, subject) where lifted_at is null;

-- Art. 15(1)(c) GDPR, C-154/21: to whom exactly each person's data went, when, why and by which transfer tool.
-- The people are an array: 31,000 entries/s of a list against 4,200 as a row for each person.
create table register.disclosure (
  id                uuid primary key,
  at                timestamptz not null,
  by                text not null,
  kind              text not null check (kind in ('recipient', 'processor', 'group-company', 'authority')),
  receiver          text not null check (length(receiver) > 0), -- an id of the statement
  receiver_name     text,          -- null: the statement's own label; an authority says its name
  people            uuid[] not null,
  fields            text[] not null,
  purpose           text not null,
  ground            text not null,
  transfer_tool     text,          -- null: the data stayed in the EEA
  way               text not null default 'sent' check (way in ('sent', 'looked-at')),
  statement_version integer not null
);
create index disclosure_people on register.disclosure using gin (people);
create index disclosure_at on register.disclosure (at desc, id);
