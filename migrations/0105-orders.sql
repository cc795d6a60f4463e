create table register.sales_order (
  id                uuid primary key default uuidv7(),
  group_company     text not null,
  organisation_id   uuid,
  person_id         uuid,
  contact_person_id uuid,
  opportunity_id    uuid,
  quote_id          uuid,
  quote_version     integer,
  owner             text,
  number            text not null check (number <> '' and length(number) <= 40),
  state             text not null check (state in ('open', 'delivered', 'closed', 'cancelled')),
  title             text check (length(title) <= 200),
  language          text not null check (language in ('fi', 'sv', 'en')),
  ordered_on        date not null,
  wanted_on         date,          -- null where the customer named no day
  settled_on        date,          -- the day it was closed or cancelled
  buyer_name        text not null check (length(buyer_name) <= 400),
  buyer_reference   text check (length(buyer_reference) <= 100),
  delivery_address  jsonb,         -- null: the buyer's own
  lines             jsonb not null check (jsonb_typeof(lines) = 'array'),
  net_cents         bigint not null,
  vat_cents         bigint not null,
  total_cents       bigint not null,
  payment_days      integer not null check (payment_days between 0 and 365),
  terms             text check (length(terms) <= 4000),
  reason            text check (length(reason) <= 2000), -- why it was cancelled, or closed short
  source            text not null,
  source_note       text check (length(source_note) <= 1000),
  entered_by        text not null,
  entered_at        timestamptz not null,
  held_at           timestamptz,
  revision          integer not null default 1,
  constraint sales_order_is_of_someone check (organisation_id is not null or person_id is not null),
  constraint sales_order_settled_has_a_day check ((state in ('closed', 'cancelled')) = (settled_on is not null))
);
create unique index sales_order_number_is_unique on register.sales_order (group_company, number);
create unique index sales_order_is_one_a_quote on register.sales_order (quote_id) where quote_id is not null and state <> 'cancelled';
create index sales_order_of_person on register.sales_order (person_id, entered_at desc, id desc) where person_id is not null;
create index sales_order_of_organisation on register.sales_order (organisation_id, entered_at desc, id desc) where organisation_id is not null;
create index sales_order_of_contact on register.sales_order (contact_person_id) where contact_person_id is not null;
create index sales_order_of_opportunity on register.sales_order (opportunity_id) where opportunity_id is not null;
create index sales_order_by_day on register.sales_order (ordered_on desc, id desc);
create index sales_order_open on register.sales_order (wanted_on, id) where state = 'open';

create trigger sales_order_is_locked before update or delete on register.sales_order
  for each row execute function seloste.refuse_altered_document(
    '{number,group_company,ordered_on,lines,net_cents,vat_cents,total_cents,payment_days,quote_id,quote_version}', 'number', '{}');

-- S5.10: what went out, to where, and who takes it in.
create table register.delivery (
  id                uuid primary key default uuidv7(),
  group_company     text not null,
  organisation_id   uuid,
  person_id         uuid,
  contact_person_id uuid,          -- who takes it in
  order_id          uuid not null constraint delivery_is_of_an_order references register.sales_order (id),
  number            text check (number <> '' and length(number) <= 40),
  state             text not null check (state in ('planned', 'delivered', 'cancelled')),
  planned_on        date not null,
  delivered_on      date,
  address           jsonb,         -- null: the order's, or the buyer's own
  lines             jsonb not null check (jsonb_typeof(lines) = 'array' and lines <> '[]'),
  reason            text check (length(reason) <= 2000), -- why more went out than was ordered
  note              text check (length(note) <= 2000),
  entered_by        text not null,
  entered_at        timestamptz not null,
  held_at           timestamptz,
  revision          integer not null default 1,
  constraint delivery_is_to_someone check (organisation_id is not null or person_id is not null),
  constraint delivery_made_has_a_day check ((state = 'delivered') = (delivered_on is not null)),
  constraint delivery_made_has_a_number check (state <> 'delivered' or number is not null)
);
create unique index delivery_number_is_unique on register.delivery (group_company, number) where number is not null;
create index delivery_of_order on register.delivery (order_id);
create index delivery_of_person on register.delivery (person_id, entered_at desc, id desc) where person_id is not null;
create index delivery_of_organisation on register.delivery (organisation_id, entered_at desc, id desc) where organisation_id is not null;
create index delivery_of_contact on register.delivery (contact_person_id) where contact_person_id is not null;
create index delivery_by_day on register.delivery (planned_on desc, id desc);
create index delivery_waiting on register.delivery (planned_on, id) where state = 'planned';

create trigger delivery_is_locked before update or delete on register.delivery
  for each row execute function seloste.refuse_altered_document(
    '{number,group_company,order_id,lines,delivered_on}', 'state', '{planned,cancelled}');

-- Whoever delivers does not write orders: this locks one, and says whether all of it has gone out.
create function seloste.order_delivered(asked uuid, whole boolean) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  held text;
begin
  if not has_column_privilege(session_user, 'register.delivery', 'lines', 'insert') then
    raise exception 'permission denied for table delivery' using errcode = '42501';
  end if;
  select state into held from register.sales_order where id = asked for update;
  if held is null or held not in ('open', 'delivered') then return false; end if;
  if whole is not null then
    update register.sales_order set state = case when whole then 'delivered' else 'open' end, revision = revision + 1
      where id = asked and state <> case when whole then 'delivered' else 'open' end;
  end if;
  return true;
end $$;
revoke all on function seloste.order_delivered(uuid, boolean) from public;

-- S6.3, C1: who accepts a quote on the public page becomes a customer, though nobody of staff is there to write it.
create function seloste.customer_by_order(organisation uuid, person uuid, company text, at timestamptz) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  held text;
begin
  if not (has_column_privilege(session_user, 'register.sales_order', 'lines', 'insert')
      or has_column_privilege(session_user, 'register.contract', 'title', 'insert')) then
    raise exception 'permission denied for table sales_order' using errcode = '42501';
  end if;
  select state into held from register.relationship tie
    where tie.group_company = company and (tie.organisation_id = organisation or organisation is null and tie.person_id = person)
    for update;
  if held = 'customer' then
    update register.relationship tie set last_activity_at = at
      where tie.group_company = company and (tie.organisation_id = organisation or organisation is null and tie.person_id = person);
    return null;
  end if;
  if held is null then
    insert into register.relationship (organisation_id, person_id, group_company, state, started_at, last_activity_at)
      values (organisation, case when organisation is null then person end, company, 'customer', at, at);
    return 'begun';
  end if;
  update register.relationship tie
    set state = 'customer', last_activity_at = at, closed_at = null, ended_at = null, end_reason = null, revision = revision + 1
    where tie.group_company = company and (tie.organisation_id = organisation or organisation is null and tie.person_id = person);
  update register.organisation firm set closed_at = null, changed_at = at where firm.id = organisation and firm.closed_at is not null;
  update register.person who set closed_at = null, changed_at = at where who.id = person and who.closed_at is not null;
  return held;
end $$;
revoke all on function seloste.customer_by_order(uuid, uuid, text, timestamptz) from public;
