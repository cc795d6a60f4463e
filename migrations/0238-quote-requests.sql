-- S6.2: a customer asks for a quote, by a form, by phone, by mail or by calling for tenders; sales notes it, and a quote that is sent answers it.
create table register.quote_request (
  id                uuid primary key default uuidv7(),
  group_company     text not null,
  organisation_id   uuid,
  person_id         uuid,          -- who asks is a natural person, or a sole trader
  contact_person_id uuid,          -- who at the company asks; null where nobody is named
  enquiry_id        uuid,          -- the enquiry that it came with
  opportunity_id    uuid,
  state             text not null check (state in ('open', 'answered', 'declined', 'withdrawn')),
  title             text not null check (title <> '' and length(title) <= 200),
  wish              text check (length(wish) <= 4000), -- what is wanted, in the customer's words
  lines             jsonb not null default '[]' check (jsonb_typeof(lines) = 'array'), -- what is wanted, without prices
  answer_by         date,          -- null: the customer named no day
  wanted_on         date,          -- the delivery that is wished for
  buyer_reference   text check (length(buyer_reference) <= 100),
  owner             text not null, -- opaque id of the member of staff who answers it
  settled_on        date,          -- null while it is open
  reason            text check (length(reason) <= 2000), -- why it was declined or withdrawn
  source            text not null,
  source_note       text check (length(source_note) <= 1000),
  binned_at         timestamptz,   -- null unless staff deleted it; it is erased fourteen days later
  binned_by         text,
  entered_by        text not null,
  entered_at        timestamptz not null,
  held_at           timestamptz,   -- restricted (Art. 18)
  revision          integer not null default 1,
  constraint quote_request_is_of_someone check (organisation_id is not null or person_id is not null),
  constraint quote_request_settled_has_a_day check ((state = 'open') = (settled_on is null)),
  constraint quote_request_declined_has_a_reason check (state <> 'declined' or reason is not null),
  constraint quote_request_binned_by_someone check ((binned_at is null) = (binned_by is null)),
  constraint quote_request_binned_while_open check (binned_at is null or state = 'open')
);
create index quote_request_of_organisation on register.quote_request (organisation_id, entered_at desc, id desc) where organisation_id is not null;
create index quote_request_of_person on register.quote_request (person_id, entered_at desc, id desc) where person_id is not null;
create index quote_request_of_contact on register.quote_request (contact_person_id, entered_at desc, id desc) where contact_person_id is not null;
create index quote_request_of_opportunity on register.quote_request (opportunity_id) where opportunity_id is not null;
create unique index quote_request_of_enquiry on register.quote_request (enquiry_id) where enquiry_id is not null and binned_at is null;
create index quote_request_to_answer on register.quote_request (owner, answer_by) where state = 'open' and binned_at is null;
create index quote_request_by_day on register.quote_request (answer_by, id);
create index quote_request_in_bin on register.quote_request (binned_at, id) where binned_at is not null;
create index quote_request_words on register.quote_request using gin
  (seloste.folded(coalesce(title, '') || ' ' || coalesce(buyer_reference, '')) seloste.gin_trgm_ops);

create trigger wakes_rules after insert or update of state, answer_by on register.quote_request
  for each statement execute function seloste.wake_rules();

alter table register.quote add column quote_request_id uuid; -- the request that it answers
create index quote_of_request on register.quote (quote_request_id) where quote_request_id is not null;

-- S6.2: what came with a request has it as its occasion.
alter table register.person_source drop constraint person_source_document_kind_check,
  add constraint person_source_document_kind_check
    check (document_kind in ('enquiry', 'quote-request', 'quote', 'order', 'contract', 'invoice'));
alter table register.organisation_source drop constraint organisation_source_document_kind_check,
  add constraint organisation_source_document_kind_check
    check (document_kind in ('enquiry', 'quote-request', 'quote', 'order', 'contract', 'invoice'));

-- C1: as in 0213; a customer who waits for a quote is not done with.
create or replace function seloste.relationship_to_end(asked uuid) returns table (id uuid, owner text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  done register.contract;
begin
  if not has_column_privilege(session_user, 'register.contract', 'state', 'select') then
    raise exception 'permission denied for table contract' using errcode = '42501';
  end if;
  select * into done from register.contract held where held.id = asked and held.state = 'ended';
  if done.id is null then return; end if;
  return query
    select tie.id, tie.owner from register.relationship tie
    where tie.group_company = done.group_company and tie.state in ('customer', 'dormant')
      and (tie.organisation_id = done.organisation_id or done.organisation_id is null and tie.person_id = done.person_id)
      and not exists (select from register.contract open where open.group_company = done.group_company and open.state <> 'ended'
        and open.binned_at is null and (open.organisation_id = done.organisation_id or open.person_id = done.person_id))
      and not exists (select from register.assignment open where open.group_company = done.group_company and open.state = 'open'
        and (open.organisation_id = done.organisation_id or open.person_id = done.person_id))
      and not exists (select from register.sales_order open where open.group_company = done.group_company and open.state in ('open', 'delivered')
        and (open.organisation_id = done.organisation_id or open.person_id = done.person_id))
      and not exists (select from register.delivery open where open.group_company = done.group_company and open.state = 'planned'
        and (open.organisation_id = done.organisation_id or open.person_id = done.person_id))
      and not exists (select from register.quote open where open.group_company = done.group_company and open.state in ('draft', 'sent')
        and open.binned_at is null and (open.organisation_id = done.organisation_id or open.person_id = done.person_id))
      and not exists (select from register.quote_request open where open.group_company = done.group_company and open.state = 'open'
        and open.binned_at is null and (open.organisation_id = done.organisation_id or open.person_id = done.person_id))
      and not exists (select from register.opportunity open where open.group_company = done.group_company and open.state = 'open'
        and open.binned_at is null and (open.organisation_id = done.organisation_id or open.person_id = done.person_id))
      and not exists (select from register.invoice open where open.group_company = done.group_company
        and open.status in ('draft', 'open', 'collection') and open.binned_at is null
        and (open.organisation_id = done.organisation_id or open.person_id = done.person_id))
      and not exists (select from register.complaint open where open.group_company = done.group_company and open.closed_on is null
        and (open.organisation_id = done.organisation_id or open.person_id = done.person_id))
      and not exists (select from register.enquiry open where open.group_company = done.group_company and open.state in ('new', 'assigned') and open.binned_at is null
        and (open.organisation_id = done.organisation_id or open.person_id = done.person_id))
    limit 1;
end $$;
