-- S10.3: whoever leaves hands over what they look after and has not come to its end. Opaque ids only, and those for as long as it can be taken back.
create table register.hand_over (
  id uuid primary key default uuidv7(),
  from_staff uuid not null references register.staff (id),
  to_staff uuid not null references register.staff (id),
  by text not null,
  at timestamptz not null,
  counts jsonb not null,
  ids jsonb,
  undone_at timestamptz,
  constraint hand_over_goes_to_another check (from_staff <> to_staff)
);
create index hand_over_of_staff on register.hand_over (from_staff, at desc);

create index enquiry_of_staff on register.enquiry (assigned_to) where state in ('new', 'assigned') and assigned_to is not null;
create index quote_of_owner on register.quote (owner) where state in ('draft', 'sent') and owner is not null;
create index sales_order_of_owner on register.sales_order (owner) where state in ('open', 'delivered') and owner is not null;
create index contract_of_owner on register.contract (owner) where state <> 'ended' and owner is not null;
create index complaint_taken on register.complaint (taken_by) where closed_on is null and taken_by is not null;

-- Each kind of work with the field that whoever takes it over must write, where it lies, who holds it, and when it is not done yet.
create function seloste.kinds_of_work() returns table (kind text, field text, place regclass, holder text, is_open text)
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  values
    ('company', 'org.name', 'register.relationship'::regclass, 'owner', 'closed_at is null and organisation_id is not null'),
    ('person', 'person.name', 'register.relationship', 'owner', 'closed_at is null and person_id is not null'),
    ('enquiry', 'com.enquiries', 'register.enquiry', 'assigned_to', 'state in (''new'', ''assigned'') and binned_at is null'),
    ('opportunity', 'com.quotes', 'register.opportunity', 'owner', 'state = ''open'' and binned_at is null'),
    ('quote-request', 'com.quotes', 'register.quote_request', 'owner', 'state = ''open'' and binned_at is null'),
    ('quote', 'com.quotes', 'register.quote', 'owner', 'state in (''draft'', ''sent'') and binned_at is null'),
    ('order', 'com.orders', 'register.sales_order', 'owner', 'state in (''open'', ''delivered'')'),
    ('contract', 'com.contracts', 'register.contract', 'owner', 'state <> ''ended'' and binned_at is null'),
    ('assignment', 'com.contracts', 'register.assignment', 'owner', 'state = ''open'''),
    ('complaint', 'com.complaints', 'register.complaint', 'taken_by', 'closed_on is null'),
    ('task', 'com.activities', 'register.task', 'assigned_to', 'done_at is null and binned_at is null')
  $$;

-- How much of each kind somebody holds, and whose group company's it is. Art. 5(1)(c) GDPR: the administrator learns no more of it.
create function seloste.open_work_of(asked uuid) returns table (kind text, field text, group_company text, many integer)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  part record;
begin
  perform seloste.refuse_unless_writer('register.staff', 'closed_at');
  for part in select * from seloste.kinds_of_work() loop
    return query execute format('select %L, %L, work.group_company, count(*)::integer from %s work where work.%I = $1 and %s group by 3',
      part.kind, part.field, part.place, part.holder, part.is_open) using asked::text;
  end loop;
end $$;

-- Gives what is open of the kinds wished to somebody else, within a group company where one is said. `wished`: {"quote": null, "order": "Valo Oy"}.
create function seloste.hand_over(asked uuid, from_whom uuid, to_whom uuid, asked_at timestamptz, wished jsonb) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  part   record;
  moved  uuid[];
  ids    jsonb := '{}';
  counts jsonb := '{}';
begin
  perform seloste.refuse_unless_writer('register.staff', 'closed_at');
  for part in select kinds.*, wished ->> kinds.kind as only_of from seloste.kinds_of_work() kinds where wished ? kinds.kind loop
    execute format('with given as (update %s work set %I = $2, revision = work.revision + 1
        where work.%I = $1 and %s and ($3 is null or work.group_company = $3) returning work.id) select array_agg(id) from given',
      part.place, part.holder, part.holder, part.is_open) into moved using from_whom::text, to_whom::text, part.only_of;
    if moved is null then continue; end if;
    ids := ids || jsonb_build_object(part.kind, to_jsonb(moved));
    counts := counts || jsonb_build_object(part.kind, cardinality(moved));
  end loop;
  if counts = '{}' then return counts; end if;
  insert into register.hand_over (id, from_staff, to_staff, by, at, counts, ids)
    values (asked, from_whom, to_whom, seloste.acting(), asked_at, counts, ids);
  insert into register.notification (staff, kind, by, at) values (to_whom::text, 'work-given', seloste.acting(), asked_at);
  -- What can be taken back no more is forgotten, but for how much it was.
  update register.hand_over held set ids = null where held.ids is not null and held.at < asked_at - interval '14 days';
  return counts;
end $$;

-- Gives back what of a hand-over the receiver still holds and has not done. Null: it was taken back already, or its fourteen days are over.
create function seloste.take_back_work(asked uuid, asked_at timestamptz) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  held   register.hand_over;
  part   record;
  many   integer;
  counts jsonb := '{}';
begin
  perform seloste.refuse_unless_writer('register.staff', 'closed_at');
  update register.hand_over one set undone_at = asked_at
    where one.id = asked and one.undone_at is null and one.ids is not null and one.at >= asked_at - interval '14 days'
    returning * into held;
  if held.id is null then return null; end if;
  for part in select * from seloste.kinds_of_work() kinds where held.ids ? kinds.kind loop
    execute format('update %s work set %I = $1, revision = work.revision + 1 where work.%I = $2 and %s
        and work.id in (select value::uuid from jsonb_array_elements_text($3))', part.place, part.holder, part.holder, part.is_open)
      using held.from_staff::text, held.to_staff::text, held.ids -> part.kind;
    get diagnostics many = row_count;
    if many > 0 then counts := counts || jsonb_build_object(part.kind, many); end if;
  end loop;
  update register.hand_over one set ids = null where one.id = asked;
  insert into register.notification (staff, kind, by, at) values (held.to_staff::text, 'work-taken-back', seloste.acting(), asked_at);
  return counts;
end $$;

revoke all on function seloste.kinds_of_work(), seloste.open_work_of(uuid), seloste.hand_over(uuid, uuid, uuid, timestamptz, jsonb),
  seloste.take_back_work(uuid, timestamptz) from public;
