-- S5.11–S5.13, as simple records. Organisation and person are plain ids: a voucher outlives the card (L-RT.3).
create table register.invoice (
  id              uuid primary key default uuidv7(),
  group_company   text not null,
  organisation_id uuid,
  person_id       uuid,            -- the debtor is a natural person, or a sole trader
  number          text not null check (number <> '' and length(number) <= 40),
  issued_on       date not null,
  due_on          date not null,
  amount_cents    bigint not null,
  currency        text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
  status          text not null check (status in ('open', 'paid', 'credited', 'collection')),
  settled_on      date,            -- null while it is owed
  fiscal_year_end date not null,
  debtor_name     text not null check (length(debtor_name) <= 400),
  debtor_address  text check (length(debtor_address) <= 600),
  text            text check (length(text) <= 4000),
  entered_by      text not null,
  entered_at      timestamptz not null,
  held_at         timestamptz,     -- its person was erased: it stays for a law or a claim, and only billing sees it
  revision        integer not null default 1,
  constraint invoice_is_owed_by_someone check (organisation_id is not null or person_id is not null),
  constraint invoice_is_due_after_it_was_issued check (due_on >= issued_on),
  constraint invoice_is_of_its_fiscal_year check (issued_on <= fiscal_year_end),
  constraint invoice_settled_has_a_day check ((status in ('paid', 'credited')) = (settled_on is not null))
);
create unique index invoice_number_is_unique on register.invoice (group_company, number);
create index invoice_of_person on register.invoice (person_id) where person_id is not null;
create index invoice_of_organisation on register.invoice (organisation_id) where organisation_id is not null;
create index invoice_by_fiscal_year on register.invoice (fiscal_year_end);
create index invoice_owed on register.invoice (due_on) where status in ('open', 'collection');

create table register.warranty (
  id              uuid primary key default uuidv7(),
  group_company   text not null,
  organisation_id uuid,
  person_id       uuid,
  item            text not null check (item <> '' and length(item) <= 400),
  starts_on       date not null,
  ends_on         date not null,
  claim_until     date not null,   -- L-RT.5: a claim may still come after the warranty has ended, and never for ever
  entered_by      text not null,
  entered_at      timestamptz not null,
  held_at         timestamptz,
  constraint warranty_is_of_someone check (organisation_id is not null or person_id is not null),
  constraint warranty_ends_after_it_began check (starts_on <= ends_on and ends_on <= claim_until)
);
create index warranty_of_person on register.warranty (person_id) where person_id is not null;
create index warranty_of_organisation on register.warranty (organisation_id) where organisation_id is not null;
create index warranty_ended on register.warranty (claim_until);

create table register.complaint (
  id              uuid primary key default uuidv7(),
  group_company   text not null,
  organisation_id uuid,
  person_id       uuid,            -- who complained
  parties         uuid[] not null default '{}', -- other people that it concerns or names
  opened_on       date not null,
  closed_on       date,            -- null while it is open
  text            text not null check (text <> '' and length(text) <= 8000),
  outcome         text check (length(outcome) <= 4000),
  entered_by      text not null,
  entered_at      timestamptz not null,
  held_at         timestamptz,
  revision        integer not null default 1,
  constraint complaint_is_of_someone check (organisation_id is not null or person_id is not null),
  constraint complaint_closes_after_it_opened check (closed_on >= opened_on)
);
create index complaint_of_person on register.complaint (person_id) where person_id is not null;
create index complaint_of_organisation on register.complaint (organisation_id) where organisation_id is not null;
create index complaint_of_party on register.complaint using gin (parties);
create index complaint_closed on register.complaint (closed_on);
