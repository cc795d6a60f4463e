-- Art. 19 GDPR, S9.8: who is told of an erasure, a correction, a restriction or an objection, and what came back.
-- No foreign key to the person: the opaque id outlives an erasure as its proof.
create table register.recipient_notice (
  id            uuid primary key,
  person_id     uuid not null,
  kind          text not null check (kind in ('erasure', 'rectification', 'restriction', 'objection')),
  receiver_kind text not null check (receiver_kind in ('recipient', 'processor', 'group-company', 'authority')),
  receiver      text not null,
  receiver_name text,          -- null: the statement's own label
  about         text check (length(about) <= 1000), -- by what the receiver finds the person; null once the receipt is in
  state         text not null check (state in ('waiting', 'sent', 'confirmed', 'refused')),
  way           text check (way in ('mail', 'told')),
  made_at       timestamptz not null,
  sent_at       timestamptz check ((sent_at is not null) or state = 'waiting'),
  sent_by       text,
  times_sent    integer not null default 0 check (times_sent >= 0),
  settled_at    timestamptz check ((settled_at is not null) = (state in ('confirmed', 'refused'))),
  settled_by    text,
  note          text check (length(note) <= 500),   -- of a refusal: why; otherwise a reference, or nothing
  revision      integer not null default 1,
  constraint recipient_notice_forgets check (state in ('waiting', 'sent') or about is null),
  constraint recipient_notice_why check (state <> 'refused' or note is not null)
);
create index recipient_notice_of on register.recipient_notice (person_id);
create index recipient_notice_open on register.recipient_notice (made_at) where state in ('waiting', 'sent');

-- S10.7, S10.8: what is on paper, where it is locked up, about whom it is, until when, and how it was destroyed.
create table register.paper_item (
  id           uuid primary key,
  what         text not null check (length(what) > 0 and length(what) <= 300),
  location     text not null check (length(location) > 0 and length(location) <= 300),
  people       uuid[] not null,
  group_company text,          -- null: of the whole group
  made_at      timestamptz not null,
  made_by      text not null,
  reason       text not null check (length(reason) > 0 and length(reason) <= 500),
  destroy_by   date not null,
  destroyed_at timestamptz,
  destroyed_by text,
  method       text check (method in ('shredded', 'incinerated', 'provider', 'returned')),
  witness      text,           -- a colleague; null where a certificate stands in
  certificate  text check (length(certificate) <= 300),
  revision     integer not null default 1,
  constraint paper_item_destroyed check ((destroyed_at is null) = (method is null) and (destroyed_at is null) = (destroyed_by is null)),
  constraint paper_item_witnessed check (destroyed_at is null or (witness is not null and witness <> destroyed_by) or certificate is not null)
);
create index paper_item_people on register.paper_item using gin (people);
create index paper_item_open on register.paper_item (destroy_by) where destroyed_at is null;

-- Until which day looks of one group company at another's customers have been noted as disclosures.
create table register.group_looks_noted (
  id       boolean primary key default true check (id),
  until_on date not null
);

-- S8.1: a look of one group company's staff at people who are customers of the others alone is a disclosure to that company.
-- Days that are over, each once: one row for each company, day and purpose, with its people and fields. Answers the rows made.
create function seloste.note_group_looks(up_to date) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  since date;
  made  integer;
begin
  select until_on into since from register.group_looks_noted for update;
  insert into register.group_looks_noted (until_on) values (up_to)
    on conflict (id) do update set until_on = greatest(group_looks_noted.until_on, excluded.until_on);

  with looked as (
    select log.at, (log.at at time zone 'Europe/Helsinki')::date as on_day, log.purpose, log.fields, log.under, staff.group_company,
      unnest(log.people) as person
    from register.access_log log join register.staff on staff.id::text = log.by
    where staff.group_company is not null
      and (since is null or log.at >= since::timestamp at time zone 'Europe/Helsinki')
      and log.at < up_to::timestamp at time zone 'Europe/Helsinki'
  ), across as (
    select looked.* from looked
    where exists (select from register.relationship tie where tie.group_company <> looked.group_company and (tie.person_id = looked.person
        or tie.organisation_id in (select link.organisation_id from register.affiliation link where link.person_id = looked.person)))
      and not exists (select from register.relationship tie where tie.group_company = looked.group_company and (tie.person_id = looked.person
        or tie.organisation_id in (select link.organisation_id from register.affiliation link where link.person_id = looked.person)))
  ), noted as (
    insert into register.disclosure (id, at, by, kind, receiver, people, fields, purpose, ground, way, statement_version)
    select uuidv7(), max(across.at), 'register', 'group-company', across.group_company, array_agg(distinct across.person),
      array(select distinct field from across other, unnest(other.fields) field
        where other.group_company = across.group_company and other.on_day = across.on_day and other.purpose = across.purpose order by field),
      across.purpose, 'S8.1', 'looked-at', max(across.under::integer)
    from across group by across.group_company, across.on_day, across.purpose
    returning 1
  )
  select count(*)::integer into made from noted;
  return made;
end $$;
revoke all on function seloste.note_group_looks(date) from public;
