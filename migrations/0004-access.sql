-- S10.2: one account is one person. What proves who somebody is lives apart, in schema auth, and only its own role reads it.
create table register.staff (
  id            uuid primary key default uuidv7(),
  name          text not null check (length(name) > 0),
  email         text not null check (email = lower(email) and email like '%_@_%'),
  language      text not null default 'fi' check (language in ('fi', 'sv', 'en')),
  state         text not null check (state in ('invited', 'open', 'closed')),
  group_company text,          -- null: works for the whole group
  team          text,          -- null: belongs to no team
  invited_at    timestamptz not null,
  closed_at     timestamptz check ((closed_at is not null) = (state = 'closed')),
  revision      integer not null default 1
);
create unique index staff_email on register.staff (email) where state <> 'closed';

-- S10.3: a duty is given to a person by somebody, for a reason, and often until a day.
create table register.staff_duty (
  id           uuid primary key default uuidv7(),
  staff_id     uuid not null constraint staff_duty_staff references register.staff (id),
  duty         text not null,
  granted_by   text not null,
  reason       text not null check (length(reason) > 0),
  granted_at   timestamptz not null,
  until_on     date,           -- null: until it is withdrawn; otherwise the last day
  withdrawn_at timestamptz
);
create unique index staff_duty_once on register.staff_duty (staff_id, duty) where withdrawn_at is null;

-- S10.4: the undertaking itself is paper or a signed file; here is where it is.
create table register.undertaking (
  staff_id     uuid not null constraint undertaking_staff references register.staff (id),
  signed_on    date not null,
  document_ref text not null check (length(document_ref) > 0),
  recorded_by  text not null,
  recorded_at  timestamptz not null,
  primary key (staff_id, recorded_at)
);

-- S10.1: what those who use the register are told to do; a new version gives seven days' grace.
create table register.instruction (
  version  integer primary key check (version > 0),
  text     jsonb not null,     -- {fi, sv, en}
  made_by  text not null,
  made_at  timestamptz not null
);
create table register.instruction_acknowledgement (
  staff_id        uuid not null constraint instruction_acknowledgement_staff references register.staff (id),
  version         integer not null constraint instruction_acknowledgement_version references register.instruction (version),
  acknowledged_at timestamptz not null,
  primary key (staff_id, version)
);

create schema auth;

create table auth.password (
  staff_id uuid primary key constraint password_staff references register.staff (id),
  hash     text not null,
  set_at   timestamptz not null
);

-- The secret is sealed with a key outside the database. last_step: a code is good for once (ASVS 6.5.1).
create table auth.totp (
  staff_id     uuid primary key constraint totp_staff references register.staff (id),
  sealed       bytea not null,
  confirmed_at timestamptz,
  last_step    bigint not null default 0
);

create table auth.passkey (
  id         text primary key,
  staff_id   uuid not null constraint passkey_staff references register.staff (id),
  public_key bytea not null,
  counter    bigint not null,
  transports text[] not null default '{}',
  label      text not null,
  added_at   timestamptz not null,
  used_at    timestamptz
);
create index passkey_staff_id on auth.passkey (staff_id);

-- Good for one use. Only the digest is kept, here and for sessions and tokens: a copy of the database opens nothing.
create table auth.link (
  digest     bytea primary key check (length(digest) = 32),
  kind       text not null check (kind in ('set-up', 'invitation', 'password', 'second-factor', 'demo')),
  staff_id   uuid constraint link_staff references register.staff (id),
  made_at    timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz,
  check ((staff_id is null) = (kind = 'set-up'))
);

-- A question put to a browser: the second step of a sign-in, or a passkey's challenge.
create table auth.challenge (
  digest     bytea primary key check (length(digest) = 32),
  kind       text not null check (kind in ('second-step', 'passkey-sign-in', 'passkey-new')),
  staff_id   uuid constraint challenge_staff references register.staff (id),
  challenge  text not null,
  expires_at timestamptz not null
);

create table auth.session (
  id        uuid primary key default uuidv7(),
  digest    bytea not null unique check (length(digest) = 32),
  staff_id  uuid not null constraint session_staff references register.staff (id),
  proof     text not null check (proof in ('password', 'two-factor', 'passkey', 'demo-link')),
  device    text not null,
  opened_at timestamptz not null,
  seen_at   timestamptz not null,
  ended_at  timestamptz
);
create index session_staff_id on auth.session (staff_id) where ended_at is null;

create table auth.token (
  id         uuid primary key default uuidv7(),
  digest     bytea not null unique check (length(digest) = 32),
  staff_id   uuid not null constraint token_staff references register.staff (id),
  duty       text not null,
  label      text not null check (length(label) > 0),
  made_at    timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz,
  ended_at   timestamptz
);
create index token_staff_id on auth.token (staff_id) where ended_at is null;

-- Failed sign-ins slow down the pair of account and address, never the account: nobody can lock a colleague out.
create table auth.failure (
  pair bytea not null,
  at   timestamptz not null
);
create index failure_pair on auth.failure (pair, at);

-- Whether somebody still has to read: the newest instruction of a week ago, or the first where all are newer.
create function seloste.instruction_needed(asked_staff uuid, at timestamptz) returns boolean
  language sql stable
  return exists (select from register.instruction)
    and not exists (
      select from register.instruction_acknowledgement read
      where read.staff_id = asked_staff
        and read.version >= coalesce(
          (select max(version) from register.instruction where made_at <= at - interval '7 days'),
          (select min(version) from register.instruction))
    );
