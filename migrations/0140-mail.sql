-- Mailboxes of staff and of duties. They say nothing about people of the register; their secrets lie sealed in a table of their own.
create table register.mailbox (
  id              uuid primary key default uuidv7(),
  owner           text,            -- whose own it is; null for a shared one
  duty            text,            -- the duty that shares it; null for somebody's own
  name            text not null check (name <> '' and length(name) <= 120),
  address         text not null check (address <> '' and length(address) <= 254),
  sharing         text not null check (sharing in ('metadata', 'subject', 'all')), -- what other desks see of its messages
  signs_in        text not null check (signs_in in ('password', 'microsoft', 'google')),
  login           text not null check (login <> '' and length(login) <= 254),
  imap_host       text not null check (length(imap_host) <= 253),
  imap_port       integer not null check (imap_port between 1 and 65535),
  imap_tls        text not null check (imap_tls in ('tls', 'starttls', 'none')),
  smtp_host       text not null check (length(smtp_host) <= 253),
  smtp_port       integer not null check (smtp_port between 1 and 65535),
  smtp_tls        text not null check (smtp_tls in ('tls', 'starttls', 'none')),
  opens_enquiries boolean not null default false,
  group_company   text,            -- whose enquiries it opens; null: the first company of the statement
  read_from       date not null,   -- older messages are left where they are
  state           text not null check (state in ('new', 'working', 'failing', 'paused', 'closed')),
  fault           text check (length(fault) <= 60),  -- a code, never what a server said; null while it works
  failures        integer not null default 0,
  failing_since   timestamptz,     -- null while it works
  read_at         timestamptz,     -- null before the first reading
  next_read_at    timestamptz,     -- null: at the next round
  passed_over     bigint not null default 0, -- messages with nobody of the register in them: counted, and nothing of them kept
  entered_by      text not null,
  entered_at      timestamptz not null,
  revision        integer not null default 1,
  constraint mailbox_is_of_one_or_of_a_duty check ((owner is null) <> (duty is null)),
  constraint mailbox_of_one_opens_no_enquiries check (owner is null or not opens_enquiries)
);
create unique index mailbox_address_is_unique on register.mailbox (lower(address)) where state <> 'closed';

create table register.mailbox_secret (
  mailbox_id uuid primary key references register.mailbox on delete cascade,
  sealed     bytea not null,
  changed_at timestamptz not null
);

-- Up to where each folder was read (RFC 9051: UIDVALIDITY, UID; RFC 7162: HIGHESTMODSEQ).
create table register.mailbox_folder (
  mailbox_id   uuid not null references register.mailbox on delete cascade,
  role         text not null check (role in ('inbox', 'sent')),
  path         text not null check (length(path) <= 500),
  uid_validity bigint not null,
  last_uid     bigint not null,
  modseq       bigint,             -- null where the server does not offer it
  primary key (mailbox_id, role)
);

-- The register's own registration with a mail service, given by the administrator.
create table register.mail_service (
  id         text primary key check (id in ('microsoft', 'google')),
  client_id  text not null check (client_id <> '' and length(client_id) <= 300),
  tenant     text check (length(tenant) <= 100), -- null: any of the service
  sealed     bytea not null,
  changed_by text not null,
  changed_at timestamptz not null
);

-- Somebody on their way to a mail service and back.
create table register.mail_errand (
  digest     bytea primary key check (length(digest) = 32),
  mailbox_id uuid not null references register.mailbox on delete cascade,
  by         text not null,
  sealed     bytea not null,
  expires_at timestamptz not null
);

-- The personal address to which copies of mail are sent.
create table register.mail_copy (
  staff_id uuid primary key,
  mark     bytea not null unique,
  sealed   bytea not null,
  made_at  timestamptz not null
);

create table register.mail_signature (
  staff_id   text primary key,
  text       text not null check (length(text) <= 2000),
  changed_at timestamptz not null
);

create table register.mail_template (
  id         uuid primary key default uuidv7(),
  name       text not null check (name <> '' and length(name) <= 120),
  texts      jsonb not null,       -- by language: subject and text
  entered_by text not null,
  entered_at timestamptz not null,
  removed_at timestamptz,          -- null while it is offered
  revision   integer not null default 1
);
create unique index mail_template_name_is_unique on register.mail_template (lower(name)) where removed_at is null;

-- Messages with people of the register. What a mailbox shares decides who reads which of the three tables.
create table register.message (
  id           uuid primary key default uuidv7(),
  mailbox_id   uuid not null references register.mailbox,
  key          bytea not null check (length(key) = 32), -- digest of the Message-ID: the same message is never taken in twice
  message_id   text not null check (length(message_id) <= 998),
  thread_id    uuid not null,
  enquiry_id   uuid,               -- null where it belongs to none
  direction    text not null check (direction in ('in', 'out')),
  state        text not null check (state in ('received', 'sending', 'sent', 'failed', 'unsure')),
  at           timestamptz not null,
  stored_at    timestamptz not null,
  sent_by      text,               -- who of staff wrote it; null where it came in
  is_automatic boolean not null default false,
  others       integer not null default 0, -- correspondents outside the register: counted, not named
  bytes        bigint not null default 0,
  template_id  uuid,
  folder       text check (folder in ('inbox', 'sent')), -- null where it lies in no folder yet
  uid_validity bigint,
  uid          bigint,
  settled_at   timestamptz,        -- somebody said that it needs no answer; null otherwise
  fault        text check (length(fault) <= 60),
  revision     integer not null default 1
);
create unique index message_once_a_mailbox on register.message (mailbox_id, key);
create index message_by_key on register.message (key);
create index message_of_thread on register.message (thread_id, at desc, id desc);
create index message_of_enquiry on register.message (enquiry_id) where enquiry_id is not null;
create index message_newest on register.message (mailbox_id, at desc, id desc);
create index message_by_age on register.message (at desc, id desc);
create index message_open on register.message (at desc, id desc) where direction = 'in' and settled_at is null and not is_automatic;
create index message_of_template on register.message (template_id, at) where template_id is not null;

create table register.message_person (
  id              uuid primary key default uuidv7(),
  message_id      uuid not null references register.message on delete cascade,
  person_id       uuid,            -- null: an address of the organisation
  organisation_id uuid,            -- the company as whose person they wrote; null: nobody's
  role            text not null check (role in ('from', 'to', 'cc')),
  address         text not null check (length(address) <= 254),
  at              timestamptz not null,
  constraint message_person_is_somebody check (person_id is not null or organisation_id is not null)
);
create unique index message_person_once on register.message_person (message_id, person_id, organisation_id, role, address) nulls not distinct;
create index message_of_person on register.message_person (person_id, at desc, message_id desc) where person_id is not null;
create index message_of_organisation on register.message_person (organisation_id, at desc, message_id desc) where organisation_id is not null;

create table register.message_subject (
  message_id uuid primary key references register.message on delete cascade,
  subject    text not null check (length(subject) <= 500)
);

create table register.message_body (
  message_id  uuid primary key references register.message on delete cascade,
  text        text not null,
  html        text,                -- made safe: no script, style, picture or form; null where there was none
  attachments jsonb not null default '[]', -- names, types and sizes; the files stay in the mailbox
  is_cut      boolean not null default false
);

-- A mailbox stays whose it is, and a message where it came: otherwise taking one over would be a way to read it.
create function seloste.mail_stays() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
begin
  if tg_table_name = 'mailbox' then
    if (new.id, new.owner, new.duty) is distinct from (old.id, old.owner, old.duty) then
      raise exception 'permission denied: a mailbox stays whose it is' using errcode = '42501';
    end if;
  elsif tg_table_name = 'message' then
    if (new.id, new.mailbox_id, new.key, new.direction) is distinct from (old.id, old.mailbox_id, old.key, old.direction) then
      raise exception 'permission denied: a message stays where it is' using errcode = '42501';
    end if;
  elsif new.message_id is distinct from old.message_id then
    raise exception 'permission denied: a message stays where it is' using errcode = '42501';
  end if;
  return new;
end $$;
revoke execute on function seloste.mail_stays from public;
create trigger mailbox_stays before update on register.mailbox for each row execute function seloste.mail_stays();
create trigger message_stays before update on register.message for each row execute function seloste.mail_stays();
create trigger message_person_stays before update on register.message_person for each row execute function seloste.mail_stays();
create trigger message_subject_stays before update on register.message_subject for each row execute function seloste.mail_stays();
create trigger message_body_stays before update on register.message_body for each row execute function seloste.mail_stays();

-- Whether the login is this duty's. A login is <prefix>_<duty>, and each prefix has a login `site`: after_sales is not sales.
create function seloste.is_my_duty(asked text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select right(session_user::text, length(asked) + 1) = '_' || replace(asked, '-', '_')
      and exists (select from pg_roles where rolname = left(session_user::text, -length(asked)) || 'site')
  $$;
revoke execute on function seloste.is_my_duty from public;

-- The mailboxes of whose messages the login sees this much: `metadata`, `subject` or `all`; `own`: its own and its duty's.
create function seloste.mailboxes_seen(asked text) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select box.id from register.mailbox box
    where box.owner = seloste.acting() or seloste.is_my_duty(box.duty)
      or asked = 'metadata' or asked = 'subject' and box.sharing in ('subject', 'all') or asked = 'all' and box.sharing = 'all'
  $$;
revoke execute on function seloste.mailboxes_seen from public;

create function seloste.message_is_mine(asked uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select exists (select from register.message own
      where own.id = asked and own.mailbox_id in (select seloste.mailboxes_seen('own')))
  $$;
revoke execute on function seloste.message_is_mine from public;

-- Which of these addresses are somebody's of the register: the matcher's question about mail. It says ids, and no other value.
create function seloste.correspondents(asked text[])
  returns table (address text, person_id uuid, organisation_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select said.address, mail.person_id,
      (select tie.organisation_id from register.affiliation tie
        where tie.person_id = mail.person_id and tie.left_on is null order by tie.since desc, tie.organisation_id limit 1)
    from unnest(asked) said (address)
    join register.person_email mail on seloste.folded(mail.address) collate "C" = seloste.folded(said.address)
    union all
    select said.address, firm.person_id, firm.id
    from unnest(asked) said (address)
    join register.organisation firm on firm.email is not null and seloste.folded(firm.email) collate "C" = seloste.folded(said.address)
    where firm.closed_at is null
  $$;
revoke execute on function seloste.correspondents from public;
