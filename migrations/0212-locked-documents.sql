-- S5.10, S6.2–S6.4: of a document that was issued nothing changes but what is listed here as its life; a column added later is locked, too.
-- The arguments: the column that tells that it is issued, its values that are still a draft's, what may always move, and what moves only
-- with a state: `sent>%` as it leaves that state, `active=active` while it stays in it, `once` where nothing was said.
create or replace function seloste.refuse_altered_document() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
declare
  was constant jsonb := to_jsonb(old);
  now jsonb;
  moved text;
begin
  if was ->> tg_argv[0] is null or was ->> tg_argv[0] = any (tg_argv[1]::text[]) then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' then
    if session_user ~ '_(rights|retention)$' then return old; end if;
    raise exception 'DOCUMENT_IS_LOCKED' using errcode = '42501';
  end if;
  now := to_jsonb(new);
  moved := (was ->> 'state') || case when was -> 'state' = now -> 'state' then '=' else '>' end || (now ->> 'state');
  if exists (
    select from jsonb_each(now) as said (name, value)
    where said.value is distinct from was -> said.name
      and said.name <> all (tg_argv[2]::text[])
      and not (said.name in ('person_id', 'contact_person_id') and session_user ~ '_matching$') -- two records were one person's
      and not (said.name in ('contact_person_id', 'answered_name') and said.value = 'null' and session_user ~ '_rights$') -- Art. 17 GDPR
      and not exists (
        select from jsonb_array_elements_text(tg_argv[3]::jsonb -> said.name) as allowed (move)
        where moved like allowed.move or allowed.move = 'once' and was -> said.name = 'null'))
  then
    raise exception 'DOCUMENT_IS_LOCKED' using errcode = '42501';
  end if;
  return new;
end $$;

drop trigger quote_version_is_frozen on register.quote_version;
drop trigger quote_keeps_its_number on register.quote;
drop trigger sales_order_is_locked on register.sales_order;
drop trigger delivery_is_locked on register.delivery;
drop trigger contract_is_locked on register.contract;

-- S6.2, S6.3: an answer is given once, and to what was sent.
create trigger quote_version_is_frozen before update or delete on register.quote_version
  for each row execute function seloste.refuse_altered_document('state', '{}', '{held_at}',
    '{"state": ["sent>%"], "answered_at": ["sent>accepted", "sent>declined"], "answered_via": ["sent>accepted", "sent>declined"],
      "answered_by": ["sent>accepted", "sent>declined"], "answered_name": ["sent>accepted", "sent>declined"],
      "reason": ["sent>declined"]}');

-- The next version is written in the quote's own row; what was accepted is put back there, and stays.
create trigger quote_keeps_its_number before update or delete on register.quote
  for each row execute function seloste.refuse_altered_document('number', '{}', '{owner,changed_at,held_at,revision}',
    '{"state": ["draft>%", "sent>%", "declined>%", "expired>%", "withdrawn>%"], "version": ["draft>sent"], "order_id": ["%>accepted"],
      "contact_person_id": ["draft=draft"],
      "title": ["draft=draft", "%>accepted"], "language": ["draft=draft", "%>accepted"], "valid_until": ["draft=draft", "%>accepted"],
      "payment_days": ["draft=draft", "%>accepted"], "opening": ["draft=draft", "%>accepted"], "terms": ["draft=draft", "%>accepted"],
      "lines": ["draft=draft", "%>accepted"], "net_cents": ["draft=draft", "%>accepted"], "vat_cents": ["draft=draft", "%>accepted"],
      "total_cents": ["draft=draft", "%>accepted"]}');

create trigger sales_order_is_locked before update or delete on register.sales_order
  for each row execute function seloste.refuse_altered_document('number', '{}', '{owner,billed_from,waits_since,held_at,revision}',
    '{"state": ["open>%", "delivered>%", "closed>%"], "settled_on": ["%>%"], "reason": ["%>%"]}');

create trigger delivery_is_locked before update or delete on register.delivery
  for each row execute function seloste.refuse_altered_document('state', '{planned,cancelled}', '{held_at,revision}', '{}');

-- The end of a contract moves with a notice and with a renewal, and says why once.
create trigger contract_is_locked before update or delete on register.contract
  for each row execute function seloste.refuse_altered_document('state', '{draft}',
    '{owner,contact_person_id,asked_for,end_proposed_on,billed_until,bills_next,held_at,revision}',
    '{"state": ["active>%", "noticed>active", "noticed>ended"], "ends_on": ["active>noticed", "active=active"],
      "noticed_on": ["active>noticed", "noticed>active"], "ended_on": ["%>ended"], "end_reason": ["%>ended"], "billing_months": ["once"]}');
-- A renewal moves the end onwards, in a deed of its own.
create trigger contract_is_renewed_onwards before update on register.contract for each row
  when (old.state = 'active' and new.state = 'active' and new.ends_on is distinct from old.ends_on
    and not coalesce(new.ends_on > old.ends_on and new.revision > old.revision, false))
  execute function seloste.refuse_altered_document('state', '{draft}', '{}', '{}');

create trigger assignment_is_locked before update or delete on register.assignment
  for each row execute function seloste.refuse_altered_document('number', '{}', '{state,owner,held_at,revision}',
    '{"settled_on": ["%>%"], "outcome": ["%>%"]}');

-- Where nothing may move there are no arguments, and what is taken away from a row is null: every row then looked unchanged.
create or replace function register.stays_as_issued() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  living constant text[] := coalesce(tg_argv, '{}');
begin
  if tg_op = 'DELETE' then
    if session_user !~ '_(rights|retention)$' then
      raise exception 'what was issued stays' using errcode = '23514', constraint = 'stays_as_issued';
    end if;
    return old;
  end if;
  if to_jsonb(new) - living <> to_jsonb(old) - living then
    raise exception 'what was issued stays as it was' using errcode = '23514', constraint = 'stays_as_issued';
  end if;
  return new;
end $$;
