create table register.contract (
  id                uuid primary key default uuidv7(),
  group_company     text not null,
  organisation_id   uuid,
  person_id         uuid,
  contact_person_id uuid,
  order_id          uuid,
  owner             text,
  number            text check (number <> '' and length(number) <= 40),
  state             text not null check (state in ('draft', 'active', 'noticed', 'ended')),
  title             text not null check (title <> '' and length(title) <= 200),
  text              text check (length(text) <= 8000),
  signed_on         date,
  starts_on         date not null,
  ends_on           date,          -- null: until further notice
  renewal           text not null check (renewal in ('fixed', 'automatic')),
  renewal_months    integer check (renewal_months between 1 and 120),
  notice_months     integer not null default 0 check (notice_months between 0 and 36),
  noticed_on        date,
  ended_on          date,
  end_reason        text check (length(end_reason) <= 2000),
  asked_for         date,          -- the end for which its owner was asked what comes next
  lines             jsonb not null default '[]' check (jsonb_typeof(lines) = 'array'),
  net_cents         bigint not null default 0,
  vat_cents         bigint not null default 0,
  total_cents       bigint not null default 0,
  billing_months    integer check (billing_months in (1, 2, 3, 4, 6, 12)), -- null: nothing is billed by the contract
  payment_days      integer not null default 14 check (payment_days between 0 and 365),
  source            text not null,
  source_note       text check (length(source_note) <= 1000),
  entered_by        text not null,
  entered_at        timestamptz not null,
  held_at           timestamptz,
  revision          integer not null default 1,
  constraint contract_is_with_someone check (organisation_id is not null or person_id is not null),
  constraint contract_signed_has_a_number check (state = 'draft' or number is not null),
  constraint contract_ends_after_it_began check (ends_on >= starts_on),
  constraint contract_renewed_has_a_period check (renewal = 'fixed' or renewal_months is not null and ends_on is not null),
  constraint contract_ended_has_a_day check ((state = 'ended') = (ended_on is not null))
);
create unique index contract_number_is_unique on register.contract (group_company, number) where number is not null;
create index contract_of_person on register.contract (person_id, entered_at desc, id desc) where person_id is not null;
create index contract_of_organisation on register.contract (organisation_id, entered_at desc, id desc) where organisation_id is not null;
create index contract_of_contact on register.contract (contact_person_id) where contact_person_id is not null;
create index contract_of_order on register.contract (order_id) where order_id is not null;
create index contract_by_start on register.contract (starts_on desc, id desc);
create index contract_ending on register.contract (ends_on) where state in ('active', 'noticed');

create trigger contract_is_locked before update or delete on register.contract
  for each row execute function seloste.refuse_altered_document(
    '{number,group_company,title,text,starts_on,lines,net_cents,vat_cents,total_cents,renewal,renewal_months,notice_months}', 'state', '{draft}');

create table register.assignment (
  id                uuid primary key default uuidv7(),
  group_company     text not null,
  organisation_id   uuid,
  person_id         uuid,
  contract_id       uuid,
  order_id          uuid,
  owner             text,
  number            text not null check (number <> '' and length(number) <= 40),
  state             text not null check (state in ('open', 'done', 'cancelled')),
  title             text not null check (title <> '' and length(title) <= 200),
  text              text check (length(text) <= 8000),
  starts_on         date not null,
  ends_on           date,
  settled_on        date,
  outcome           text check (length(outcome) <= 4000),
  source            text not null,
  source_note       text check (length(source_note) <= 1000),
  entered_by        text not null,
  entered_at        timestamptz not null,
  held_at           timestamptz,
  revision          integer not null default 1,
  constraint assignment_is_for_someone check (organisation_id is not null or person_id is not null),
  constraint assignment_ends_after_it_began check (ends_on >= starts_on),
  constraint assignment_settled_has_a_day check ((state = 'open') = (settled_on is null))
);
create unique index assignment_number_is_unique on register.assignment (group_company, number);
create index assignment_of_person on register.assignment (person_id, entered_at desc, id desc) where person_id is not null;
create index assignment_of_organisation on register.assignment (organisation_id, entered_at desc, id desc) where organisation_id is not null;
create index assignment_of_contract on register.assignment (contract_id) where contract_id is not null;
create index assignment_of_order on register.assignment (order_id) where order_id is not null;
create index assignment_of_owner on register.assignment (owner) where owner is not null;
create index assignment_by_start on register.assignment (starts_on desc, id desc);

-- The contact list: our own staff, and the people of the customer whom they may reach for this.
create table register.assignment_contact (
  id            uuid primary key default uuidv7(),
  assignment_id uuid not null constraint assignment_contact_is_of_an_assignment references register.assignment (id) on delete cascade,
  staff_id      text,
  person_id     uuid,
  task          text check (length(task) <= 200),
  added_by      text not null,
  added_at      timestamptz not null,
  constraint assignment_contact_is_one_of_two check ((staff_id is null) <> (person_id is null))
);
create unique index assignment_contact_of_staff on register.assignment_contact (staff_id, assignment_id) where staff_id is not null;
create unique index assignment_contact_of_person on register.assignment_contact (person_id, assignment_id) where person_id is not null;
create index assignment_contact_of_assignment on register.assignment_contact (assignment_id);
