-- What stands on papers of a group company beside its details of invoicing: a picture and standing words. Nothing here is about a person.
create table register.paper_setting (
  group_company text primary key,
  logo          bytea check (octet_length(logo) <= 204800), -- null: the company's name stands in its place
  logo_type     text check (logo_type in ('image/png', 'image/svg+xml')),
  words         jsonb not null default '{}' check (jsonb_typeof(words) = 'object'), -- {kind: {fi, sv, en}}
  changed_by    text not null,
  changed_at    timestamptz not null,
  revision      integer not null default 1,
  constraint paper_setting_logo_has_a_type check ((logo is null) = (logo_type is null))
);

-- A paper that went to its customer by mail: which and to whom, never the address or the words.
create table register.paper_sent (
  id              uuid primary key default uuidv7(),
  group_company   text not null,
  organisation_id uuid,
  person_id       uuid,            -- the customer is a natural person, or a sole trader
  sent_to         uuid,            -- the person to whom it went; null where it went to the company's own address
  paper           text not null check (paper in ('quote', 'order-confirmation', 'delivery-note', 'invoice', 'credit-note', 'reminder')),
  document_id     uuid not null,
  number          text not null check (length(number) <= 60),
  language        text not null check (language in ('fi', 'sv', 'en')),
  entered_by      text not null,
  entered_at      timestamptz not null,
  held_at         timestamptz,
  constraint paper_sent_is_to_someone check (organisation_id is not null or person_id is not null)
);
create index paper_sent_of_document on register.paper_sent (document_id, entered_at desc);
create index paper_sent_of_person on register.paper_sent (person_id, entered_at desc, id desc) where person_id is not null;
create index paper_sent_of_organisation on register.paper_sent (organisation_id, entered_at desc, id desc) where organisation_id is not null;
create index paper_sent_to on register.paper_sent (sent_to, entered_at desc, id desc) where sent_to is not null;
