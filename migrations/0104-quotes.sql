-- A quote is worked on in its own row; what was sent is frozen beside it, a row for each version.
create table register.quote (
  id                uuid primary key default uuidv7(),
  group_company     text not null,
  organisation_id   uuid,
  person_id         uuid,          -- who asks is a natural person, or a sole trader
  contact_person_id uuid,          -- who at the company it is meant for
  enquiry_id        uuid,          -- the request it answers
  opportunity_id    uuid,
  order_id          uuid,          -- the order that came of it
  owner             text,
  number            text check (number <> '' and length(number) <= 40), -- a quote that was never sent has none
  version           integer not null default 0 check (version >= 0),    -- how many were sent
  state             text not null check (state in ('draft', 'sent', 'accepted', 'declined', 'expired', 'withdrawn')),
  title             text check (length(title) <= 200),
  language          text not null check (language in ('fi', 'sv', 'en')),
  lines             jsonb not null default '[]' check (jsonb_typeof(lines) = 'array'),
  net_cents         bigint not null default 0,
  vat_cents         bigint not null default 0,
  total_cents       bigint not null default 0,
  valid_until       date not null,
  payment_days      integer not null check (payment_days between 0 and 365),
  opening           text check (length(opening) <= 4000),
  terms             text check (length(terms) <= 4000),
  source            text not null,
  source_note       text check (length(source_note) <= 1000),
  entered_by        text not null,
  entered_at        timestamptz not null,
  changed_at        timestamptz not null,
  held_at           timestamptz,
  revision          integer not null default 1,
  constraint quote_is_for_someone check (organisation_id is not null or person_id is not null),
  constraint quote_sent_has_a_number check (version = 0 or number is not null)
);
create unique index quote_number_is_unique on register.quote (group_company, number) where number is not null;
create index quote_of_person on register.quote (person_id, entered_at desc, id desc) where person_id is not null;
create index quote_of_organisation on register.quote (organisation_id, entered_at desc, id desc) where organisation_id is not null;
create index quote_of_contact on register.quote (contact_person_id) where contact_person_id is not null;
create index quote_of_opportunity on register.quote (opportunity_id) where opportunity_id is not null;
create index quote_of_enquiry on register.quote (enquiry_id) where enquiry_id is not null;
create index quote_by_entry on register.quote (entered_at desc, id desc);
create index quote_waiting on register.quote (valid_until) where state = 'sent';

create table register.quote_version (
  id              uuid primary key default uuidv7(),
  quote_id        uuid not null constraint quote_version_is_of_a_quote references register.quote (id) on delete cascade,
  group_company   text not null,
  organisation_id uuid,
  person_id       uuid,
  version         integer not null check (version > 0),
  state           text not null check (state in ('sent', 'accepted', 'declined', 'expired', 'superseded', 'withdrawn')),
  content         jsonb not null,  -- exactly what the customer reads
  hash            text not null check (hash ~ '^[0-9a-f]{64}$'),
  valid_until     date not null,
  total_cents     bigint not null,
  sent_at         timestamptz not null,
  sent_by         text not null,
  answered_at     timestamptz,     -- null while nobody has answered
  answered_via    text check (answered_via in ('page', 'desk')),
  answered_by     text,            -- of staff, where the answer came by phone or on paper
  answered_name   text check (length(answered_name) <= 200),
  reason          text check (length(reason) <= 2000),
  held_at         timestamptz,
  constraint quote_version_is_one unique (quote_id, version),
  constraint quote_version_answered_has_a_time check ((state in ('accepted', 'declined')) = (answered_at is not null))
);
create index quote_version_of_person on register.quote_version (person_id) where person_id is not null;
create index quote_version_of_organisation on register.quote_version (organisation_id) where organisation_id is not null;
create unique index quote_version_waits_for_one_answer on register.quote_version (quote_id) where state in ('sent', 'accepted');
create index quote_version_waiting on register.quote_version (valid_until) where state = 'sent';

-- What was sent is what was sent, also for whoever owns the database. Only a right or section 11 takes it away.
create function seloste.refuse_altered_document() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
declare
  locked constant text[] := tg_argv[0]::text[];
  was jsonb := to_jsonb(old);
  now jsonb;
begin
  if was ->> tg_argv[1] is null or was ->> tg_argv[1] = any (tg_argv[2]::text[]) then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' then
    if (select rolsuper from pg_roles where rolname = session_user)
      or pg_has_role(session_user, (select relowner from pg_class where oid = tg_relid), 'member') then
      raise exception 'DOCUMENT_IS_LOCKED' using errcode = '42501';
    end if;
    return old;
  end if;
  now := to_jsonb(new);
  if exists (select from unnest(locked) as kept (name) where was -> kept.name is distinct from now -> kept.name) then
    raise exception 'DOCUMENT_IS_LOCKED' using errcode = '42501';
  end if;
  return new;
end $$;
revoke all on function seloste.refuse_altered_document() from public;

create trigger quote_version_is_frozen before update or delete on register.quote_version
  for each row execute function seloste.refuse_altered_document(
    '{quote_id,version,content,hash,valid_until,total_cents,sent_at,sent_by}', 'state', '{}');
create trigger quote_keeps_its_number before update or delete on register.quote
  for each row execute function seloste.refuse_altered_document('{number,group_company}', 'number', '{}');
