-- S5.11: invoices of our own, their payments and reminders, and what they cost who pays late.
create table register.invoicing (
  group_company   text primary key,
  issues          boolean not null default true, -- false: invoices, payments and balances come from bookkeeping
  vat_number      text check (length(vat_number) <= 20),
  street          text check (length(street) <= 200),
  postcode        text check (length(postcode) <= 20),
  city            text check (length(city) <= 100),
  phone           text check (length(phone) <= 40),
  email           text check (length(email) <= 200),
  website         text check (length(website) <= 200),
  footer          text check (length(footer) <= 400),
  accounts        jsonb not null default '[]',  -- [{iban, bic}]
  e_address       text check (length(e_address) <= 35),
  e_operator      text check (length(e_operator) <= 20),
  payment_days    integer not null default 14 check (payment_days between 0 and 365),
  late_interest   integer check (late_interest between 0 and 10000), -- null: by korkolaki 633/1982; never for consumers
  reminder_fee    bigint not null default 500 check (reminder_fee between 0 and 4000),
  collector       text check (length(collector) <= 200),
  changed_by      text not null,
  changed_at      timestamptz not null,
  revision        integer not null default 1
);

create table register.e_invoice_address (
  id              uuid primary key default uuidv7(),
  organisation_id uuid not null unique,
  person_id       uuid,           -- the company is a sole trader's
  address         text not null check (address <> '' and length(address) <= 35),
  operator        text not null check (operator <> '' and length(operator) <= 20),
  entered_by      text not null,
  entered_at      timestamptz not null,
  held_at         timestamptz,
  revision        integer not null default 1
);
create index e_invoice_address_of_person on register.e_invoice_address (person_id) where person_id is not null;

alter table register.invoice
  alter column number drop not null, alter column issued_on drop not null, alter column due_on drop not null,
  alter column fiscal_year_end drop not null,
  add column origin             text not null default 'entered' check (origin in ('own', 'entered')),
  add column kind               text not null default 'invoice' check (kind in ('invoice', 'credit-note')),
  add column lines              jsonb not null default '[]',
  add column net_cents          bigint,  -- null: entered as one sum
  add column vat_cents          bigint,
  add column by_vat             jsonb not null default '[]',
  add column credited_cents     bigint not null default 0,
  add column paid_cents         bigint not null default 0,
  add column open_cents         bigint not null default 0,
  add column reference          text check (reference ~ '^[0-9]{4,20}$'),
  add column terms              jsonb not null default '[{"share": 10000, "days": 14}]',
  add column instalments        jsonb not null default '[]', -- [{dueOn, cents}]
  add column delivered_on       date,
  add column your_reference     text check (length(your_reference) <= 100),
  add column our_reference      text check (length(our_reference) <= 100),
  add column exemption          text check (length(exemption) <= 400),
  add column correction         text check (length(correction) <= 1000),
  add column language           text not null default 'fi' check (language in ('fi', 'sv', 'en')),
  add column contact_person_id  uuid,
  add column debtor_business_id text,
  add column debtor_vat_number  text check (length(debtor_vat_number) <= 20),
  add column credits_invoice_id uuid,
  add column opportunity_id uuid, add column quote_id uuid, add column order_id uuid, add column contract_id uuid,
  add column assignment_id uuid, add column delivery_id uuid,
  add column collection_on      date,
  add column issued_at          timestamptz,
  add column issued_by          text,
  drop constraint invoice_status_check,
  add constraint invoice_status_check check (status in ('draft', 'open', 'paid', 'credited', 'collection')),
  add constraint invoice_has_a_number_once_issued check (status = 'draft' or number is not null and issued_on is not null
    and due_on is not null and fiscal_year_end is not null),
  add constraint invoice_draft_has_no_number check (status <> 'draft' or number is null and origin = 'own'),
  add constraint invoice_entered_is_no_draft check (origin = 'own' or issued_at is null),
  add constraint invoice_credit_note_corrects_one check ((kind = 'credit-note') = (credits_invoice_id is not null)),
  add constraint invoice_credit_note_is_negative check (kind = 'invoice' or amount_cents <= 0),
  add constraint invoice_is_not_credited_beyond_its_sum check (kind = 'credit-note' or credited_cents = 0 or abs(credited_cents) <= abs(amount_cents)),
  add constraint invoice_sums check (net_cents is null or net_cents + vat_cents = amount_cents),
  add constraint invoice_open_is_what_is_left check (origin = 'entered' or kind = 'credit-note' or status = 'draft'
    or open_cents = amount_cents - credited_cents - paid_cents);
drop index register.invoice_number_is_unique;
create unique index invoice_number_is_unique on register.invoice (group_company, origin, number);
create index invoice_reference on register.invoice (reference) where reference is not null;
create index invoice_credits on register.invoice (credits_invoice_id) where credits_invoice_id is not null;
create index invoice_newest on register.invoice (issued_on desc, id desc);
create index invoice_entered_of_person on register.invoice (person_id, entered_at desc, id desc) where person_id is not null;
create index invoice_entered_of_organisation on register.invoice (organisation_id, entered_at desc, id desc) where organisation_id is not null;
create index invoice_contact_person on register.invoice (contact_person_id) where contact_person_id is not null;
create index invoice_of_order on register.invoice (order_id) where order_id is not null;
create index invoice_of_delivery on register.invoice (delivery_id) where delivery_id is not null;
create index invoice_of_contract on register.invoice (contract_id) where contract_id is not null;

create table register.payment_file (
  id            uuid primary key default uuidv7(),
  group_company text not null,
  format        text not null check (format in ('camt.054', 'ktl')),
  digest        text not null check (digest ~ '^[0-9a-f]{64}$'),
  entries       integer not null,
  cents         bigint not null,
  taken_by      text not null,
  taken_at      timestamptz not null,
  unique (group_company, digest)
);

create table register.payment (
  id              uuid primary key default uuidv7(),
  group_company   text not null,
  organisation_id uuid,           -- both null: nobody knows yet whose payment it is
  person_id       uuid,
  way             text not null check (way in ('bank', 'hand', 'refund', 'credit')), -- credit: credited in another system
  amount_cents    bigint not null check (amount_cents <> 0),
  left_cents      bigint not null default 0,  -- not allocated yet
  gone_cents      bigint not null default 0,  -- allocated to invoices whose time of keeping is over
  paid_on         date not null,
  fiscal_year_end date not null,
  reference       text check (length(reference) <= 40),
  payer_name      text check (length(payer_name) <= 400),
  message         text check (length(message) <= 1000),
  account         text check (length(account) <= 34),
  archive_code    text check (length(archive_code) <= 100),
  digest          text check (digest ~ '^[0-9a-f]{64}$'), -- of the bank's entry: none is taken twice
  file_id         uuid references register.payment_file,
  entered_by      text not null,
  entered_at      timestamptz not null,
  held_at         timestamptz,
  revision        integer not null default 1,
  constraint payment_is_not_allocated_beyond_its_sum check (left_cents * sign(amount_cents) >= 0 and abs(left_cents) <= abs(amount_cents))
);
create unique index payment_once on register.payment (group_company, digest) where digest is not null;
create index payment_of_person on register.payment (person_id, entered_at desc, id desc) where person_id is not null;
create index payment_of_organisation on register.payment (organisation_id, entered_at desc, id desc) where organisation_id is not null;
create index payment_left on register.payment (paid_on, id) where left_cents <> 0;
create index payment_newest on register.payment (paid_on desc, id desc);
create index payment_by_fiscal_year on register.payment (fiscal_year_end);
create index payment_of_file on register.payment (file_id) where file_id is not null;

create table register.payment_allocation (
  id           uuid primary key default uuidv7(),
  payment_id   uuid not null references register.payment on delete cascade,
  invoice_id   uuid not null references register.invoice on delete cascade,
  bears        text not null check (bears in ('payment', 'credit', 'charge')), -- charge: the fee and interest of a reminder
  cents        bigint not null check (cents <> 0),
  allocated_by text not null,
  allocated_at timestamptz not null
);
create index payment_allocation_of_payment on register.payment_allocation (payment_id);
create index payment_allocation_of_invoice on register.payment_allocation (invoice_id);

create table register.reminder (
  id              uuid primary key default uuidv7(),
  group_company   text not null,
  organisation_id uuid,
  person_id       uuid,
  invoice_id      uuid not null references register.invoice on delete cascade,
  round           integer not null check (round in (1, 2)),
  reminded_on     date not null,
  due_on          date not null,
  open_cents      bigint not null check (open_cents > 0),
  fee_cents       bigint not null check (fee_cents between 0 and 4000),
  interest_cents  bigint not null check (interest_cents >= 0),
  entered_by      text not null,
  entered_at      timestamptz not null,
  held_at         timestamptz,
  unique (invoice_id, round),
  constraint reminder_gives_time check (due_on > reminded_on)
);
create index reminder_of_person on register.reminder (person_id, entered_at desc, id desc) where person_id is not null;
create index reminder_of_organisation on register.reminder (organisation_id, entered_at desc, id desc) where organisation_id is not null;

-- What is open is counted here from credit notes and allocations, whatever anybody wrote into the row.
create function register.invoice_balance() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.kind = 'credit-note' then
    new.status := case when new.number is null then 'draft' else 'credited' end;
    new.settled_on := case when new.number is null then null else new.issued_on end;
    new.open_cents := 0;
    return new;
  end if;
  select coalesce(sum(-note.amount_cents), 0) into new.credited_cents from register.invoice note
    where note.credits_invoice_id = new.id and note.number is not null;
  select new.credited_cents + coalesce(sum(part.cents) filter (where part.bears = 'credit'), 0),
      coalesce(sum(part.cents) filter (where part.bears = 'payment'), 0) into new.credited_cents, new.paid_cents
    from register.payment_allocation part where part.invoice_id = new.id;
  new.open_cents := new.amount_cents - new.credited_cents - new.paid_cents;
  if new.origin = 'entered' then -- another system's books say what became of it; payments that came here may settle it too
    if new.status in ('open', 'collection') and new.amount_cents <> 0 and new.open_cents * sign(new.amount_cents) <= 0 then
      new.status := case when new.paid_cents = 0 then 'credited' else 'paid' end;
    elsif new.status in ('paid', 'credited') then
      new.open_cents := 0;
    end if;
  elsif new.number is null then
    new.status := 'draft';
  elsif new.open_cents * sign(new.amount_cents) > 0 then
    new.status := case when new.collection_on is null then 'open' else 'collection' end;
  else
    new.status := case when new.paid_cents = 0 and new.credited_cents <> 0 then 'credited' else 'paid' end;
  end if;
  new.settled_on := case when new.status not in ('paid', 'credited') then null
    else coalesce(new.settled_on, (seloste.at() at time zone 'Europe/Helsinki')::date) end;
  return new;
end $$;
create trigger invoice_balance before insert or update on register.invoice for each row execute function register.invoice_balance();

create function register.invoice_is_credited() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.kind = 'credit-note' and new.number is not null and old.number is null then
    update register.invoice set credited_cents = 0 where id = new.credits_invoice_id; -- counted anew
  end if;
  return null;
end $$;
create trigger invoice_is_credited after update on register.invoice for each row execute function register.invoice_is_credited();

create function register.payment_balance() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  select new.amount_cents - new.gone_cents - coalesce(sum(part.cents), 0) into new.left_cents
    from register.payment_allocation part where part.payment_id = new.id;
  return new;
end $$;
create trigger payment_balance before insert or update on register.payment for each row execute function register.payment_balance();

create function register.payment_is_allocated() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update register.payment
    set gone_cents = gone_cents + case when tg_op = 'DELETE' and not exists (select from register.invoice where id = old.invoice_id)
      then old.cents else 0 end
    where id = coalesce(new.payment_id, old.payment_id); -- what is left is counted anew, under a lock
  update register.invoice set paid_cents = 0 where id = coalesce(new.invoice_id, old.invoice_id);
  return null;
end $$;
create trigger payment_is_allocated after insert or delete on register.payment_allocation
  for each row execute function register.payment_is_allocated();

-- What was issued is changed by nobody, an administrator included: a new document corrects it. The arguments are what may still move.
create function register.stays_as_issued() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    if session_user !~ '_(rights|retention)$' then
      raise exception 'what was issued stays' using errcode = '23514', constraint = 'stays_as_issued';
    end if;
    return old;
  end if;
  if to_jsonb(new) - tg_argv <> to_jsonb(old) - tg_argv then
    raise exception 'what was issued stays as it was' using errcode = '23514', constraint = 'stays_as_issued';
  end if;
  return new;
end $$;
-- Runs before invoice_stays as triggers go by name: invoice_balance has counted what is open.
create trigger invoice_stays_as_issued before update on register.invoice for each row
  when (old.origin = 'own' and old.number is not null)
  execute function register.stays_as_issued('status', 'settled_on', 'credited_cents', 'paid_cents', 'open_cents', 'collection_on',
    'held_at', 'revision', 'person_id', 'organisation_id', 'contact_person_id');
create trigger invoice_stays before delete on register.invoice for each row
  when (old.number is not null) execute function register.stays_as_issued();
create trigger payment_stays_as_entered before update on register.payment for each row
  execute function register.stays_as_issued('left_cents', 'gone_cents', 'organisation_id', 'person_id', 'held_at', 'revision');
create trigger payment_stays before delete on register.payment for each row execute function register.stays_as_issued();
create trigger payment_allocation_stays before update on register.payment_allocation for each row
  execute function register.stays_as_issued();
create trigger reminder_stays_as_sent before update on register.reminder for each row
  execute function register.stays_as_issued('held_at', 'person_id', 'organisation_id');
create trigger reminder_stays before delete on register.reminder for each row execute function register.stays_as_issued();

update register.invoice set open_cents = 0; -- counted for what was there already

alter table register.warranty
  add column product_id uuid, add column serial text check (length(serial) <= 100),
  add column order_id uuid, add column delivery_id uuid, add column invoice_id uuid;
alter table register.complaint
  add column product_id uuid, add column order_id uuid, add column delivery_id uuid, add column invoice_id uuid,
  add column warranty_id uuid,      -- a claim under a warranty
  add column taken_by text, add column taken_on date,
  add column resolution text check (resolution in ('repaired', 'replaced', 'credited', 'price-cut', 'explained', 'refused')),
  add column credit_note_id uuid;
create index complaint_of_warranty on register.complaint (warranty_id) where warranty_id is not null;
create index complaint_of_product on register.complaint (product_id) where product_id is not null;
