-- S5.9: what may become a sale. A pipeline and its stages are the house's own words; an opportunity is of a customer.
create table register.pipeline (
  id         uuid primary key default uuidv7(),
  name_fi    text not null check (name_fi <> '' and length(name_fi) <= 100),
  name_sv    text check (name_sv <> '' and length(name_sv) <= 100), -- null where nobody has said it: the Finnish name stands
  name_en    text check (name_en <> '' and length(name_en) <= 100),
  position   integer not null,
  retired_at timestamptz,          -- null while it is used
  revision   integer not null default 1
);

create table register.pipeline_stage (
  id          uuid primary key default uuidv7(),
  pipeline_id uuid not null references register.pipeline on delete cascade,
  name_fi     text not null check (name_fi <> '' and length(name_fi) <= 100),
  name_sv     text check (name_sv <> '' and length(name_sv) <= 100),
  name_en     text check (name_en <> '' and length(name_en) <= 100),
  position    integer not null,
  probability integer not null check (probability >= 0 and probability <= 100),
  kind        text not null check (kind in ('open', 'won', 'lost')),
  constraint pipeline_stage_is_as_probable_as_its_kind check (kind = 'open' or probability = case kind when 'won' then 100 else 0 end)
);
create index pipeline_stage_of_pipeline on register.pipeline_stage (pipeline_id, position);

create table register.opportunity (
  id                uuid primary key default uuidv7(),
  group_company     text not null,
  organisation_id   uuid,
  person_id         uuid,          -- the customer is a natural person, or a sole trader
  contact_person_id uuid,          -- whom we talk with; null where nobody is named
  pipeline_id       uuid not null references register.pipeline,
  stage_id          uuid not null references register.pipeline_stage,
  state             text not null check (state in ('open', 'won', 'lost')),
  title             text not null check (title <> '' and length(title) <= 200),
  value_cents       bigint check (value_cents >= 0 and value_cents <= 100000000000000), -- null while nobody knows
  probability       integer check (probability >= 0 and probability <= 100), -- null: as its stage says
  expected_close    date,          -- null while nobody knows
  next_step         text check (length(next_step) <= 500),
  lost_reason       text check (lost_reason in ('price', 'competitor', 'postponed', 'no-need', 'no-answer', 'not-for-us', 'other')),
  lost_note         text check (length(lost_note) <= 2000),
  owner             text not null, -- opaque id of a member of staff
  enquiry_id        uuid,          -- the enquiry that it came from
  stage_since       timestamptz not null,
  closed_on         date,          -- null while it is open
  binned_at         timestamptz,   -- null unless staff deleted it; it is erased fourteen days later
  binned_by         text,
  entered_by        text not null,
  entered_at        timestamptz not null,
  held_at           timestamptz,   -- restricted (Art. 18)
  revision          integer not null default 1,
  constraint opportunity_is_of_someone check (organisation_id is not null or person_id is not null),
  constraint opportunity_lost_has_a_reason check ((state = 'lost') = (lost_reason is not null)),
  constraint opportunity_closed_has_a_day check ((state = 'open') = (closed_on is null)),
  constraint opportunity_binned_by_someone check ((binned_at is null) = (binned_by is null))
);
create index opportunity_on_board on register.opportunity (pipeline_id, stage_id, expected_close, id) where binned_at is null;
create index opportunity_of_organisation on register.opportunity (organisation_id, entered_at desc) where organisation_id is not null;
create index opportunity_of_person on register.opportunity (person_id, entered_at desc) where person_id is not null;
create index opportunity_of_contact on register.opportunity (contact_person_id) where contact_person_id is not null;
create index opportunity_of_owner on register.opportunity (owner, expected_close) where state = 'open' and binned_at is null;
create index opportunity_to_close on register.opportunity (expected_close, id) where state = 'open' and binned_at is null;
create index opportunity_closed on register.opportunity (closed_on) where closed_on is not null;
create index opportunity_in_bin on register.opportunity (binned_at) where binned_at is not null;
create unique index opportunity_of_enquiry on register.opportunity (enquiry_id) where enquiry_id is not null and binned_at is null;

-- A house begins with one pipeline and changes it at the desk.
insert into register.pipeline (id, name_fi, name_sv, name_en, position) values
  ('01920000-0000-7000-8000-000000000001', 'Myynti', 'Försäljning', 'Sales', 1);
insert into register.pipeline_stage (id, pipeline_id, name_fi, name_sv, name_en, position, probability, kind) values
  ('01920000-0000-7000-8000-000000000011', '01920000-0000-7000-8000-000000000001', 'Uusi', 'Ny', 'New', 1, 10, 'open'),
  ('01920000-0000-7000-8000-000000000012', '01920000-0000-7000-8000-000000000001', 'Tarve selvitetty', 'Behov klarlagt', 'Need understood', 2, 25, 'open'),
  ('01920000-0000-7000-8000-000000000013', '01920000-0000-7000-8000-000000000001', 'Tarjottu', 'Offererad', 'Quoted', 3, 50, 'open'),
  ('01920000-0000-7000-8000-000000000014', '01920000-0000-7000-8000-000000000001', 'Neuvottelu', 'Förhandling', 'Negotiation', 4, 75, 'open'),
  ('01920000-0000-7000-8000-000000000015', '01920000-0000-7000-8000-000000000001', 'Voitettu', 'Vunnen', 'Won', 5, 100, 'won'),
  ('01920000-0000-7000-8000-000000000016', '01920000-0000-7000-8000-000000000001', 'Hävitty', 'Förlorad', 'Lost', 6, 0, 'lost');
