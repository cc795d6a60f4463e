create table register.statement_version (
  version        integer primary key check (version > 0),
  hash           text not null unique check (hash ~ '^[0-9a-f]{64}$'),
  canonical      text not null,
  source         text not null,
  change_class   text not null check (change_class in ('material', 'narrowing', 'editorial')),
  summary        jsonb not null default '{}',
  approved_by    text[] not null check (cardinality(approved_by) > 0),
  published_at   timestamptz not null,
  effective_from timestamptz not null,
  supersedes     integer constraint statement_version_supersedes references register.statement_version (version)
);

create function seloste.refuse_version_change() returns trigger language plpgsql as $$
begin
  raise exception 'VERSION_IS_IMMUTABLE' using errcode = '42501';
end $$;
create trigger statement_version_is_immutable before update or delete or truncate on register.statement_version
  for each statement execute function seloste.refuse_version_change();

create table register.statement_draft (
  id         uuid primary key default uuidv7(),
  source     text not null,
  origin     text,          -- the old prose the draft was read from, where there was one
  revision   integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by text not null
);

-- S0.2: a material version needs two persons; an approval is for one exact text.
create table register.statement_approval (
  hash        text not null,
  by          text not null,
  approved_at timestamptz not null,
  primary key (hash, by)
);

-- A field that a version dropped: hidden at once, undoable until erase_at, then erased with its column.
create table register.retired_field (
  field      text not null,
  hidden_at  timestamptz not null,
  erase_at   timestamptz not null,
  erased_at  timestamptz,
  version    integer not null,
  primary key (field, hidden_at)
);

create table declared.organisation (
  organisation_id uuid primary key
);
create table declared.person (
  person_id uuid primary key
);

-- Which hash the ledger says was published: the second witness of a version's text.
create function seloste.recorded_hash(asked integer) returns text
  language sql stable security definer set search_path = pg_catalog
  as $$
    select opening.payload -> 'detail' ->> 'hash'
    from register.ledger_opening opening
    where opening.payload ->> 'about' = 'statement-' || asked
      and opening.payload ->> 'what' = 'statement.published'
    limit 1
  $$;
