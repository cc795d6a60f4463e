create extension if not exists pg_trgm with schema seloste;

-- A search finds Mäki by "maki": case and the marks of Latin letters do not count.
create function seloste.folded(said text) returns text
  language sql immutable strict parallel safe cost 200 -- so that the planner prefers an index to folding every row
  -- Plain letters skip the table of marks, which costs 40 µs a name.
  return case when octet_length(said) = length(said) then lower(said collate pg_c_utf8)
    else translate(lower(said collate pg_c_utf8),
      'àáâãäåçèéêëìíîïñòóôõöùúûüýÿāăąćĉċčďēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏőŕŗřśŝşšţťũūŭůűųŵŷźżžſșțæøđłßœðþŧħıŋ',
      'aaaaaaceeeeiiiinooooouuuuyyaaaccccdeeeeegggghiiiijklllnnnooorrrssssttuuuuuuwyzzzsstaodlsodtthin') end collate "C";

create table register.organisation (
  id             uuid primary key default uuidv7(),
  form           text not null check (form in ('company', 'association', 'public-body', 'sole-trader', 'other')),
  person_id      uuid,        -- the sole trader; null for every other form
  name           text collate "fi-x-icu" not null check (name <> '' and length(name) <= 300),
  business_id    text check (business_id ~ '^[0-9]{7}-[0-9]$'),
  vat_registered boolean,     -- null: nobody has said
  phone          text check (length(phone) <= 30),
  phone_typed    text check (length(phone_typed) <= 60),
  email          text check (length(email) <= 320),
  email_kind     text check (email_kind in ('personal-work', 'role', 'private', 'unknown')),
  created_at     timestamptz not null,
  changed_at     timestamptz not null,
  closed_at      timestamptz, -- every relationship has ended: no daily duty sees it
  revision       integer not null default 1,
  constraint organisation_business_id_is_unique unique (business_id),
  constraint organisation_sole_trader_is_a_person check (person_id is null or form = 'sole-trader')
);
create index organisation_by_name on register.organisation (name, id) where closed_at is null;
create index organisation_by_change on register.organisation (changed_at, id) where closed_at is null;
create index organisation_of_sole_trader on register.organisation (person_id) where person_id is not null;
create index organisation_folded on register.organisation (seloste.folded(name) collate "C");
create index organisation_closed on register.organisation (seloste.folded(name) collate "C") where closed_at is not null;
create index organisation_trigrams on register.organisation using gin (seloste.folded(name) seloste.gin_trgm_ops);
create index organisation_by_digits on register.organisation (replace(business_id, '-', '') collate "C");
create index organisation_by_email on register.organisation (seloste.folded(email) collate "C") where email is not null;

create table register.person (
  id          uuid primary key default uuidv7(),
  kind        text not null check (kind in ('private-customer', 'sole-trader', 'representative')),
  given_name  text collate "fi-x-icu" not null default '' check (length(given_name) <= 200),
  family_name text collate "fi-x-icu" not null default '' check (length(family_name) <= 200),
  created_at  timestamptz not null,
  changed_at  timestamptz not null,
  closed_at   timestamptz,
  revision    integer not null default 1
);
create index person_by_name on register.person (family_name, given_name, id) where closed_at is null;
create index person_by_change on register.person (changed_at, id) where closed_at is null;
create index person_folded on register.person (seloste.folded(family_name || ' ' || given_name) collate "C");
create index person_folded_given on register.person (seloste.folded(given_name || ' ' || family_name) collate "C");

alter table register.organisation
  add constraint organisation_sole_trader foreign key (person_id) references register.person (id) on delete cascade;

create table register.person_email (
  id         uuid primary key default uuidv7(),
  person_id  uuid not null constraint person_email_person references register.person (id) on delete cascade,
  address    text not null check (length(address) <= 320),
  kind       text not null check (kind in ('personal-work', 'role', 'private', 'unknown')),
  is_primary boolean not null default false,
  added_at   timestamptz not null,
  constraint person_email_is_said_once unique (person_id, address)
);
create unique index person_email_primary on register.person_email (person_id) where is_primary;
create index person_email_folded on register.person_email (seloste.folded(address) collate "C");
create index person_email_domain on register.person_email (split_part(seloste.folded(address), '@', 2) collate "C");

create table register.person_phone (
  id         uuid primary key default uuidv7(),
  person_id  uuid not null constraint person_phone_person references register.person (id) on delete cascade,
  number     text not null check (length(number) <= 30),
  typed      text not null check (length(typed) <= 60),
  kind       text not null check (kind in ('mobile', 'landline', 'business', 'other')),
  is_primary boolean not null default false,
  added_at   timestamptz not null,
  constraint person_phone_is_said_once unique (person_id, number)
);
create unique index person_phone_primary on register.person_phone (person_id) where is_primary;
create index person_phone_by_number on register.person_phone (number collate "C");

create table register.organisation_address (
  id              uuid primary key default uuidv7(),
  organisation_id uuid not null constraint organisation_address_organisation references register.organisation (id) on delete cascade,
  kind            text not null check (kind in ('visiting', 'postal', 'billing')),
  care_of         text,
  street          text,
  house_number    text,
  stair           text,
  flat            text,
  po_box          text,
  postcode        text not null,
  city            text not null,
  country         text not null default 'FI' check (country ~ '^[A-Z]{2}$'),
  added_at        timestamptz not null,
  constraint organisation_address_postcode check (country <> 'FI' or postcode ~ '^[0-9]{5}$')
);
create index organisation_address_of on register.organisation_address (organisation_id);

create table register.person_address (
  id           uuid primary key default uuidv7(),
  person_id    uuid not null constraint person_address_person references register.person (id) on delete cascade,
  kind         text not null check (kind in ('visiting', 'postal', 'billing')),
  care_of      text,
  street       text,
  house_number text,
  stair        text,
  flat         text,
  po_box       text,
  postcode     text not null,
  city         text not null,
  country      text not null default 'FI' check (country ~ '^[A-Z]{2}$'),
  added_at     timestamptz not null,
  constraint person_address_postcode check (country <> 'FI' or postcode ~ '^[0-9]{5}$')
);
create index person_address_of on register.person_address (person_id);

create table register.affiliation (
  id              uuid primary key default uuidv7(),
  person_id       uuid not null constraint affiliation_person references register.person (id) on delete cascade,
  organisation_id uuid not null constraint affiliation_organisation references register.organisation (id) on delete cascade,
  job_role        text check (length(job_role) <= 200),
  since           date not null,
  left_on         date,        -- null while the person is there
  constraint affiliation_ends_after_it_began check (left_on >= since)
);
create unique index affiliation_is_one_at_a_time on register.affiliation (person_id, organisation_id) where left_on is null;
create index affiliation_of_person on register.affiliation (person_id);
create index affiliation_of_organisation on register.affiliation (organisation_id, person_id);

-- C1: of an organisation, or of a person who is the customer.
create table register.relationship (
  id               uuid primary key default uuidv7(),
  organisation_id  uuid constraint relationship_organisation references register.organisation (id) on delete cascade,
  person_id        uuid constraint relationship_person references register.person (id) on delete cascade,
  group_company    text not null,
  state            text not null check (state in ('prospect', 'customer', 'dormant', 'ended', 'retained', 'rejected')),
  owner            text,
  team             text,
  payment_terms    text check (length(payment_terms) <= 200),
  started_at       timestamptz not null,
  last_activity_at timestamptz not null,
  ended_at         timestamptz,
  end_reason       text check (end_reason in ('contract-ended', 'org-ceased', 'person-left-org', 'inactive', 'declined', 'other')),
  closed_at        timestamptz,
  revision         integer not null default 1,
  constraint relationship_is_with_one check (num_nonnulls(organisation_id, person_id) = 1),
  constraint relationship_ended_is_closed check ((state in ('ended', 'retained', 'rejected')) = (closed_at is not null))
);
create unique index relationship_of_organisation on register.relationship (organisation_id, group_company) where organisation_id is not null;
create unique index relationship_of_person on register.relationship (person_id, group_company) where person_id is not null;
create index relationship_by_owner on register.relationship (owner) where owner is not null;
create index relationship_by_team on register.relationship (team) where team is not null;
create index relationship_by_state on register.relationship (state, group_company);

-- S6: every value has a source. A single value has its subject's id as value_id; one of several has its own.
create table register.organisation_source (
  organisation_id uuid not null constraint organisation_source_organisation references register.organisation (id) on delete cascade,
  field       text not null,
  value_id    uuid not null,
  source      text not null,
  note        text check (length(note) <= 1000),
  by          text not null,
  recorded_at timestamptz not null,
  obtained_at timestamptz not null,
  as_of       date not null,
  verified_at timestamptz,
  primary key (organisation_id, field, value_id)
);
create table register.person_source (
  person_id   uuid not null constraint person_source_person references register.person (id) on delete cascade,
  field       text not null,
  value_id    uuid not null,
  source      text not null,
  note        text check (length(note) <= 1000),
  by          text not null,
  recorded_at timestamptz not null,
  obtained_at timestamptz not null,
  as_of       date not null,
  verified_at timestamptz,
  primary key (person_id, field, value_id)
);

create table register.enquiry (
  id                uuid primary key default uuidv7(),
  person_id         uuid constraint enquiry_person references register.person (id) on delete cascade,
  organisation_id   uuid constraint enquiry_organisation references register.organisation (id) on delete set null,
  channel           text not null check (channel in ('web-form', 'email', 'phone', 'meeting', 'letter', 'other')),
  state             text not null check (state in ('new', 'assigned', 'answered', 'closed')),
  message           text check (length(message) <= 20000),
  said_name         text check (length(said_name) <= 400),   -- only where it differs from the name we hold
  said_phone        text check (length(said_phone) <= 60),
  group_company     text not null,
  language          text not null check (language in ('fi', 'sv', 'en')),
  source            text not null,
  source_note       text check (length(source_note) <= 1000),
  statement_version integer not null,
  entered_by        text not null,
  assigned_to       text,
  received_at       timestamptz not null,
  answered_at       timestamptz,
  closed_at         timestamptz,
  revision          integer not null default 1
);
create index enquiry_inbox on register.enquiry (received_at desc, id desc);
create index enquiry_open on register.enquiry (state, received_at desc, id desc) where state <> 'closed';
create index enquiry_of_person on register.enquiry (person_id);
create index enquiry_of_organisation on register.enquiry (organisation_id);

-- C8: what a person must be told (Art. 13, 14), and the proof that it was said.
create table register.notice (
  id                uuid primary key default uuidv7(),
  person_id         uuid not null constraint notice_person references register.person (id) on delete cascade,
  article           text not null check (article in ('13', '14')),
  state             text not null check (state in ('queued', 'sent', 'delivered', 'failed', 'exempt', 'not-needed')),
  source            text not null,
  obtained_at       timestamptz not null,
  target_on         date,      -- one calendar month, not moved by holidays: past it the data is not used for marketing
  due_on            date,      -- the legal deadline; both null where no clock runs
  statement_version integer not null,
  exempt_reason     text check (length(exempt_reason) <= 200),
  settled_at        timestamptz,
  constraint notice_with_a_clock check ((target_on is null) = (due_on is null))
);
create index notice_of on register.notice (person_id);
create index notice_waiting on register.notice (due_on, id) where state in ('queued', 'failed');

create table register.notice_delivery (
  id                uuid primary key default uuidv7(),
  notice_id         uuid not null constraint notice_delivery_notice references register.notice (id) on delete cascade,
  person_id         uuid not null constraint notice_delivery_person references register.person (id) on delete cascade,
  way               text not null check (way in ('mail', 'print', 'phone', 'in-next-mail', 'form')),
  outcome           text not null check (outcome in ('waiting', 'sent', 'delivered', 'failed')),
  language          text not null check (language in ('fi', 'sv', 'en')),
  statement_version integer not null,
  by                text not null,
  at                timestamptz not null
);
create index notice_delivery_of on register.notice_delivery (person_id);
create index notice_delivery_of_notice on register.notice_delivery (notice_id);

-- S3.1: who answers for the register, who stands in, and who covers a holiday. One row.
create table register.contact_of_register (
  id          boolean primary key default true check (id),
  handler     text not null,
  deputy      text,
  cover       text,
  cover_from  date,
  cover_until date,
  changed_at  timestamptz not null,
  revision    integer not null default 1,
  constraint contact_cover_has_dates check ((cover is null) = (cover_from is null) and (cover is null) = (cover_until is null)),
  constraint contact_cover_ends_after_it_began check (cover_until >= cover_from),
  constraint contact_deputy_is_another check (deputy is null or deputy <> handler)
);
