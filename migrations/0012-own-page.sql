-- S12.3: a link to one's own page goes to the address on file, and not more often than somebody could read it.
create table register.own_page_link (
  email_id  uuid primary key constraint own_page_link_email references register.person_email (id) on delete cascade,
  person_id uuid not null constraint own_page_link_person references register.person (id) on delete cascade,
  asked_at  timestamptz not null,
  sent_at   timestamptz  -- null while it waits to be sent
);
create index own_page_link_of on register.own_page_link (person_id);

-- Whose mailbox an address is, by opaque ids alone.
create function seloste.mailboxes(asked text) returns table (email_id uuid, person_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select mail.id, mail.person_id from register.person_email mail
    where seloste.folded(mail.address) collate "C" = seloste.folded(asked) order by mail.id limit 5
  $$;
revoke execute on function seloste.mailboxes from public;

-- C5: people who object and have an address that came after it, or whose addresses a crash may have left out.
create function seloste.objectors_since(asked timestamptz) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select distinct said.person_id from register.objection said
    where said.person_id is not null and said.lifted_at is null and said.scope <> 'topic'
      and (said.recorded_at >= asked
        or exists (select from register.person_email one where one.person_id = said.person_id and one.added_at >= asked)
        or exists (select from register.person_phone one where one.person_id = said.person_id and one.added_at >= asked)
        or exists (select from register.person_address one where one.person_id = said.person_id and one.added_at >= asked))
  $$;
revoke execute on function seloste.objectors_since from public;

-- The mailbox that letters to a person go to first, by its opaque id.
create function seloste.mailbox_of(asked uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select mail.id from register.person_email mail where mail.person_id = asked order by mail.is_primary desc, mail.id limit 1
  $$;
revoke execute on function seloste.mailbox_of from public;
